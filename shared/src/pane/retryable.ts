import { GenaiError } from "../vocabulary";

/**
 * Loads something once. A part of the pane that does not come is a lost connection to the server that delivers it:
 * `connection-failed`, and the next call tries again.
 */
export function retryable<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let pending: Promise<Value> | undefined;
  return () => {
    pending ??= load().catch((cause: unknown) => {
      pending = undefined;
      throw new GenaiError("connection-failed", "a part of the pane could not be loaded", { retryable: true, cause });
    });
    return pending;
  };
}
