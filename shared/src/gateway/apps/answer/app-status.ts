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
 * True when a 2xx reply to an invocation is an acceptance and no answer: `outputs` then holds a sentence that says so. A 200
 * is one when it says that it is not over, or where to ask. A `statusCode` that some apps put into their bodies means
 * nothing, and neither does a word of their own ("success") or an id alone.
 */
export function isAcceptance(httpStatus: number, body: Record<string, unknown>): boolean {
  if (httpStatus === 202) return true;
  const status = typeof body.status === "string" ? statuses[body.status.trim().toUpperCase()] : undefined;
  if (status === "completed" || status === "error") return false;
  return status !== undefined || (typeof body.status_url === "string" && body.status_url !== "");
}

/** @throws GenaiError "upstream-error" for a reply that tells of a failure, in both of its shapes: a sentence, an object */
export function throwIfError(body: Record<string, unknown>): void {
  const { error } = body;
  const told = (typeof error === "string" && error.trim() !== "") || (isRecord(error) && Object.keys(error).length > 0);
  if (told || readStatus(body.status) === "error") throw new GenaiError("upstream-error", "the app reported a failure");
}
