import type { ChatMessage, SummarizeStep } from "../../vocabulary";
import { fence, type MarkerSource } from "../fence";
import { englishSystem, englishTask } from "./english";
import { japaneseSystem, japaneseTask } from "./japanese";
import { numberedBlocks } from "./numbered-blocks";

/** Version of the summarize prompt; audited with each step. A change of wording is a new number. */
export const summarizePromptVersion = "summarize/2";

/**
 * Builds the messages of a summarize step: the rules, then the source as numbered paragraphs inside a random fence, and
 * the task after the source, where models heed it best and where the source cannot have the last word.
 */
export function summarizeMessages(step: SummarizeStep, marker?: MarkerSource): ChatMessage[] {
  const { language } = step.options;
  const source = fence(numberedBlocks(step.blocks, language), language === "ja" ? "原文" : "SOURCE", marker);
  const task = language === "ja" ? japaneseTask(step) : englishTask(step);
  return [
    { role: "system", content: language === "ja" ? japaneseSystem : englishSystem },
    { role: "user", content: `${source}\n\n${task}` },
  ];
}
