import type { Clock } from "../../../teams-bot/src/channel";

/** A clock that runs as fast as what waits for it: two minutes of a stream pass in a moment. */
export interface VirtualClock extends Clock {
  /** Lets time pass until that settles. Requests to real servers are given real time before each step. */
  until<T>(settled: Promise<T>): Promise<T>;
  /** Lets so much time pass. Milliseconds. */
  pass(milliseconds: number): Promise<void>;
}

interface Sleeper {
  at: number;
  wake: () => void;
}

/** @param busy true while a request is under way: no time passes then, so that its answer is in time */
export function createVirtualClock(busy: () => boolean): VirtualClock {
  let now = 1_000_000;
  const sleepers = new Set<Sleeper>();

  /** Everything that can run without time passing has run. */
  async function settle(): Promise<void> {
    let quiet = 0;
    while (quiet < 3) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      quiet = busy() ? 0 : quiet + 1;
    }
  }

  async function step(latest: number): Promise<boolean> {
    await settle();
    const next = [...sleepers].sort((one, other) => one.at - other.at)[0];
    if (next === undefined || next.at > latest) return false;
    now = Math.max(now, next.at);
    sleepers.delete(next);
    next.wake();
    return true;
  }

  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        const sleeper = { at: now + milliseconds, wake: () => done() };
        const done = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", done);
          resolve();
        };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", done);
      }),
    async until(settled) {
      let isSettled = false;
      const seen = settled.finally(() => (isSettled = true));
      // Its failure is the caller's, who has the promise itself.
      seen.catch(() => undefined);
      while (!isSettled) await step(Infinity);
      return settled;
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      while (await step(end));
      now = end;
      await settle();
    },
  };
}
