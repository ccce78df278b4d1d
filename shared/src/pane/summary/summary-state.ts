import type { MessageKey } from "../../i18n";
import type { TextCount } from "../../language";
import type { SummarizeResult } from "../../tasks";
import type { ConfidentialityClass, GenaiError, ModelCard, TaskLanguage, TermPair } from "../../vocabulary";
import type { LengthChoice } from "../length-choice";
import type { ModelSwitch } from "../models/switch-text";
import type { Judgement, MaskedSource, SummarySource } from "./summary-engine";

/** What would be sent: the source, what the gate says about it, and the model. */
export interface SendPlan<Source extends SummarySource = SummarySource> {
  source: Source;
  judgement: Judgement;
  card: ModelCard;
  /** The person's model, or the default one, that may not receive this class, so that `card` was taken instead. */
  passedOver?: ModelCard;
  /** True when it is the language of the source or of the result that `passedOver` does not know. */
  passedOverForLanguage?: boolean;
  /** The model that answers while `card` is closed: the first of `fallbacks` then. */
  standIn?: ModelCard;
  /** Models that may receive this class and are asked in turn when `card` cannot answer. */
  fallbacks?: ModelCard[];
  /** What a person should know of the model before sending: its hours, the end of its service. */
  notes?: string[];
  /** Every model that may be named in this work: an answer may come from another one than `card`. */
  models?: ModelCard[];
  length: LengthChoice;
  /** Leaves besides the text: the 定型 that was chosen. */
  instruction?: string;
  /** Leaves besides the text: what the ministry's glossary says of its terms. */
  terms?: readonly TermPair[];
  /** What leaves in the place of the source; "unmasked": the person does not want it masked. */
  masked?: MaskedSource | "unmasked";
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
      /** The switches so far, each once. */
      switches?: ModelSwitch[];
    };

/** A finished summary; stays until the next one is finished. */
export interface SummaryOutcome<Source extends SummarySource = SummarySource> {
  plan: SendPlan<Source>;
  /** The class the text was sent with: the higher of what was found and what the person said. */
  declaredClass: ConfidentialityClass;
  result: SummarizeResult;
  /** UUID of the run that made it; a result that came another way has none. */
  run?: string;
  /** The models that were asked in the place of another, each once. */
  switches?: ModelSwitch[];
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
  /** The result that the person has discarded last, without having used it, to ask why; until something new begins. */
  discarded?: SummaryOutcome<Source> | undefined;
  failure?: SummaryFailure | undefined;
  /** A short word on what was done last. */
  notice?: MessageKey | undefined;
  /** Class found when the source was read last. */
  foundClass?: ConfidentialityClass | undefined;
  /** Size of the source when it was read last. */
  size?: TextCount | undefined;
  /** Languages a model must know for it, as it was read last. */
  languages?: TaskLanguage[] | undefined;
}

export type SummaryEvent<Source extends SummarySource = SummarySource> =
  | { type: "connecting" }
  | { type: "reading" }
  | { type: "judged"; foundClass: ConfidentialityClass; size: TextCount; languages: TaskLanguage[] }
  | { type: "confirming"; plan: SendPlan<Source> }
  | { type: "running"; plan: SendPlan<Source> }
  | { type: "planned"; total: number }
  | { type: "progress"; done: number; total: number; remainingMs?: number }
  | { type: "preview"; text: string; restarted: boolean }
  | { type: "switched"; change: ModelSwitch }
  | { type: "completed"; outcome: SummaryOutcome<Source> }
  /** The person has put the result away; `rejected`: without having used it. */
  | { type: "discarded"; outcome: SummaryOutcome<Source>; rejected: boolean }
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
      return { ...state, work: { phase: event.type }, failure: undefined, notice: undefined, discarded: undefined };
    case "judged":
      return { ...state, foundClass: event.foundClass, size: event.size, languages: event.languages };
    case "confirming":
      return { ...state, work: { phase: "confirming", plan: event.plan } };
    case "running":
      return { ...state, work: { phase: "running", plan: event.plan, preview: "", done: 0 } };
    case "planned":
    case "progress":
    case "preview":
    case "switched":
      return state.work.phase === "running" ? { ...state, work: advance(state.work, event) } : state;
    case "completed": {
      const switches = state.work.phase === "running" ? state.work.switches : undefined;
      const outcome = switches === undefined ? event.outcome : { ...event.outcome, switches };
      return { ...state, work: idle, outcome, discarded: undefined };
    }
    case "discarded":
      return {
        ...state,
        outcome: undefined,
        discarded: event.rejected ? event.outcome : undefined,
        failure: undefined,
        notice: "action.discarded",
      };
    case "cancelled":
      return { ...state, work: idle, notice: event.silent === true ? undefined : "summarize.cancelled" };
    case "failed":
      return { ...state, work: idle, failure: event.failure };
    case "copied":
      return { ...state, failure: undefined, notice: event.worked ? "action.copied" : "action.copyFailed" };
  }
}

/** Every step of a task may tell of the same switch; a person is told once. */
function withSwitch(switches: ModelSwitch[], change: ModelSwitch): ModelSwitch[] {
  const known = switches.some(
    ({ from, to, reason }) => from === change.from && to === change.to && reason === change.reason,
  );
  return known ? switches : [...switches, change];
}

type Running<Source extends SummarySource> = Extract<SummaryWork<Source>, { phase: "running" }>;

function advance<Source extends SummarySource>(
  work: Running<Source>,
  event: Extract<SummaryEvent<Source>, { type: "planned" | "progress" | "preview" | "switched" }>,
): Running<Source> {
  switch (event.type) {
    case "planned":
      return { ...work, total: event.total };
    case "progress": {
      const { done, total, remainingMs } = event;
      const known = { ...work, done, total };
      delete known.remainingMs;
      return remainingMs === undefined ? known : { ...known, remainingMs };
    }
    case "switched":
      return { ...work, switches: withSwitch(work.switches ?? [], event.change) };
    case "preview":
      return { ...work, preview: event.restarted ? event.text : work.preview + event.text };
  }
}
