/** The streams that are running now, so that a stopping server can end each with a clear event. */
export interface OpenStreams {
  readonly size: number;
  /** Registers a stream; `end` is called at most once, when the server has to go. Returns the call that takes it out. */
  add(end: () => void): () => void;
  /**
   * Resolves when no stream is left, or after `graceMs`, when all that are left have been told to end; gives their number.
   * A stream that is added afterwards is told at once.
   */
  drain(graceMs: number): Promise<number>;
}

export function createOpenStreams(): OpenStreams {
  const ends = new Set<() => void>();
  let whenEmpty: (() => void) | undefined;
  let over = false;
  return {
    get size() {
      return ends.size;
    },
    add(end) {
      // A wrapper of its own, so that the same function may be registered twice.
      const entry = (): void => end();
      ends.add(entry);
      if (over) queueMicrotask(entry);
      return () => {
        ends.delete(entry);
        if (ends.size === 0) whenEmpty?.();
      };
    },
    async drain(graceMs) {
      if (ends.size > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, graceMs);
          whenEmpty = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        whenEmpty = undefined;
      }
      over = true;
      const left = [...ends];
      for (const end of left) end();
      return left.length;
    },
  };
}
