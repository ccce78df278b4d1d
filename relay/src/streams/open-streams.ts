/** The streams that are running now, so that a stopping server can end each with a clear event. */
export interface OpenStreams {
  readonly size: number;
  /** Registers a stream; `end` is called at most once, when the server has to go. Returns the call that takes it out. */
  add(end: () => void): () => void;
  /** Resolves when no stream is left, or after `graceMs`, when all that are left have been told to end. */
  drain(graceMs: number): Promise<void>;
}

export function createOpenStreams(): OpenStreams {
  const ends = new Set<() => void>();
  let whenEmpty: (() => void) | undefined;
  return {
    get size() {
      return ends.size;
    },
    add(end) {
      // A wrapper of its own, so that the same function may be registered twice.
      const entry = (): void => end();
      ends.add(entry);
      return () => {
        ends.delete(entry);
        if (ends.size === 0) whenEmpty?.();
      };
    },
    async drain(graceMs) {
      if (ends.size === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs);
        whenEmpty = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      whenEmpty = undefined;
      for (const end of [...ends]) end();
    },
  };
}
