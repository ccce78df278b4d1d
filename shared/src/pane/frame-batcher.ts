/** Collects items and hands them on once per painted frame; while the pane is hidden, once per 100 ms. */
export interface FrameBatcher<Item> {
  push(item: Item): void;
  /** Hands on at once what has been collected. */
  flush(): void;
  /** Forgets what has been collected. */
  cancel(): void;
}

/**
 * Makes a batcher. Streaming text arrives many times per frame; drawing each piece would cost more than the text
 * is worth. No frames are painted in a hidden pane, hence the timer there.
 */
export function createFrameBatcher<Item>(handOn: (items: Item[]) => void): FrameBatcher<Item> {
  let items: Item[] = [];
  let stop: (() => void) | undefined;
  const flush = () => {
    stop?.();
    stop = undefined;
    const ready = items;
    items = [];
    if (ready.length > 0) handOn(ready);
  };
  const schedule = (): (() => void) => {
    if (document.hidden) {
      const timer = setTimeout(flush, 100);
      return () => clearTimeout(timer);
    }
    const frame = requestAnimationFrame(flush);
    return () => cancelAnimationFrame(frame);
  };
  return {
    push(item) {
      items.push(item);
      stop ??= schedule();
    },
    flush,
    cancel() {
      stop?.();
      stop = undefined;
      items = [];
    },
  };
}
