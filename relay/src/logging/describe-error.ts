import { types } from "node:util";
import type { GenaiError } from "@genai-office/shared/vocabulary";

/** What the log says about an error: names and places, never messages. */
export interface ErrorDescription {
  code: string;
  phase?: string;
  status?: number;
  upstreamRequestId?: string;
  cause?: string;
  stack?: string[];
}

/** Causes of causes that are named. */
const mostCauses = 4;

/**
 * Reduces an error to what a log may hold. Messages are left out on purpose: a JSON parser quotes the text it read,
 * and a stack begins with the message, so only the lines that name a place in the code are kept.
 */
export function describeError(error: GenaiError): ErrorDescription {
  const places = error.code === "internal" ? stackPlaces(error.cause ?? error) : [];
  return {
    code: error.code,
    ...(error.phase === undefined ? {} : { phase: error.phase }),
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.requestId === undefined ? {} : { upstreamRequestId: error.requestId }),
    ...(error.cause instanceof Error ? { cause: causeNames(error.cause) } : {}),
    ...(places.length === 0 ? {} : { stack: places }),
  };
}

/** Names and codes, from the nearest cause to the farthest: what a system said (ECONNREFUSED) often stands behind ours. */
function causeNames(cause: Error): string {
  const names: string[] = [];
  for (let error: unknown = cause; isError(error) && names.length < mostCauses; error = error.cause) {
    const { code } = error as { code?: unknown };
    const isTold = typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code);
    names.push(isTold ? `${error.constructor.name} ${code}` : error.constructor.name);
  }
  return names.join(" < ");
}

/** Also of the system, which may come from another realm. */
function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || types.isNativeError(thrown);
}

function stackPlaces(thrown: unknown): string[] {
  if (!(thrown instanceof Error) || thrown.stack === undefined) return [];
  // The message may have been changed after the stack was taken; then nothing tells where it ends.
  const messageAt = thrown.stack.indexOf(thrown.message);
  if (messageAt === -1) return [];
  return thrown.stack
    .slice(messageAt + thrown.message.length)
    .split("\n")
    .filter((line) => /^ {4}at .+(:\d+:\d+\)?|\))$/.test(line))
    .map((line) => line.trim())
    .slice(0, 8);
}
