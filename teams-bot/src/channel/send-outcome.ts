/** What the connector made of one request; every way it can go has a name. */
export type SendOutcome =
  /** @property id undefined for answers without a body (chunks of a stream) */
  | { kind: "taken"; id: string | undefined }
  /** 202, but the chunk came out of order and is not shown. */
  | { kind: "dropped" }
  | { kind: "throttled"; retryAfterMs: number | undefined }
  | { kind: "stream-expired" | "stream-stopped" | "stream-completed" | "stream-not-allowed" | "stream-rewritten" }
  | { kind: "too-large" }
  /** The connector says no, and will say so again. */
  | { kind: "refused"; status: number }
  /** A server error: the request may have been taken all the same. */
  | { kind: "unavailable"; status: number }
  /** No connection came about: nothing was taken. */
  | { kind: "unreached" }
  /** The connection broke, or no answer came in time: the request may have been taken. */
  | { kind: "lost" }
  /** The bot got no token of its own; nothing was sent. */
  | { kind: "unauthenticated" };

/** What of an error of the SDK says how a request went. */
interface SendError {
  name?: string;
  /** Of the token library. */
  errorCode?: string;
  statusCode?: number;
  code?: string;
  message?: string;
  response?: { headers?: { get(name: string): string | undefined } };
}

/** Faults of the connection before anything was sent. */
const unreachedCodes = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/**
 * Names what an error of the SDK means. The kinds of 403 are told apart by their text, as Microsoft's own libraries do
 * (reference page on Teams, 4.3); that text goes nowhere else.
 * @throws what is no failure of a request
 */
export function outcomeOf(thrown: unknown): SendOutcome {
  const { name, errorCode, statusCode, code, message = "", response } = thrown as SendError;
  if (statusCode === undefined) {
    if (errorCode !== undefined) return { kind: "unauthenticated" };
    // Anything else is a defect of ours or of the SDK.
    if (name !== "RestError" && name !== "AbortError") throw thrown;
    return { kind: unreachedCodes.has(code ?? "") ? "unreached" : "lost" };
  }
  if (statusCode === 429 || statusCode === 412)
    return { kind: "throttled", retryAfterMs: retryAfter(response?.headers?.get("retry-after")) };
  if (statusCode >= 500 || statusCode === 408) return { kind: "unavailable", status: statusCode };
  const words = `${code ?? ""} ${message}`.toLowerCase();
  if (statusCode === 413 || words.includes("message size too")) return { kind: "too-large" };
  if (statusCode === 400 && words.includes("streaming api is not enabled")) return { kind: "stream-not-allowed" };
  if (statusCode === 403) {
    if (words.includes("exceeded streaming time")) return { kind: "stream-expired" };
    if (words.includes("cancel")) return { kind: "stream-stopped" };
    if (words.includes("already completed")) return { kind: "stream-completed" };
    if (words.includes("previously streamed content")) return { kind: "stream-rewritten" };
    if (words.includes("contentstreamnotallowed")) return { kind: "stream-not-allowed" };
  }
  return { kind: "refused", status: statusCode };
}

/** Seconds, or a date. @returns milliseconds */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const seconds = Number(header);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}
