import type { GenaiError } from "./genai-error";
import type { ModelSwitchedEvent } from "./generate-event";

/** How a task was cut, known before the first step runs. */
export interface TaskPlannedEvent {
  type: "planned";
  steps: number;
}

/** Steps done so far; `remainingMs` is an estimate from the steps already measured, absent before the first is done. */
export interface TaskProgressEvent {
  type: "progress";
  done: number;
  total: number;
  remainingMs?: number;
}

/** Words of the answer as they stream, without citation marks. A task that starts its text anew says `restarted`. */
export interface TaskPreviewEvent {
  type: "preview";
  text: string;
  restarted?: boolean;
}

/** Another model answered a step than the one that was asked; see ModelSwitchedEvent. */
export interface TaskModelSwitchedEvent {
  type: "model-switched";
  from: string;
  to: string;
  reason: ModelSwitchedEvent["reason"];
}

export interface TaskCompletedEvent<Result> {
  type: "completed";
  result: Result;
}

export interface TaskAbortedEvent {
  type: "aborted";
}

export interface TaskFailedEvent {
  type: "failed";
  error: GenaiError;
}

/** What a task yields: any number of the first four, then exactly one of completed, aborted, failed. Never throws. */
export type TaskEvent<Result> =
  | TaskPlannedEvent
  | TaskProgressEvent
  | TaskPreviewEvent
  | TaskModelSwitchedEvent
  | TaskCompletedEvent<Result>
  | TaskAbortedEvent
  | TaskFailedEvent;
