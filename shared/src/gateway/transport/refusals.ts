import type { GenaiErrorCode } from "../../vocabulary";

/** What a refusal means to us, and whether the same request may succeed a moment later. */
export interface Refusal {
  code: GenaiErrorCode;
  retryable: boolean;
}

const final = (code: GenaiErrorCode): Refusal => ({ code, retryable: false });
const passing = (code: GenaiErrorCode): Refusal => ({ code, retryable: true });

/** The one table of HTTP statuses: what each becomes, and which are tried again. */
export const statusRefusals: Readonly<Record<number, Refusal>> = {
  400: final("bad-request"),
  401: final("unauthorized"),
  403: final("forbidden"),
  404: final("not-found"),
  405: final("not-a-model-server"),
  407: final("unauthorized"),
  408: passing("unavailable"),
  409: passing("unavailable"),
  410: final("not-found"),
  413: final("input-too-large"),
  425: passing("unavailable"),
  429: passing("rate-limited"),
  500: passing("server-error"),
  501: final("server-error"),
  502: passing("unavailable"),
  503: passing("unavailable"),
  504: passing("unavailable"),
  529: passing("unavailable"),
};

/** Codes that a failed attempt may have and still be tried again, provided that the error itself says `retryable`. */
export const retriedCodes: ReadonlySet<GenaiErrorCode> = new Set<GenaiErrorCode>([
  "connection-failed",
  "connection-lost",
  "incomplete-stream",
  "not-a-model-server",
  "rate-limited",
  "server-error",
  "unavailable",
]);

/**
 * What a status means. Redirects are never followed (they would carry the document to another server, and turn the
 * POST into a GET), so one means that the address is not that of a model server.
 */
export function refusalOfStatus(status: number): Refusal {
  const known = statusRefusals[status];
  if (known !== undefined) return known;
  if (status < 400) return final("not-a-model-server");
  return status < 500 ? final("bad-request") : passing("server-error");
}

/** Statuses whose meaning stands whatever page a proxy sends with them. */
const tellingStatuses = new Set([401, 403, 407, 413, 429]);

/** What a web page in the place of an answer means: a proxy or a portal spoke, not the model server. */
export function refusalOfWebPage(status: number): Refusal {
  const refusal = refusalOfStatus(status);
  if (tellingStatuses.has(status)) return refusal;
  return { code: "not-a-model-server", retryable: status >= 400 && refusal.retryable };
}
