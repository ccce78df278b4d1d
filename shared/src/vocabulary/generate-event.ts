import type { GenaiError } from "./genai-error";

/**
 * Why a model stopped, in the spelling of the OpenAI wire, which most gateways share.
 * Only "stop" is a whole answer; "length" was cut by a limit. The others never enter a document.
 */
export type FinishReason = "stop" | "length" | "tool_calls" | "content_filter" | "other";

/** Words of the answer. One event may carry several chunks of the wire. */
export interface TextDeltaEvent {
  type: "text-delta";
  text: string;
}

/** Tokens as counted by the server. */
export interface UsageEvent {
  type: "usage";
  inputTokens: number;
  outputTokens: number;
}

/** Steps or items done, for long work. */
export interface ProgressEvent {
  type: "progress";
  done: number;
  total: number;
}

export interface FinishedEvent {
  type: "finished";
  reason: FinishReason;
}

export interface AbortedEvent {
  type: "aborted";
  /** Text received until then; for display only. */
  partial: string;
}

export interface FailedEvent {
  type: "failed";
  error: GenaiError;
  /** Text received until then; for display only. */
  partial: string;
  /** Set when the wire named a reason but the answer must not be used (content filter). */
  reason?: FinishReason;
}

export type TerminalEvent = FinishedEvent | AbortedEvent | FailedEvent;

/** What a StepRunner yields: any number of the first three, then exactly one terminal event, then the end. */
export type GenerateEvent = TextDeltaEvent | UsageEvent | ProgressEvent | TerminalEvent;

/** True for the one event that ends a stream. */
export function isTerminal(event: GenerateEvent): event is TerminalEvent {
  return event.type === "finished" || event.type === "aborted" || event.type === "failed";
}
