import type { EstimatedCost } from "../../models";
import type {
  Finding,
  GenaiError,
  GenaiErrorCode,
  ModelCard,
  StepRunner,
  TaskEvent,
  UsageEvent,
} from "../../vocabulary";

/** What a result must have so that it can stand in a column. */
export interface ComparableResult {
  text: string;
  findings: readonly Finding[];
  usage?: Omit<UsageEvent, "type">;
}

/** Any task of the suite, such as `summarize`. */
export type ComparableTask<Request, Result extends ComparableResult> = (
  request: Request,
  runner: StepRunner,
  options: { signal?: AbortSignal; concurrency?: number },
) => AsyncIterable<TaskEvent<Result>>;

/** One request to several models. */
export interface Comparison<Request, Result extends ComparableResult> {
  /** A column for each, in this order; a card that is named twice has one. */
  cards: readonly ModelCard[];
  task: ComparableTask<Request, Result>;
  /** The request for a model: the same source and wishes, with this card. */
  makeRequest(card: ModelCard): Request;
  /**
   * The gate's refusal for a model, or undefined when the text may go there; a refused column fails without a request.
   * Besides this, each step is held against the card's clearance before it leaves.
   */
  refusalOf?(card: ModelCard): GenaiErrorCode | undefined;
}

export interface CompareOptions {
  signal?: AbortSignal;
  /** Models asked at the same time; 3 when left out. */
  concurrency?: number;
  /** Steps of one model at the same time; 2 when left out. */
  stepConcurrency?: number;
}

/** What one model made of the request. Exactly one of `result` and `error` is set. */
export interface ComparisonColumn<Result extends ComparableResult> {
  model: string;
  /** From the start of this model's own work to its end, without the wait for its turn. */
  milliseconds: number;
  /** Empty for a column that failed: partial words are no answer. */
  text: string;
  findings: readonly Finding[];
  /** Absent when the model does not count. */
  usage?: Omit<UsageEvent, "type">;
  /** Absent without usage or without a price on the card. */
  cost?: EstimatedCost;
  result?: Result;
  error?: GenaiError;
}

/** An event of one model's task, as it came; also its terminal event. */
export interface ColumnEvent<Result extends ComparableResult> {
  type: "column";
  model: string;
  event: TaskEvent<Result>;
}

/** A model's task has ended, well or not; follows the task's terminal event. */
export interface ColumnEndedEvent<Result extends ComparableResult> {
  type: "column-ended";
  model: string;
  column: ComparisonColumn<Result>;
}

/** Every model's task has ended; columns in the order of the cards. */
export interface ComparisonCompletedEvent<Result extends ComparableResult> {
  type: "completed";
  columns: ComparisonColumn<Result>[];
}

/** What a comparison yields: any number of column events, then exactly one of completed, aborted, failed. Never throws. */
export type CompareEvent<Result extends ComparableResult> =
  | ColumnEvent<Result>
  | ColumnEndedEvent<Result>
  | ComparisonCompletedEvent<Result>
  | { type: "aborted" }
  | { type: "failed"; error: GenaiError };
