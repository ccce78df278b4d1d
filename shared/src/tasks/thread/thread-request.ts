import type { EvidenceReason } from "../../guards";
import type {
  Block,
  ConfidentialityClass,
  Finding,
  Glossary,
  ModelCard,
  Statement,
  TaskLanguage,
} from "../../vocabulary";

/** Head of one mail, where the host knows it. It does not leave; it decides who is asked, who wrote and when. */
export interface MessageHead {
  /** Name and address of the writer; the label tells where it is left out. "" where nobody knows: the label's words are no name. */
  from?: string;
  /** Names and addresses. */
  to?: readonly string[];
  cc?: readonly string[];
  /** YYYY-MM-DD, in the zone of the reader; the label tells where it is left out. */
  date?: string;
}

export interface ThreadSummaryRequest {
  /**
   * The mails, oldest first (kind "message"), best each without what it quotes; the label says who wrote when. What a mail
   * quotes of an earlier one is taken off here. Blocks without text are passed over.
   */
  blocks: readonly Block[];
  /** Heads of mails, by block id. */
  heads?: Readonly<Record<string, MessageHead>>;
  /** How the reader is named in the thread: names, offices, addresses. What is asked of one of them is asked "of me". */
  me: readonly string[];
  /** Language of the summary. */
  language: TaskLanguage;
  /** Model that is asked; its limits decide how the thread is cut. */
  card: ModelCard;
  /** Cards of models that may answer in its place (its fallbacks): what they write is continued by their own cards. */
  others?: readonly ModelCard[];
  /** Class of the thread as the gate found it or as the person declared it; travels with every step. */
  declaredClass: ConfidentialityClass;
  /** The person has answered an "ask" of the gate for this thread. */
  confirmed: boolean;
  /** SHA-256 (hex) of the whole thread. */
  documentHash: string;
  /** Day of reading, YYYY-MM-DD; tells the year of labels that name none. */
  date?: string;
  /** The ministry's glossary: what occurs in the source is named in the prompts and looked for in the output. */
  glossary?: Pick<Glossary, "terms">;
  /** Wishes of the person, in their own words. */
  instruction?: string;
}

/** A line of the summary with the mail it stands in; `statement.sources` are ids of mails, the one it was said in first. */
export interface ThreadPoint {
  statement: Statement;
  /** Who wrote the mail, as its label says; empty where nobody knows. */
  who: string;
  /** When, YYYY-MM-DD; empty where nobody knows. */
  date: string;
}

export interface ThreadRequest {
  statement: Statement;
  /** Who asks: the writer of the mail, as its label says; empty where nobody knows. */
  asker: string;
  /** Date of the mail, YYYY-MM-DD; empty where nobody knows. */
  date: string;
  /** As the mail says it, with the date behind it where the mail's own date tells; 「未定」 ("not set") when none was said. */
  due: string;
  /** The day that `due` means, YYYY-MM-DD, where it is certain: for sorting. */
  dueDate?: string;
  /** Asked of the reader. False where the mail asks it of somebody else, or the reader asks it. */
  ofMe: boolean;
  /** Who is asked, where the mail says so. */
  of?: string;
  /**
   * Under which condition it is asked, in the words of the mail: 「修正がある場合のみ」, or what releases from it: 「修正がなければ返信は
   * 不要です」. Left out for what is asked in any case.
   */
  condition?: string;
  /** Id of the later mail that answers it, or in which the asker says that it has come or is needed no more. */
  answeredBy?: string;
}

/** A line that its mail does not bear out, and where the model had put it. */
export interface UnsupportedThreadLine {
  section: "request" | "decision" | "open";
  statement: Statement;
  /** What spoke against it. */
  reason: EvidenceReason;
}

export interface ThreadSummaryResult {
  /** In the order of the thread. */
  requests: ThreadRequest[];
  decisions: ThreadPoint[];
  /** What has no answer or conclusion yet, besides the requests that are open. */
  openPoints: ThreadPoint[];
  /** The summary in words, one paragraph a line, each with who and when: 「…（鈴木、11/2）」. */
  text: string;
  paragraphs: string[];
  /** Lines that were taken out because the mails they cite do not bear them out. */
  unsupported: UnsupportedThreadLine[];
  /** What the guards saw, with offsets in `text`. */
  findings: Finding[];
  /** Sum over all steps, when the model counts. */
  usage?: { inputTokens: number; outputTokens: number };
  /** Ids of the models that answered. */
  models: string[];
}
