import { findQuestions } from "../../tasks/reply/find-questions";
import { mailToAnswer } from "../../tasks/reply/thread";
import type { Block, ChatMessage, ReplyStep } from "../../vocabulary";
import { fence, type MarkerSource } from "../fence";
import { englishSystem, englishTask } from "./english";
import { japaneseSystem, japaneseTask } from "./japanese";

/** Version of the reply prompt; audited with each step. A change of wording is a new number. */
export const replyPromptVersion = "reply/2";

/**
 * Builds the messages of a reply step: the rules with the form of the answer, then the thread inside a random fence, oldest
 * mail first, then the questions of the mail that is answered (the first of them, where the step says how many), numbered, inside a fence of their own (they are its words),
 * and the task with the person's intention behind them.
 */
export function replyMessages(step: ReplyStep, marker?: MarkerSource): ChatMessage[] {
  const { language, sender, questions: most } = step.options;
  const words =
    language === "ja" ? { thread: "メール", questions: "質問" } : { thread: "THREAD", questions: "QUESTIONS" };
  const mail = mailToAnswer(step.blocks, sender);
  const questions = mail === undefined ? [] : findQuestions(mail).slice(0, most);
  const parts = [fence(step.blocks.map(mailText).join("\n\n"), words.thread, marker)];
  if (questions.length > 0) {
    const list = questions.map(({ text }, index) => `${index + 1} ${text}`).join("\n");
    parts.push(fence(list, words.questions, marker));
  }
  const answered = mail === undefined ? 0 : step.blocks.indexOf(mail) + 1;
  const task = language === "ja" ? japaneseTask : englishTask;
  parts.push(task(step, { answered, questions: questions.length }));
  return [
    { role: "system", content: language === "ja" ? japaneseSystem : englishSystem },
    { role: "user", content: parts.join("\n\n") },
  ];
}

/** A mail keeps its lines; its label and number stand above them. */
function mailText(block: Block, index: number): string {
  const label = block.label?.replace(/\s+/g, " ").trim() ?? "";
  return `[${index + 1}]${label === "" ? "" : ` ${label}`}\n${block.text.trim()}`;
}
