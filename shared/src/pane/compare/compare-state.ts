import type { ComparisonColumn, SummarizeResult } from "../../tasks";
import type { ConfidentialityClass, GenaiError, ModelCard, TermPair } from "../../vocabulary";
import type { MaskedSource, SummarySource } from "../summary/summary-engine";
import type { SummaryBasis } from "../summary/summary-flow";

/** What would be sent to several models. */
export interface ComparePlan<Source extends SummarySource = SummarySource> {
  basis: SummaryBasis<Source>;
  cards: ModelCard[];
  /** UUID of the run of each model, by its id. */
  runs: Readonly<Record<string, string>>;
  /** Leaves besides the text: what the ministry's glossary says of its terms. */
  terms?: readonly TermPair[];
  /** What leaves in the place of the source, to every model the same; "unmasked": the person does not want it masked. */
  masked?: MaskedSource | "unmasked";
}

/** A model's part of a comparison. */
export interface CompareColumn {
  card: ModelCard;
  /** Words as they stream. */
  preview: string;
  started: boolean;
  done: number;
  total?: number;
  /** The person stopped before this model had ended; its words so far stay, and are no answer. */
  stopped?: true;
  /** Set when this model has ended, well or not. */
  ended?: ComparisonColumn<SummarizeResult>;
}

export type ComparePhase<Source extends SummarySource = SummarySource> =
  | { phase: "choosing" }
  | { phase: "connecting" }
  | { phase: "confirming"; plan: ComparePlan<Source> }
  | { phase: "running" | "done"; plan: ComparePlan<Source>; declaredClass: ConfidentialityClass };

export interface CompareState<Source extends SummarySource = SummarySource> {
  work: ComparePhase<Source>;
  chosen: string[];
  columns: CompareColumn[];
  /** Models that were taken out of the choice: class or language of the source rules them out. */
  dropped: ModelCard[];
  failure?: { error: GenaiError; marking?: { where: string; text: string } | undefined } | undefined;
}

export type CompareAction<Source extends SummarySource = SummarySource> =
  | { type: "chose"; models: string[] }
  | { type: "connecting" }
  | { type: "dropped"; models: string[]; dropped: ModelCard[] }
  | { type: "confirming"; plan: ComparePlan<Source> }
  | { type: "running"; plan: ComparePlan<Source>; declaredClass: ConfidentialityClass }
  | { type: "column"; model: string; change: Partial<CompareColumn> }
  | { type: "preview"; model: string; text: string; restarted: boolean }
  | { type: "finished" }
  | { type: "stopped" }
  | { type: "choosing" }
  | { type: "failed"; failure: NonNullable<CompareState["failure"]> };

/** What happens on each event of a comparison. */
export function reduceCompare<Source extends SummarySource>(
  state: CompareState<Source>,
  action: CompareAction<Source>,
): CompareState<Source> {
  switch (action.type) {
    case "chose":
      return { ...state, chosen: action.models, dropped: [] };
    case "connecting":
      return { ...state, work: { phase: "connecting" }, failure: undefined, dropped: [] };
    case "dropped":
      return { ...state, work: { phase: "choosing" }, chosen: action.models, dropped: action.dropped };
    case "confirming":
      return { ...state, work: { phase: "confirming", plan: action.plan } };
    case "running":
      return {
        ...state,
        work: { phase: "running", plan: action.plan, declaredClass: action.declaredClass },
        columns: action.plan.cards.map((card) => ({ card, preview: "", started: false, done: 0 })),
      };
    case "column":
      return { ...state, columns: changed(state.columns, action.model, (column) => ({ ...column, ...action.change })) };
    case "preview":
      return {
        ...state,
        columns: changed(state.columns, action.model, (column) => ({
          ...column,
          started: true,
          preview: action.restarted ? action.text : column.preview + action.text,
        })),
      };
    case "finished":
      return state.work.phase === "running" ? { ...state, work: { ...state.work, phase: "done" } } : state;
    case "stopped":
      if (state.work.phase !== "running") return state;
      return {
        ...state,
        work: { ...state.work, phase: "done" },
        columns: state.columns.map((column) => (column.ended === undefined ? { ...column, stopped: true } : column)),
      };
    case "choosing":
      return { ...state, work: { phase: "choosing" }, failure: undefined };
    case "failed":
      return { ...state, work: { phase: "choosing" }, failure: action.failure };
  }
}

function changed(columns: CompareColumn[], model: string, change: (column: CompareColumn) => CompareColumn) {
  return columns.map((column) => (column.card.id === model ? change(column) : column));
}
