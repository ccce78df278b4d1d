import type { GenaiError } from "../vocabulary";

/**
 * True for a failure on the way to the relay itself: whatever the relay reports, also about a model behind it, carries
 * the relay's request id. Another model would not be reached either.
 */
export function relayUnreached(error: GenaiError): boolean {
  return error.requestId === undefined;
}
