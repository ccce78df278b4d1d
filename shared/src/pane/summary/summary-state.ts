import type { MessageKey } from "../../i18n";
import type { SummarizeResult } from "../../tasks";
import type { ConfidentialityClass, GenaiError, ModelCard } from "../../vocabulary";
import type { LengthChoice } from "../length-choice";
import type { Judgement, SummarySource } from "./summary-engine";

/** What would be sent: the source, what the gate says about it, and the model. */
export interface SendPlan<Source extends SummarySource = SummarySource> {
  source: Source;
  judgement: Judgement;
  card: ModelCard;
  /** The person's model, or the default one, that may not receive this class, so that `card` was taken instead. */
  passedOver?: ModelCard;
  length: LengthChoice;
}

/** What a pane is doing. */
export type SummaryWork<Source extends SummarySource = SummarySource> =
  | { phase: "idle" }
  | { phase: "connecting" }
  | { phase: "reading" }
  | { phase: "confirming"; plan: SendPlan<Source> }
  | {
      phase: "running";
      plan: SendPlan<Source>;
      preview: string;
      done: number;
      total?: number;
      remainingMs?: number;
    };

/** A finished summary; stays until the next one is finished. */
export interface SummaryOutcome<Source extends SummarySource = SummarySource> {
  plan: SendPlan<Source>;
  /** The class the text was sent with: the higher of what was found and what the person said. */
  declaredClass: ConfidentialityClass;
  result: SummarizeResult;
}

/** Something that did not work; the source is as before. */
export interface SummaryFailure {
  error: GenaiError;
  /** The mark because of which nothing was sent. */
  marking?: { where: string; text: string } | undefined;
  /** False when summarizing again is no way out: it happened to a finished summary, such as while it was written. */
  retry?: false;
}

export interface SummaryState<Source extends SummarySource = SummarySource> {
  work: SummaryWork<Source>;
  outcome?: SummaryOutcome<Source> | undefined;
  failure?: SummaryFailure | undefined;
  /** A short word on what was done last. */
  notice?: MessageKey | undefined;
  /** Class found when the source was read last. */
  foundClass?: ConfidentialityClass | undefined;
}

export type SummaryEvent<Source extends SummarySource = SummarySource> =
  | { type: "connecting" }
  | { type: "reading" }
  | { type: "judged"; foundClass: ConfidentialityClass }
  | { type: "confirming"; plan: SendPlan<Source> }
  | { type: "running"; plan: SendPlan<Source> }
  | { type: "planned"; total: number }
  | { type: "progress"; done: number; total: number; remainingMs?: number }
  | { type: "preview"; text: string; restarted: boolean }
  | { type: "completed"; outcome: SummaryOutcome<Source> }
  | { type: "cancelled"; silent?: boolean }
  | { type: "failed"; failure: SummaryFailure }
  | { type: "copied"; worked: boolean };

const idle = { phase: "idle" } as const;

/**
 * What happens on each event. A result survives everything but the next result: cancelling and failing go back to it.
 * What a pane keeps besides stays as it is.
 */
export function reduceSummary<Source extends SummarySource, State extends SummaryState<Source>>(
  state: State,
  event: SummaryEvent<Source>,
): State {
  switch (event.type) {
    case "connecting":
    case "reading":
      return { ...state, work: { phase: event.type }, failure: undefined, notice: undefined };
    case "judged":
      return { ...state, foundClass: event.foundClass };
    case "confirming":
      return { ...state, work: { phase: "confirming", plan: event.plan } };
    case "running":
      return { ...state, work: { phase: "running", plan: event.plan, preview: "", done: 0 } };
    case "planned":
    case "progress":
    case "preview":
      return state.work.phase === "running" ? { ...state, work: advance(state.work, event) } : state;
    case "completed":
      return { ...state, work: idle, outcome: event.outcome };
    case "cancelled":
      return { ...state, work: idle, notice: event.silent === true ? undefined : "summarize.cancelled" };
    case "failed":
      return { ...state, work: idle, failure: event.failure };
    case "copied":
      return { ...state, failure: undefined, notice: event.worked ? "action.copied" : "action.copyFailed" };
  }
}

type Running<Source extends SummarySource> = Extract<SummaryWork<Source>, { phase: "running" }>;

function advance<Source extends SummarySource>(
  work: Running<Source>,
  event: Extract<SummaryEvent<Source>, { type: "planned" | "progress" | "preview" }>,
): Running<Source> {
  switch (event.type) {
    case "planned":
      return { ...work, total: event.total };
    case "progress": {
      const { done, total, remainingMs } = event;
      const known = { phase: work.phase, plan: work.plan, preview: work.preview, done, total };
      return remainingMs === undefined ? known : { ...known, remainingMs };
    }
    case "preview":
      return { ...work, preview: event.restarted ? event.text : work.preview + event.text };
  }
}
