import type { ChatMessage, ThreadStep } from "../../vocabulary";
import { fence, type MarkerSource } from "../fence";
import { numberedBlocks } from "../summarize/numbered-blocks";
import { englishSystem, englishTask } from "./english";
import { japaneseSystem, japaneseTask } from "./japanese";

/** Version of the thread prompt; audited with each step. A change of wording is a new number. */
export const threadPromptVersion = "thread/1";

/**
 * Builds the messages of a thread step: the rules with the form of a line, then the mails as numbered lines with who wrote
 * when inside a random fence, and the task behind them. The reader's own names come from an account or from the thread, so
 * that they stand inside the fence as well.
 */
export function threadMessages(step: ThreadStep, marker?: MarkerSource): ChatMessage[] {
  const { language, me } = step.options;
  const words = language === "ja" ? { me: "読む人：", between: "、", fence: "メール" } : englishWords;
  const reader = me.length === 0 ? "" : `${words.me}${me.map(oneLine).join(words.between)}\n`;
  const source = fence(reader + numberedBlocks(step.blocks, language), words.fence, marker);
  const task = language === "ja" ? japaneseTask(step) : englishTask(step);
  return [
    { role: "system", content: language === "ja" ? japaneseSystem : englishSystem },
    { role: "user", content: `${source}\n\n${task}` },
  ];
}

const englishWords = { me: "Reader: ", between: ", ", fence: "MAILS" };

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\v\u2028\u2029]+\s*/g, " ").trim();
}
