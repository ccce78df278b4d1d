import { GenaiError } from "../../../vocabulary";
import { failureIn, isFailureWord } from "../../failure-signs";

/** How far an accepted invocation is, in one set of words for both of GENAI's. */
export type AppStatus = "queued" | "running" | "completed" | "error";

const statuses: Readonly<Record<string, AppStatus>> = {
  ACCEPTED: "queued",
  PENDING: "queued",
  IN_PROGRESS: "running",
  COMPLETED: "completed",
  ERROR: "error",
};

/** Words of apps' own beside an answer that is whole. */
const goodWords: ReadonlySet<string> = new Set([
  "OK",
  "TRUE",
  "200",
  "SUCCESS",
  "SUCCEEDED",
  "SUCCESSFUL",
  "COMPLETE",
  "COMPLETED",
  "DONE",
  "FINISHED",
]);

/**
 * Reads a status of the history (ACCEPTED …) or of the protocol (PENDING …). A word that is not known means "not over",
 * unless it says itself that it is a failure's (FAILED, CANCELLED).
 */
export function readStatus(value: unknown): AppStatus | undefined {
  if (typeof value !== "string") return undefined;
  return statuses[wordOf(value)] ?? (isFailureWord(value) ? "error" : "queued");
}

/**
 * True when a 2xx reply to an invocation is an acceptance and no answer: `outputs` then holds a sentence that says so. A 200
 * is one when it says that it is not over, where to ask, or under which id, unless it says that it is COMPLETED (trap B2 of
 * the reference page on GENAI's contracts). A `statusCode` that some apps put into their bodies means nothing.
 */
export function isAcceptance(httpStatus: number, body: Record<string, unknown>): boolean {
  if (httpStatus === 202) return true;
  const status = typeof body.status === "string" ? statuses[wordOf(body.status)] : undefined;
  if (status === "completed" || status === "error") return false;
  return status !== undefined || isNamed(body.status_url) || isNamed(body.request_id);
}

/** @throws GenaiError "upstream-error" for a reply that tells of a failure: a sentence, an object, a list, a status */
export function throwIfError(body: Record<string, unknown>): void {
  if (failureIn(body) !== undefined || readStatus(body.status) === "error") throw reportedFailure();
}

/**
 * For a reply that is taken for an answer: nothing in it may say that it is none, and a status of its own, if it has one, is
 * a word for success.
 * @throws GenaiError "upstream-error"
 */
export function throwIfNoAnswer(body: Record<string, unknown>): void {
  throwIfError(body);
  const { status } = body;
  if (status === undefined || status === null || status === "") return;
  if (typeof status === "object" || !goodWords.has(wordOf(status as string | number | boolean)))
    throw reportedFailure();
}

function reportedFailure(): GenaiError {
  return new GenaiError("upstream-error", "the app reported a failure");
}

function wordOf(status: string | number | boolean): string {
  return String(status).trim().toUpperCase();
}

function isNamed(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}
