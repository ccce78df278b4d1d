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

export interface MinutesRequest {
  /** Utterances in order (kind "utterance"); the label says who spoke, and when. Blocks without text are passed over. */
  blocks: readonly Block[];
  /** Model that is asked; its limits decide how the transcript is cut. */
  card: ModelCard;
  /** Cards of models that may answer in its place (its fallbacks): what they write is continued by their own cards. */
  others?: readonly ModelCard[];
  /** Class of the source as the gate found it or as the person declared it; travels with every step. */
  declaredClass: ConfidentialityClass;
  /** The person has answered an "ask" of the gate for this source. */
  confirmed: boolean;
  /** SHA-256 (hex) of the whole source. */
  documentHash: string;
  /** Date of the meeting, YYYY-MM-DD; without one, 「来週の金曜日」 stays as it was said. */
  date?: string;
  /** Name of the meeting, for the head of the text; it does not leave. */
  title?: string;
  /** Language of the minutes; Japanese when left out. */
  language?: TaskLanguage;
  /** The ministry's glossary: what occurs in the source is named in the prompts and looked for in the output. */
  glossary?: Pick<Glossary, "terms">;
  /** Wishes of the person, in their own words. */
  instruction?: string;
}

export interface MinutesTopic {
  /** Empty where no topic was named. */
  title: string;
  discussion: Statement[];
}

export interface MinutesAction {
  task: Statement;
  /** As said, or the speaker where that person spoke of themself; 「未定」 ("not set" in English) when nobody said. */
  owner: string;
  /** As said, with the date behind it where the meeting's date tells it; 「未定」 when nobody said. */
  due: string;
}

/** A line that its sources do not support, and where the model had put it. */
export interface UnsupportedLine {
  section: "discussion" | "decision" | "action";
  statement: Statement;
  /** What spoke against it. */
  reason: EvidenceReason;
}

export interface MinutesResult {
  /** In the order of the meeting. */
  topics: MinutesTopic[];
  decisions: Statement[];
  actions: MinutesAction[];
  /** Everyone who spoke, each once, in the order in which they first spoke; from the labels, not from the model. */
  speakers: string[];
  /** The minutes as they would stand in a document, one paragraph a line. */
  text: string;
  paragraphs: string[];
  /** Lines that were taken out because the utterances they cite do not bear them out. */
  unsupported: UnsupportedLine[];
  /** What the guards saw, with offsets in `text`. */
  findings: Finding[];
  /** Sum over all steps, when the model counts. */
  usage?: { inputTokens: number; outputTokens: number };
  /** Ids of the models that answered. */
  models: string[];
}
