import { refusalOfStatus, type Refusal } from "../transport/refusals";
import { saysTooLong } from "./too-long";

const final = (code: Refusal["code"]): Refusal => ({ code, retryable: false });
const passing = (code: Refusal["code"]): Refusal => ({ code, retryable: true });

/** `code` and `type` values of OpenAI, Azure, vLLM, API management and their like; compared in lower case. */
export const namedRefusals: Readonly<Record<string, Refusal>> = {
  content_filter: final("content-blocked"),
  content_policy_violation: final("content-blocked"),
  responsibleaipolicyviolation: final("content-blocked"),
  context_length_exceeded: final("input-too-large"),
  string_above_max_length: final("input-too-large"),
  request_too_large: final("input-too-large"),
  exceed_context_size_error: final("input-too-large"),
  // The quota of the contract is used up: waiting a moment does not help.
  insufficient_quota: final("rate-limited"),
  rate_limit_exceeded: passing("rate-limited"),
  rate_limit_error: passing("rate-limited"),
  too_many_requests: passing("rate-limited"),
  invalid_api_key: final("unauthorized"),
  authentication_error: final("unauthorized"),
  permission_denied: final("forbidden"),
  permission_error: final("forbidden"),
  model_not_found: final("not-found"),
  deploymentnotfound: final("not-found"),
  server_error: passing("server-error"),
  internal_server_error: passing("server-error"),
  overloaded_error: passing("unavailable"),
  service_unavailable: passing("unavailable"),
  unavailable_error: passing("unavailable"),
  engine_overloaded: passing("unavailable"),
};

/** API management tells a used-up quota in a sentence, with a status that means something else. */
const quotaUsedUp = /out of call volume quota|out of bandwidth quota/i;

/**
 * Reads an error of the wire in any of the shapes in use: `{error: {...}}`, `{error: "..."}`, `{errors: [...]}`,
 * `{detail}` (FastAPI), the error itself (vLLM, API management), a list with one such, `{response: {error}}`. Only codes
 * are used; words never leave here.
 * @param status HTTP status; undefined for an error inside a 200
 * @returns undefined when nothing is recognised
 */
export function refusalOfErrorObject(body: unknown, status: number | undefined): Refusal | undefined {
  const error = errorObjectOf(body);
  if (error === undefined) return undefined;
  if (typeof error === "string") return saysTooLong(error, status) ? final("input-too-large") : undefined;
  const inner = isRecord(error.innererror) ? error.innererror.code : undefined;
  for (const name of [inner, error.code, error.type]) {
    const known = typeof name === "string" ? namedRefusals[name.toLowerCase()] : undefined;
    if (known !== undefined) return known;
  }
  const message = error.message ?? error.msg;
  if (typeof message === "string") {
    if (saysTooLong(message, status)) return final("input-too-large");
    if (quotaUsedUp.test(message)) return final("rate-limited");
  }
  const numeric = Number(error.code ?? error.statusCode ?? error.status);
  // A bare 400 inside a 200 is about what a server further up was asked, not about our request.
  if (status === undefined && numeric >= 401 && numeric <= 599) return refusalOfStatus(numeric);
  return undefined;
}

/** The error inside a body or a payload; undefined when it has none. */
export function errorObjectOf(body: unknown): Record<string, unknown> | string | undefined {
  if (Array.isArray(body)) return errorObjectOf(body[0]);
  if (!isRecord(body)) return undefined;
  for (const named of [body.error, body.errors, body.detail]) {
    const error: unknown = Array.isArray(named) ? (named as unknown[])[0] : named;
    if (isRecord(error) || (typeof error === "string" && error !== "")) return error;
  }
  if (isRecord(body.response)) return errorObjectOf(body.response);
  const isError = body.object === "error" || body.type === "error" || "statusCode" in body || "message" in body;
  return isError && !("choices" in body) ? body : undefined;
}

/** Fields that only errors have, in a payload that is nothing else. */
const errorFields = [
  "detail",
  "details",
  "exception",
  "fault",
  "message",
  "errorMessage",
  "error_message",
  "error_msg",
];

/** True for a payload that names an error, in any shape. Null, "", false and an empty list say that there is none. */
export function namesError({ error, errors, object }: Record<string, unknown>): boolean {
  return isTold(error) || isTold(errors) || object === "error";
}

/** True for a payload of no known shape that can only be an error: it tells something, or has a status of failure. */
export function looksLikeError(payload: Record<string, unknown>): boolean {
  if (errorFields.some((field) => isTold(payload[field]))) return true;
  return [payload.status, payload.statusCode, payload.code].some(
    (status) => (typeof status === "string" && /^(error|fail)/i.test(status)) || Number(status) >= 400,
  );
}

/** A field that says something. */
export function isTold(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
