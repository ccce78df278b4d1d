import type { AppInputs } from "./ai-app";
import type { Block } from "./block";
import type { ConfidentialityClass } from "./confidentiality-class";

/** Length the person asked for. Characters are counted as people count them: code points without line breaks. */
export type SummaryLength =
  { kind: "characters"; characters: number } | { kind: "page" } | { kind: "bullets"; count: number };

/** What a summarize step does: summarize a chunk, merge part summaries, or bring a summary to the length asked for. */
export type SummarizePart = "chunk" | "merge" | "adjust";

export interface SummarizeOptions {
  part: SummarizePart;
  length: SummaryLength;
  /** Language of the summary. */
  language: TaskLanguage;
  /** Characters this step should write: its share of the length asked for. */
  targetCharacters: number;
  /** Wishes of the person, in their own words. */
  instruction?: string;
  /** Terms of the ministry's glossary that the blocks of this step speak of. */
  terms?: TermPair[];
}

/** Languages that tasks write in. */
export type TaskLanguage = "ja" | "en";

/**
 * A term that the text of a task must use: where the source says `source`, the text says `target`. Within one language both
 * are the same, and `forbidden` says what the concept must not be called.
 */
export interface TermPair {
  source: string;
  target: string;
  /** Wordings in the language of the text that must not be used. */
  forbidden?: string[];
}

export interface TranslateOptions {
  from: TaskLanguage;
  to: TaskLanguage;
  /** Terms that occur in the blocks of this step. */
  terms: TermPair[];
  /** How sentences of a Japanese translation end: です・ます, or である (when left out). The same for a whole document. */
  register?: "polite" | "plain";
  /** Wishes of the person, in their own words. */
  instruction?: string;
}

/**
 * What a minutes step does: read a piece of the transcript (its blocks are utterances, the label says who and when), or bring
 * the lines of the pieces together (its blocks are those lines).
 */
export type MinutesPart = "chunk" | "merge";

export interface MinutesOptions {
  part: MinutesPart;
  /** Everyone heard so far, carried from chunk to chunk so that names stay the same. */
  speakers: string[];
  /** Date of the meeting (YYYY-MM-DD) when it is known: "next Friday" is a date then. */
  date?: string;
  /** Language of the minutes; Japanese when left out. */
  language?: TaskLanguage;
  /** Characters this step should write at most. */
  targetCharacters?: number;
  instruction?: string;
  /** Terms of the ministry's glossary that the blocks of this step speak of. */
  terms?: TermPair[];
}

/** How polite a reply is: brief; polite; most polite, for people outside the ministry. */
export type ReplyTone = "brief" | "polite" | "formal";

/** The blocks of a reply step are the thread, oldest first; the label of a block says who wrote when. */
export interface ReplyOptions {
  /** What the person wants to say, in a few words of their own. */
  intention: string;
  tone: ReplyTone;
  language: TaskLanguage;
  /** Name and office of the person who replies, for the greeting and the close. */
  sender?: string;
  /** How many of the mail's questions, from the first, are put to the model; all when left out. */
  questions?: number;
  /** Terms of the ministry's glossary that the blocks of this step speak of. */
  terms?: TermPair[];
}

/**
 * What a thread step does: read mails (its blocks are messages, oldest first; the label says who wrote when), or bring the
 * lines of several pieces of a long thread together (its blocks are those lines).
 */
export type ThreadPart = "chunk" | "merge";

export interface ThreadOptions {
  part: ThreadPart;
  /** Language of the summary. */
  language: TaskLanguage;
  /** How the reader is named in the thread: names, offices, addresses. Empty when nobody knows. */
  me: string[];
  /** Day on which the thread is read, YYYY-MM-DD. */
  date?: string;
  /** Characters this step should write at most. */
  targetCharacters?: number;
  /** Wishes of the person, in their own words. */
  instruction?: string;
  /** Terms of the ministry's glossary that the blocks of this step speak of. */
  terms?: TermPair[];
}

/** The blocks of an answer step are the materials; the question is not one of them. */
export interface AnswerOptions {
  part: "chunk" | "final";
  question: string;
  /** "plain": an answer to a colleague; "diet": 国会答弁 in its own form and language. */
  form: "plain" | "diet";
  language: TaskLanguage;
  instruction?: string;
  /** Terms of the ministry's glossary that the blocks of this step speak of. */
  terms?: TermPair[];
}

/** A question that was asked before in a conversation, and what was answered. */
export interface AskTurn {
  question: string;
  answer: string;
}

/** A question without materials; a step of it has no blocks. */
export interface AskOptions {
  question: string;
  /** What was asked before, oldest first. */
  history: AskTurn[];
  language: TaskLanguage;
}

/** One invocation of an AI app. Its inputs are the whole of what leaves; the step has no blocks. */
export interface ResearchOptions {
  /** Id of the AppCard. */
  app: string;
  inputs: AppInputs;
  /** UUID v4; the same for all turns of a conversation with the app. */
  sessionId: string;
  /** Continues the wait for an invocation that was accepted before, instead of making a new one. */
  ticket?: string;
}

export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

export interface ChatOptions {
  messages: ChatMessage[];
  maximumOutputTokens?: number;
}

interface StepBase {
  /** Version of the prompt that will be built from the step, e.g. "summarize/1"; audited. */
  promptVersion: string;
  /** Id of the model card. */
  model: string;
  /** Highest class the client found or was told; the relay takes the higher of this and what it finds. */
  declaredClass: ConfidentialityClass;
  /** True when a person has answered an "ask" of the gate for this very source. */
  confirmed: boolean;
  /** SHA-256 (hex) of the source the step was cut from; audited instead of the text. */
  documentHash: string;
  /** Source text. What travels is the text and its id, nothing else of the document. */
  blocks: Block[];
  /** UUID of the run of a task that the step belongs to; ties audited steps to what the person did with the result. */
  run?: string;
  /**
   * True when personal data in the texts was replaced by placeholders, which the answer has to carry on. False when a person
   * decided against it; left out when nobody has, and then the relay masks where its policy says so.
   */
  masked?: boolean;
  /** Wording of the ministry for the prompt, set by the relay only; the prompt version then ends with its hash. */
  wording?: string;
  /** What the model has written until a limit cut it; the step then asks for the rest and nothing else. */
  written?: string;
}

export interface SummarizeStep extends StepBase {
  task: "summarize";
  options: SummarizeOptions;
}

export interface ChatStep extends StepBase {
  task: "chat";
  options: ChatOptions;
}

export interface TranslateStep extends StepBase {
  task: "translate";
  options: TranslateOptions;
}

export interface MinutesStep extends StepBase {
  task: "minutes";
  options: MinutesOptions;
}

export interface ReplyStep extends StepBase {
  task: "reply";
  options: ReplyOptions;
}

export interface ThreadStep extends StepBase {
  task: "thread";
  options: ThreadOptions;
}

export interface AnswerStep extends StepBase {
  task: "answer";
  options: AnswerOptions;
}

export interface AskStep extends StepBase {
  task: "ask";
  options: AskOptions;
}

export interface ResearchStep extends StepBase {
  task: "research";
  options: ResearchOptions;
}

/** One typed piece of a task: what travels between client and relay, is audited, checkpointed and retried. */
export type Step =
  SummarizeStep | TranslateStep | MinutesStep | ReplyStep | ThreadStep | AnswerStep | AskStep | ResearchStep | ChatStep;
