import type {
  Block,
  ConfidentialityClass,
  Finding,
  Glossary,
  ModelCard,
  Statement,
  TaskLanguage,
} from "../../vocabulary";

export interface AnswerRequest {
  /** The materials, in reading order. Blocks without text are passed over. */
  blocks: readonly Block[];
  question: string;
  /** "plain": an answer to a colleague; "diet": 国会答弁 in its own form and language. */
  form: "plain" | "diet";
  language: TaskLanguage;
  /** Model that is asked; its limits decide how the materials are cut. */
  card: ModelCard;
  /** Cards of models that may answer in its place (its fallbacks): what they write is continued by their own cards. */
  others?: readonly ModelCard[];
  /** Class of the materials as the gate found it or as the person declared it; travels with every step. */
  declaredClass: ConfidentialityClass;
  /** The person has answered an "ask" of the gate for these materials. */
  confirmed: boolean;
  /** SHA-256 (hex) of all materials. */
  documentHash: string;
  /** The ministry's glossary: what occurs in the source is named in the prompts and looked for in the output. */
  glossary?: Pick<Glossary, "terms">;
  /** Wishes of the person, in their own words. */
  instruction?: string;
}

export interface AnswerResult {
  /** Every sentence of the answer with the blocks it rests on; without 「お答えいたします。」 and what only says that nothing was found. */
  statements: Statement[];
  /** As they would stand in a document. */
  paragraphs: string[];
  /** The paragraphs, one a line. */
  text: string;
  /** Sentences that were taken out because the materials they cite do not bear them out. */
  unsupported: Statement[];
  /** What the guards saw, with offsets in `text`. */
  findings: Finding[];
  /** The materials say nothing on the question, and the text says so. */
  unanswered: boolean;
  usage?: { inputTokens: number; outputTokens: number };
  /** Ids of the models that answered. */
  models: string[];
}
