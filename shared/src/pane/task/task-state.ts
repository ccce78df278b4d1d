import type { MessageKey } from "../../i18n";
import type { TextCount } from "../../language";
import type { ConfidentialityClass, Finding, GenaiError, ModelCard, TaskLanguage, TermPair } from "../../vocabulary";
import type { LengthChoice } from "../length-choice";
import type { ModelSwitch } from "../models/switch-text";
import type { Judgement, MaskedSource, SummarySource } from "../summary/summary-engine";

/** What every task of a pane hands over, whatever it is made of. */
export interface TaskOutput {
  /** What the guards saw, with offsets in the words that are shown. */
  findings: Finding[];
  /** Ids of the models that answered. */
  models: string[];
}

/** A short text that leaves besides the source, and what it is. */
export interface SentBeside {
  id: string;
  name: string;
  text: string;
}

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
  /** For a summary. */
  length?: LengthChoice;
  /** Leave besides the text, and were written or chosen by the person: what a reply is to say. */
  besides?: readonly SentBeside[];
  /** The person has left out parts that are marked more strictly than what leaves: that is asked, never assumed. */
  leftOut?: boolean;
  /** Leaves besides the text: the 定型 that was chosen. */
  instruction?: string;
  /** Leaves besides the text: what the ministry's glossary says of its terms. */
  terms?: readonly TermPair[];
  /** What leaves in the place of the source; "unmasked": the person does not want it masked. */
  masked?: MaskedSource | "unmasked";
}

/** What a pane is doing. */
export type TaskWork<Source extends SummarySource = SummarySource> =
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

/** A finished result; stays until the next one is finished. */
export interface TaskOutcome<Source extends SummarySource, Result extends TaskOutput> {
  plan: SendPlan<Source>;
  /** The class the text was sent with: the higher of what was found and what the person said. */
  declaredClass: ConfidentialityClass;
  result: Result;
  /** UUID of the run that made it; a result that came another way has none. */
  run?: string;
  /** The models that were asked in the place of another, each once. */
  switches?: ModelSwitch[];
}

/** Something that did not work; the source is as before. */
export interface TaskFailure {
  error: GenaiError;
  /** The mark because of which nothing was sent. */
  marking?: { where: string; text: string } | undefined;
  /** False when doing it again is no way out: it happened to a finished result, such as while it was written. */
  retry?: false;
}

export interface TaskState<Source extends SummarySource, Result extends TaskOutput> {
  work: TaskWork<Source>;
  outcome?: TaskOutcome<Source, Result> | undefined;
  /** The result that the person has discarded last, without having used it, to ask why; until something new begins. */
  discarded?: TaskOutcome<Source, Result> | undefined;
  failure?: TaskFailure | undefined;
  /** A short word on what was done last. */
  notice?: MessageKey | undefined;
  /** Class found when the source was read last. */
  foundClass?: ConfidentialityClass | undefined;
  /** Size of the source when it was read last. */
  size?: TextCount | undefined;
  /** Languages a model must know for it, as it was read last. */
  languages?: TaskLanguage[] | undefined;
}

export type TaskFlowEvent<Source extends SummarySource, Result extends TaskOutput> =
  | { type: "connecting" }
  | { type: "reading" }
  | { type: "judged"; foundClass: ConfidentialityClass; size: TextCount; languages: TaskLanguage[] }
  | { type: "confirming"; plan: SendPlan<Source> }
  | { type: "running"; plan: SendPlan<Source> }
  | { type: "planned"; total: number }
  | { type: "progress"; done: number; total: number; remainingMs?: number }
  | { type: "preview"; text: string; restarted: boolean }
  | { type: "switched"; change: ModelSwitch }
  | { type: "completed"; outcome: TaskOutcome<Source, Result> }
  /** The person has put the result away; `rejected`: without having used it. */
  | { type: "discarded"; outcome: TaskOutcome<Source, Result>; rejected: boolean }
  | { type: "cancelled"; silent?: boolean }
  | { type: "failed"; failure: TaskFailure }
  | { type: "copied"; worked: boolean };

const idle = { phase: "idle" } as const;

/**
 * What happens on each event. A result survives everything but the next result: cancelling and failing go back to it.
 * What a pane keeps besides stays as it is.
 */
export function reduceTask<
  Source extends SummarySource,
  Result extends TaskOutput,
  State extends TaskState<Source, Result>,
>(state: State, event: TaskFlowEvent<Source, Result>): State {
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

type Running<Source extends SummarySource> = Extract<TaskWork<Source>, { phase: "running" }>;

function advance<Source extends SummarySource>(
  work: Running<Source>,
  event: Extract<TaskFlowEvent<Source, never>, { type: "planned" | "progress" | "preview" | "switched" }>,
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
