/** Time as the channel sees it; tests give their own. */
export interface Clock {
  /** Milliseconds that never run backwards. */
  now(): number;
  /** Resolves after that time, or at once when the signal is aborted. Milliseconds. Never fails. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal?.addEventListener("abort", done);
    }),
};
