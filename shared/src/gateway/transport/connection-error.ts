import { GenaiError } from "../../vocabulary";

/**
 * Names a failure of the network. The thrown error itself is never kept as the cause: an AxiosError carries the whole
 * request, with the document's text and the keys. What helps an engineer is the system's code (ECONNREFUSED, ...).
 */
export function connectionError(code: "connection-failed" | "connection-lost", thrown: unknown): GenaiError {
  const systemCode = systemCodeOf(thrown);
  const what = code === "connection-failed" ? "no connection" : "the connection broke off";
  return new GenaiError(code, systemCode === undefined ? what : `${what} (${systemCode})`, { retryable: true });
}

function systemCodeOf(thrown: unknown): string | undefined {
  for (let error = thrown, depth = 0; depth < 4 && typeof error === "object" && error !== null; depth++) {
    const { code, cause } = error as { code?: unknown; cause?: unknown };
    // ERR_NETWORK is what axios calls everything; the cause below it knows more.
    if (typeof code === "string" && /^[A-Z][A-Z0-9_]{2,40}$/.test(code) && code !== "ERR_NETWORK") return code;
    error = cause;
  }
  return undefined;
}
