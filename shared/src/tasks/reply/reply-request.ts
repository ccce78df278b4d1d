import type {
  Block,
  ConfidentialityClass,
  Finding,
  Glossary,
  ModelCard,
  ReplyTone,
  TaskLanguage,
} from "../../vocabulary";

export interface ReplyRequest {
  /** The thread, oldest first (kind "message"); the label says who wrote when. Blocks without text are passed over. */
  blocks: readonly Block[];
  /** What the person wants to say, in a few words of their own. */
  intention: string;
  tone: ReplyTone;
  /** Language of the reply. */
  language: TaskLanguage;
  /** Name and office of the person who replies: stands in the greeting and is the signature. */
  sender?: string;
  /** Subject of the thread, for the subject of the reply; it does not leave. */
  subject?: string;
  /** Model that is asked. */
  card: ModelCard;
  /** Cards of models that may answer in its place (its fallbacks): what they write is continued by their own cards. */
  others?: readonly ModelCard[];
  /** Class of the thread as the gate found it or as the person declared it; travels with every step. */
  declaredClass: ConfidentialityClass;
  /** The person has answered an "ask" of the gate for this thread. */
  confirmed: boolean;
  /** SHA-256 (hex) of the whole thread. */
  documentHash: string;
  /** The ministry's glossary: what occurs in the source is named in the prompts and looked for in the output. */
  glossary?: Pick<Glossary, "terms">;
}

/** The parts of a mail, each as it stands in the text; empty where there is none. */
export interface ReplyParts {
  /** 宛名 */
  salutation: string;
  /** 挨拶 */
  greeting: string;
  /** 結論 */
  conclusion: string;
  /** 理由・詳細, with the answer to each question */
  details: string;
  /** 結び */
  closing: string;
  /** 署名 */
  signature: string;
}

/** Something the mail asks, and whether the reply says it; what it does not say is marked 「要確認」 in the text. */
export interface AnsweredQuestion {
  text: string;
  /** Id of the mail that asks. */
  blockId: string;
  answered: boolean;
}

export interface ReplyResult {
  /** Only when the thread's subject is known. */
  subject?: string;
  parts: ReplyParts;
  /** The parts in their order, an empty line between them. */
  text: string;
  /** Every question of the mail that is answered, in its order. */
  questions: AnsweredQuestion[];
  /** What the guards saw, with offsets in `text`. */
  findings: Finding[];
  usage?: { inputTokens: number; outputTokens: number };
  /** Ids of the models that answered. */
  models: string[];
}
