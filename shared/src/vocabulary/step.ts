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
  language: "ja" | "en";
  /** Characters this step should write: its share of the length asked for. */
  targetCharacters: number;
  /** Wishes of the person, in their own words. */
  instruction?: string;
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
}

export interface SummarizeStep extends StepBase {
  task: "summarize";
  options: SummarizeOptions;
}

export interface ChatStep extends StepBase {
  task: "chat";
  options: ChatOptions;
}

/** One typed piece of a task: what travels between client and relay, is audited, checkpointed and retried. */
export type Step = SummarizeStep | ChatStep;
