import type { Clock } from "./clock";

/** Rejection of a wait that was given up; why it was given up is kept by the run (see run-control.ts). */
export class WaitAborted extends Error {}

/**
 * Waits for a promise, but no longer than until the signal aborts: then rejects at once with WaitAborted.
 * The promise itself goes on and its result is dropped.
 */
export function abortable<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new WaitAborted("the wait was aborted"));
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}

/** Sleeps; rejects at once with WaitAborted when the signal aborts. */
export async function sleep(milliseconds: number, signal: AbortSignal, clock: Clock): Promise<void> {
  let handle: unknown;
  const elapsed = new Promise<void>((resolve) => {
    handle = clock.setTimeout(resolve, milliseconds);
  });
  try {
    await abortable(elapsed, signal);
  } finally {
    clock.clearTimeout(handle);
  }
}
