import type {
  Block,
  ConfidentialityClass,
  Finding,
  FinishReason,
  Glossary,
  ModelCard,
  Statement,
  SummaryLength,
} from "../../vocabulary";

export interface SummarizeRequest {
  /** Source in reading order. Blocks without text are passed over. */
  blocks: readonly Block[];
  length: SummaryLength;
  /** Language of the summary. */
  language: "ja" | "en";
  /** Model that is asked; its limits decide how the source is cut. */
  card: ModelCard;
  /** Cards of models that may answer in its place (its fallbacks): what they write is continued by their own cards. */
  others?: readonly ModelCard[];
  /** Class of the source as the gate found it or as the person declared it; travels with every step. */
  declaredClass: ConfidentialityClass;
  /** The person has answered an "ask" of the gate for this source. */
  confirmed: boolean;
  /** SHA-256 (hex) of the whole source. */
  documentHash: string;
  /** The ministry's glossary: what occurs in the source is named in the prompts and looked for in the output. */
  glossary?: Pick<Glossary, "terms">;
  /** Wishes of the person, in their own words. */
  instruction?: string;
}

export interface SummarizeResult {
  /** Every sentence, bullet and heading in order, each with the ids of the blocks of the request that it rests on. */
  statements: Statement[];
  /** The paragraphs, one a line. */
  text: string;
  /** As they would stand in a document; bullets begin with 「・」. */
  paragraphs: string[];
  /** What the guards saw, with offsets in `text`; an empty list means that nothing was found, not that the summary is right. */
  findings: Finding[];
  /** Ids of the models that answered, in the order of their first answer: usually the one that was asked. */
  models: string[];
  /** Sum over all steps, when the model counts. */
  usage?: { inputTokens: number; outputTokens: number };
  reason: FinishReason;
}
