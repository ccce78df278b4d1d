import type { GenaiError, GenaiErrorCode } from "./genai-error";

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

/**
 * Another model was asked because this one could not answer; never once words have come.
 * `reason`: the code of the failure, or what the card said beforehand: "closed" (service hours), "too-small" (the step does not
 * fit its context). Shown to people: who answered is part of the answer.
 */
export interface ModelSwitchedEvent {
  type: "model-switched";
  from: string;
  to: string;
  reason: GenaiErrorCode | "closed" | "too-small";
}

/**
 * A long invocation of an AI app was accepted and goes on without us. The ticket (opaque text) continues the wait in a later
 * step; it is worth nothing to another person.
 */
export interface AcceptedEvent {
  type: "accepted";
  ticket: string;
}

/** An accepted invocation was looked at and is not over. The next look is in `nextLookMs` milliseconds. */
export interface WaitingEvent {
  type: "waiting";
  state: "queued" | "running";
  nextLookMs: number;
}

/** A file that belongs to the answer of an AI app. */
export interface ArtifactEvent {
  type: "artifact";
  name: string;
  /** Base64; empty when the file could not be fetched. */
  content: string;
  /** Why there is no content. The answer itself is whole. */
  missing?: GenaiErrorCode;
}

/** Everything a stream may hold besides words and its end. */
export type SideEvent = UsageEvent | ProgressEvent | ModelSwitchedEvent | AcceptedEvent | WaitingEvent | ArtifactEvent;

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

/** What a StepRunner yields: any number of words and side events, then exactly one terminal event, then the end. */
export type GenerateEvent = TextDeltaEvent | SideEvent | TerminalEvent;

/** True for the one event that ends a stream. */
export function isTerminal(event: GenerateEvent): event is TerminalEvent {
  return event.type === "finished" || event.type === "aborted" || event.type === "failed";
}
