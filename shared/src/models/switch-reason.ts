import type { GenaiError, GenaiErrorCode } from "../vocabulary";

/** Failures of a model or of the way to it, after which another model may be asked. */
const switchable: readonly GenaiErrorCode[] = [
  "unavailable",
  "rate-limited",
  "server-error",
  "connection-failed",
  "connection-lost",
  "incomplete-stream",
  "malformed-response",
  "not-a-model-server",
  "not-found",
  "model-unknown",
  // Switched off may be this one model; where it is more, the others say so as well.
  "switched-off",
  "upstream-unauthorized",
  "upstream-error",
];

/**
 * True when another model may succeed where this one failed. Not after a refusal of the gate, of the model or of its
 * filter, which must not be got round; not after a cancel; not for a request that is wrong with every model.
 */
export function mayAskAnother(error: GenaiError): boolean {
  if (error.code === "timeout") return error.phase === "connect" || error.phase === "first-token";
  // Another model may have the room: whether it has is decided by its card.
  return error.code === "input-too-large" || switchable.includes(error.code);
}
