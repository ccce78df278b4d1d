import { types } from "node:util";
import { DatabaseError } from "./database";

/**
 * Why the database does not answer, as a code: a system code such as ECONNREFUSED or CERT_HAS_EXPIRED, a SQLSTATE, or
 * "timeout". Never a message: those quote addresses and values.
 */
export function faultOf(thrown: unknown): string {
  for (let error: unknown = thrown, depth = 0; isError(error) && depth < 4; error = error.cause, depth++) {
    const { code } = error as { code?: unknown };
    const isTold = typeof code === "string" && /^[A-Za-z0-9_]{1,40}$/.test(code);
    if (isTold && !(error instanceof DatabaseError && code === "CONNECTION")) return code;
  }
  return thrown instanceof DatabaseError ? thrown.code : "internal";
}

/** Also of the system, which may come from another realm. */
function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || types.isNativeError(thrown);
}
