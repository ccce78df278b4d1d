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
    ...(error.cause instanceof Error ? { cause: causeName(error.cause) } : {}),
    ...(places.length === 0 ? {} : { stack: places }),
  };
}

function causeName(cause: Error): string {
  const code = (cause as { code?: unknown }).code;
  return typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code)
    ? `${cause.constructor.name} ${code}`
    : cause.constructor.name;
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
