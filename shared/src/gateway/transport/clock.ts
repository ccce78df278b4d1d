/** Time as the transport sees it; injected so that tests need not wait. All values are milliseconds. */
export interface Clock {
  /** Monotonic where the runtime has it: only differences are used. */
  now(): number;
  /** Wall-clock time since 1970, to read a Retry-After date. */
  date(): number;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** The runtime's own clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};
