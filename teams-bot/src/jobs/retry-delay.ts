import type { GenaiError } from "@genai-office/shared/vocabulary";

/** Seconds before the second try; each further one waits twice as long. */
const firstSeconds = 2;
const longestSeconds = 300;

/**
 * How long a job that failed for a while waits, in seconds: 2, 4, 8 ... at most 300, with a quarter more or less so that
 * jobs that failed together do not come back together; longer when the server asked for it.
 * @param tries how often in a row it was tried without getting a step further, from 1
 */
export function retryDelay(
  tries: number,
  error: Pick<GenaiError, "retryAfterMs">,
  random: () => number = Math.random,
): number {
  const seconds = Math.min(longestSeconds, firstSeconds * 2 ** (tries - 1)) * (0.75 + random() / 2);
  const asked = Math.min((error.retryAfterMs ?? 0) / 1000, 2 * longestSeconds);
  return Math.ceil(Math.max(seconds, asked));
}
