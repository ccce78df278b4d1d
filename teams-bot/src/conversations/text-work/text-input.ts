import type { SummaryLength, TaskLanguage } from "@genai-office/shared/vocabulary";

/** What a job that summarizes or translates is asked; its material is the text (UTF-8) or the file. */
export interface TextInput {
  task: "summarize" | "translate";
  /** Name of the file; left out for a text that was written or pasted. */
  file?: string;
  /** Of a summary. */
  length?: SummaryLength;
  /** Language to translate into; the other one than the text's when left out. */
  to?: TaskLanguage;
}

/** As long as a chat message should be. */
export const usualLength: SummaryLength = { kind: "characters", characters: 300 };
