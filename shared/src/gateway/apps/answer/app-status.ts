import { GenaiError } from "../../../vocabulary";
import { isRecord } from "../is-record";

/** How far an accepted invocation is, in one set of words for both of GENAI's. */
export type AppStatus = "queued" | "running" | "completed" | "error";

const statuses: Readonly<Record<string, AppStatus>> = {
  ACCEPTED: "queued",
  PENDING: "queued",
  IN_PROGRESS: "running",
  COMPLETED: "completed",
  ERROR: "error",
};

/** Reads a status of the history (ACCEPTED …) or of the protocol (PENDING …). A word that is not known means "not over". */
export function readStatus(value: unknown): AppStatus | undefined {
  if (typeof value !== "string") return undefined;
  return statuses[value.trim().toUpperCase()] ?? "queued";
}

/**
 * True when a 2xx reply to an invocation is an acceptance and no answer: `outputs` then holds a sentence that says so.
 * A `statusCode` that some apps put into their bodies means nothing.
 */
export function isAcceptance(httpStatus: number, body: Record<string, unknown>): boolean {
  if (httpStatus === 202) return true;
  const status = readStatus(body.status);
  if (status === "completed" || status === "error") return false;
  return status !== undefined || (typeof body.request_id === "string" && body.request_id !== "");
}

/** @throws GenaiError "upstream-error" for a reply that tells of a failure, in both of its shapes: a sentence, an object */
export function throwIfError(body: Record<string, unknown>): void {
  const { error } = body;
  const told = (typeof error === "string" && error.trim() !== "") || (isRecord(error) && Object.keys(error).length > 0);
  if (told || readStatus(body.status) === "error") throw new GenaiError("upstream-error", "the app reported a failure");
}
