import type { GenaiErrorCode } from "@genai-office/shared/vocabulary";

/** Statuses used here; a literal type, because Hono's `c.json` asks for one. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 413 | 429 | 500 | 502 | 503 | 504;

/** Which HTTP status says what a code means. What is not listed is a fault of this server: 500. */
const statuses: Partial<Record<GenaiErrorCode, ErrorStatus>> = {
  "bad-request": 400,
  "source-empty": 400,
  "model-unknown": 400,
  "model-cannot-do-task": 400,
  "content-blocked": 400,
  refused: 400,
  "sign-in-required": 401,
  forbidden: 403,
  "confidentiality-blocked": 403,
  "confidentiality-unconfirmed": 403,
  "model-not-cleared": 403,
  "placeholder-lost": 502,
  "not-found": 404,
  "input-too-large": 413,
  "rate-limited": 429,
  "budget-exhausted": 429,
  // The upstream refused us, not the caller: its 401 must not ask the caller for another key.
  unauthorized: 502,
  "connection-failed": 502,
  "connection-lost": 502,
  "incomplete-stream": 502,
  "malformed-response": 502,
  "not-a-model-server": 502,
  "server-error": 502,
  "upstream-error": 502,
  "upstream-unauthorized": 502,
  "output-empty": 502,
  "no-model": 503,
  "switched-off": 503,
  unavailable: 503,
  timeout: 504,
};

/** HTTP status for a code. */
export function httpStatus(code: GenaiErrorCode): ErrorStatus {
  return statuses[code] ?? 500;
}
