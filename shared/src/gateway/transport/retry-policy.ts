import type { GenaiError } from "../../vocabulary";
import { retriedCodes } from "./refusals";
import { longestObeyedWaitMs } from "./retry-after";

/** How failed attempts are repeated. Never once words have reached the caller. */
export interface RetryPolicy {
  /** Further attempts after the first. */
  maximumRetries: number;
  /** Back-off before the first retry; doubled for each further one. */
  initialDelayMs: number;
  maximumDelayMs: number;
  /** Share of the delay that chance may take off, 0..1, so that clients do not come back in step. */
  jitter: number;
  /** Longest wait that a server may ask for and get; when it asks for more, the person is told instead. */
  longestObeyedWaitMs: number;
}

export const defaultRetryPolicy: RetryPolicy = {
  maximumRetries: 2,
  initialDelayMs: 500,
  maximumDelayMs: 8_000,
  jitter: 0.25,
  longestObeyedWaitMs,
};

/** True when a failure is one that is worth repeating without asking anybody. */
export function isRetried(error: GenaiError): boolean {
  return error.retryable && retriedCodes.has(error.code);
}

/**
 * Milliseconds until the next attempt: what the server asked for, or exponential back-off when it asked for nothing.
 * Undefined when it asked for more than the policy allows (a minute): asking sooner would only add to its load, so the person is told.
 * @param retriesDone retries made so far, 0 before the first
 * @param random a number in 0..1
 */
export function retryDelay(
  error: GenaiError,
  retriesDone: number,
  policy: RetryPolicy,
  random: () => number,
): number | undefined {
  const { retryAfterMs } = error;
  if (retryAfterMs !== undefined) return retryAfterMs <= policy.longestObeyedWaitMs ? retryAfterMs : undefined;
  const delay = Math.min(policy.maximumDelayMs, policy.initialDelayMs * 2 ** retriesDone);
  return delay * (1 - policy.jitter * random());
}
