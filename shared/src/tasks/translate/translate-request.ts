import type {
  Block,
  ConfidentialityClass,
  Finding,
  FinishReason,
  Glossary,
  ModelCard,
  TaskLanguage,
  TermPair,
} from "../../vocabulary";

export interface TranslateRequest {
  /** Source in reading order. */
  blocks: readonly Block[];
  from: TaskLanguage;
  to: TaskLanguage;
  /** Model that is asked; its limits decide how the source is cut. */
  card: ModelCard;
  /** Class of the source as the gate found it or as the person declared it; travels with every step. */
  declaredClass: ConfidentialityClass;
  /** The person has answered an "ask" of the gate for this source. */
  confirmed: boolean;
  /** SHA-256 (hex) of the whole source. */
  documentHash: string;
  /** Terms the translation must use. Each step carries those of its own blocks. */
  terms?: readonly TermPair[];
  /** The ministry's glossary: what occurs in the source is named in the prompts and looked for in the translation. */
  glossary?: Pick<Glossary, "terms">;
  /** Wishes of the person, in their own words. */
  instruction?: string;
}

/** A block and its translation. */
export interface TranslatedBlock {
  /** Id of the block of the request. */
  id: string;
  source: string;
  /**
   * The translation; the source itself where there is nothing to translate (figures, dashes, another language); empty
   * where the model gave none, which is then a finding.
   */
  text: string;
  /** What the guards saw, with output offsets in `text`. */
  findings: Finding[];
}

export interface TranslateResult {
  /** One for each block of the request, in its order. */
  blocks: TranslatedBlock[];
  /** The blocks' texts, one a line. */
  text: string;
  /** Findings of all blocks, with output offsets in `text`, and those about the whole. */
  findings: Finding[];
  /** Sum over all steps, when the model counts. */
  usage?: { inputTokens: number; outputTokens: number };
  /** Ids of the cards that answered; more than one, or another than the one asked for, after a fallback. */
  models: string[];
  reason: FinishReason;
}
