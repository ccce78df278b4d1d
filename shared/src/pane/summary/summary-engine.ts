import type { Places } from "../../guards";
import type { SwitchedOff } from "../../relay-client/switch-for";
import type { CompareEvent, Comparison, SummarizeRequest, SummarizeResult } from "../../tasks";
import type {
  Block,
  ConfidentialityClass,
  ConfidentialityDecision,
  Glossary,
  ModelCard,
  RunReport,
  TaskEvent,
  StepRunner,
  TermPair,
} from "../../vocabulary";

/** What is summarized, as it was read at one moment: of a document, a mail or a transcript. */
export interface SummarySource {
  blocks: Block[];
  /** SHA-256 (hex) of the blocks' text. */
  hash: string;
  /** Paragraphs of which nobody knows whether they hide text; they are sent only when a person has seen so. */
  unchecked?: number;
}

/** What the relay offers. */
export interface ModelOffer {
  models: ModelCard[];
  defaultModel: string;
  /** What was switched off when it was asked. */
  switchedOff?: SwitchedOff[];
}

/** What the gate saw in a source. */
export interface Judgement {
  class: ConfidentialityClass;
  decision: ConfidentialityDecision;
  markings: {
    where: string;
    text: string;
    decision: ConfidentialityDecision;
    class?: ConfidentialityClass;
    /** Kind of the marking (`MarkingReason` of the guards). */
    reason?: string;
  }[];
}

/** The gate's refusals. */
export type Refusal = "confidentiality-blocked" | "confidentiality-unconfirmed" | "model-not-cleared";

/** The gate: what may leave, and to which model. */
export interface SummaryGate {
  /** Looks at every place where a marking may stand. */
  judge(places: Places): Judgement;
  /** The code of the refusal, or undefined when the text may go. */
  refusal(judgement: Judgement, card: ModelCard, confirmed: boolean): Refusal | undefined;
}

/** A source with personal data masked, exactly as it will leave. */
export interface MaskedSource {
  blocks: Block[];
  /** How many different names, numbers and addresses are masked. */
  count: number;
  /** The runner that sends a task's steps masked like this, and restores what comes back. */
  over(runner: StepRunner): StepRunner;
}

/** The gate and the tasks. */
export interface SummaryEngine extends SummaryGate {
  /** `run` (UUID) goes along with every step, and ties them to what is reported of the result. */
  summarize(
    request: SummarizeRequest,
    signal: AbortSignal,
    run?: string,
    masked?: MaskedSource | "unmasked",
  ): AsyncIterable<TaskEvent<SummarizeResult>>;
  /**
   * Masks a source for a model. Undefined when nobody wants that: neither the person nor, where the person has not chosen,
   * the ministry or the model. "unmasked": the person does not want what would else be done.
   */
  mask?(
    blocks: readonly Block[],
    card: ModelCard,
    wish: boolean | undefined,
  ): Promise<MaskedSource | "unmasked" | undefined>;
  /** Terms of the ministry's glossary that leave with a source and a wish: those that these speak of. */
  terms?(request: Pick<SummarizeRequest, "blocks" | "language" | "instruction">): readonly TermPair[];
  /** Tells what became of a result; counts and choices only. Never throws: nobody waits for it. */
  report?(report: RunReport): void;
  /** One request to several models, each the whole way; see `compare` of the tasks. */
  compare(request: SummaryComparison, signal: AbortSignal): AsyncIterable<CompareEvent<SummarizeResult>>;
}

/** What other tasks of a pane stand on: the same way to the models as that of a summary. */
export interface StepSource {
  /** Sends the steps of one run (UUID): masked as the source was, and to the fallbacks of a model that cannot answer. */
  steps(run: string, masked: MaskedSource | "unmasked" | undefined): StepRunner;
  /** Every model that may answer. */
  models(): readonly ModelCard[];
  /** The ministry's glossary. */
  glossary(): Glossary | undefined;
}

/** The models of a comparison, and the request for each. */
export interface SummaryComparison extends Pick<
  Comparison<SummarizeRequest, SummarizeResult>,
  "cards" | "makeRequest" | "refusalOf"
> {
  /** UUID of the run of each model, by the model's id: what `run` is for one summary. */
  runs?: Readonly<Record<string, string>>;
  /** What leaves in the place of the source, to every model the same. */
  masked?: MaskedSource | "unmasked";
}

/** The marking that led to the decision: what a person has to be shown. */
export function decidingMarking(judgement: Judgement): Judgement["markings"][number] | undefined {
  return judgement.markings.find((marking) => marking.decision === judgement.decision) ?? judgement.markings[0];
}
