import type { SummarizeResult } from "../../tasks";
import { reduceTask, type TaskFailure, type TaskFlowEvent, type TaskOutcome, type TaskState } from "../task/task-state";
import type { TaskWork } from "../task/task-state";
import type { SummarySource } from "./summary-engine";

export type { SendPlan } from "../task/task-state";

/** What a pane is doing for a summary. */
export type SummaryWork<Source extends SummarySource = SummarySource> = TaskWork<Source>;

/** A finished summary; stays until the next one is finished. */
export type SummaryOutcome<Source extends SummarySource = SummarySource> = TaskOutcome<Source, SummarizeResult>;

export type SummaryFailure = TaskFailure;

export type SummaryState<Source extends SummarySource = SummarySource> = TaskState<Source, SummarizeResult>;

export type SummaryEvent<Source extends SummarySource = SummarySource> = TaskFlowEvent<Source, SummarizeResult>;

/** See `reduceTask`. */
export function reduceSummary<Source extends SummarySource, State extends SummaryState<Source>>(
  state: State,
  event: SummaryEvent<Source>,
): State {
  return reduceTask<Source, SummarizeResult, State>(state, event);
}
