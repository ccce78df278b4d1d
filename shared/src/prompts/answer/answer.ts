import type { AnswerStep, ChatMessage } from "../../vocabulary";
import { fence, type MarkerSource } from "../fence";
import { numberedBlocks } from "../summarize/numbered-blocks";
import { englishSystem, englishTask } from "./english";
import { japaneseSystem, japaneseTask } from "./japanese";

/** Version of the answer prompt; audited with each step. A change of wording is a new number. */
export const answerPromptVersion = "answer/2";

/**
 * Builds the messages of an answer step: the rules, the materials as numbered paragraphs inside a random fence, the question
 * inside a fence of its own (it was written by somebody else), and the task behind both.
 */
export function answerMessages(step: AnswerStep, marker?: MarkerSource): ChatMessage[] {
  const { language, question } = step.options;
  const isJapanese = language === "ja";
  const materials = fence(numberedBlocks(step.blocks, language), isJapanese ? "資料" : "MATERIALS", marker);
  const asked = fence(question.trim(), isJapanese ? "問い" : "QUESTION", marker);
  const task = isJapanese ? japaneseTask(step) : englishTask(step);
  return [
    { role: "system", content: isJapanese ? japaneseSystem : englishSystem },
    { role: "user", content: `${materials}\n\n${asked}\n\n${task}` },
  ];
}
