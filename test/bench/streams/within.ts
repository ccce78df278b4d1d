/** A run that did not end by itself: a result about its recording, and no reason to lose those of the others. */
export class RunTimedOut extends Error {}

/**
 * Waits for a run no longer than so many milliseconds. The run itself cannot be ended; its process is, when all is measured.
 * @throws RunTimedOut
 */
export async function within<Result>(milliseconds: number, run: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RunTimedOut(`no end within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([run, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
