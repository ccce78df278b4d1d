import { GenaiError } from "@genai-office/shared/vocabulary";
import type { SendOutcome } from "./send-outcome";

/** The error of a request that is given up. Its text holds nothing that the connector said. */
export function errorOf(outcome: SendOutcome): GenaiError {
  switch (outcome.kind) {
    case "throttled":
      return new GenaiError("rate-limited", "the connector takes no more for now", {
        retryable: true,
        ...(outcome.retryAfterMs === undefined ? {} : { retryAfterMs: outcome.retryAfterMs }),
      });
    case "too-large":
      return new GenaiError("output-too-long", "the connector found a message too large");
    case "unavailable":
      return new GenaiError("server-error", "the connector failed; it may have taken the message", {
        retryable: true,
        status: outcome.status,
      });
    case "unauthenticated":
      return new GenaiError("unauthorized", "the bot got no token for the connector", { retryable: true });
    case "unreached":
      return new GenaiError("connection-failed", "the connector was not reached", { retryable: true });
    case "lost":
      return new GenaiError("connection-lost", "no answer of the connector; it may have taken the message", {
        retryable: true,
      });
    case "stream-stopped":
      return new GenaiError("aborted", "the person stopped the answer");
    case "refused":
      return new GenaiError(refusalCodes[outcome.status] ?? "bad-request", "the connector refused a message", {
        status: outcome.status,
      });
    default:
      return new GenaiError("bad-request", `the connector refused a message (${outcome.kind})`);
  }
}

const refusalCodes: Readonly<Record<number, "unauthorized" | "forbidden" | "not-found">> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not-found",
};
