/**
 * Everything that can go wrong between a click and a document, by name.
 * The text a person reads is looked up from the code (i18n `error.<code>`), never taken from a server's message.
 */
export const genaiErrorCodes = [
  // transport
  "connection-failed",
  "connection-lost",
  "timeout",
  "incomplete-stream",
  "malformed-response",
  "not-a-model-server",
  // answers of a server
  "bad-request",
  "unauthorized",
  "forbidden",
  "not-found",
  "input-too-large",
  "rate-limited",
  "server-error",
  "unavailable",
  "upstream-error",
  "upstream-unauthorized",
  "sign-in-required",
  "content-blocked",
  "refused",
  // policy
  "confidentiality-blocked",
  "confidentiality-unconfirmed",
  "model-not-cleared",
  "model-unknown",
  "model-cannot-do-task",
  "switched-off",
  "budget-exhausted",
  "placeholder-lost",
  // tasks
  "source-empty",
  "no-speech",
  "output-empty",
  "output-truncated",
  "output-too-long",
  "no-model",
  // documents
  "document-empty",
  "document-changed",
  "document-protected",
  "document-unsupported",
  "document-has-revisions",
  "document-has-hidden-text",
  "edit-unverified",
  "rollback-failed",
  "undo-impossible",
  "host-unsupported",
  "host-error",
  // the rest
  "aborted",
  "internal",
] as const;

export type GenaiErrorCode = (typeof genaiErrorCodes)[number];

/** Which of the four timers ran out. */
export type TimeoutPhase = "connect" | "first-token" | "idle" | "total";

export interface GenaiErrorDetails {
  /** True when the same request may succeed later. */
  retryable?: boolean;
  /** Id the help desk can look for in the relay's log. */
  requestId?: string;
  /** HTTP status, when a server answered. */
  status?: number;
  phase?: TimeoutPhase;
  /** How long the server asked us to wait, in milliseconds. */
  retryAfterMs?: number;
  /** What led to it; for logs and tests, never for people. */
  cause?: unknown;
}

/**
 * A marker that survives several realms: a pane, a dialog and jsdom each have their own classes,
 * so `instanceof` alone would miss errors that crossed a border.
 */
const marker = Symbol.for("genai-office.error");

/** The one error class of the suite. `message` is for engineers and holds no document text. */
export class GenaiError extends Error {
  readonly code: GenaiErrorCode;
  readonly retryable: boolean;
  readonly requestId: string | undefined;
  readonly status: number | undefined;
  readonly phase: TimeoutPhase | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: GenaiErrorCode, message: string, details: GenaiErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "GenaiError";
    Object.defineProperty(this, marker, { value: true });
    this.code = code;
    this.retryable = details.retryable ?? false;
    this.requestId = details.requestId;
    this.status = details.status;
    this.phase = details.phase;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** True for a GenaiError of any realm. */
  static isInstance(value: unknown): value is GenaiError {
    return typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[marker] === true;
  }
}

/** What of an error travels over the wire between relay and client: never a message, never a text. */
export interface WireError {
  code: GenaiErrorCode;
  retryable: boolean;
  requestId?: string;
  phase?: TimeoutPhase;
  retryAfterMs?: number;
}

/** Reduces an error to what may travel. */
export function toWireError(error: GenaiError): WireError {
  return {
    code: error.code,
    retryable: error.retryable,
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
    ...(error.phase === undefined ? {} : { phase: error.phase }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  };
}

/** Makes an error of what travelled; an unknown code becomes "internal". */
export function fromWireError(wire: Partial<WireError>, status?: number): GenaiError {
  const code = genaiErrorCodes.find((known) => known === wire.code) ?? "internal";
  return new GenaiError(code, `the relay reported ${code}`, {
    retryable: wire.retryable === true,
    ...(wire.requestId === undefined ? {} : { requestId: wire.requestId }),
    ...(wire.phase === undefined ? {} : { phase: wire.phase }),
    ...(wire.retryAfterMs === undefined ? {} : { retryAfterMs: wire.retryAfterMs }),
    ...(status === undefined ? {} : { status }),
  });
}

/** Turns anything thrown into a GenaiError; what is one already stays as it is. */
export function asGenaiError(thrown: unknown): GenaiError {
  if (GenaiError.isInstance(thrown)) return thrown;
  return new GenaiError("internal", "unexpected error", { cause: thrown });
}
