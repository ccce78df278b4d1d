import type { ThreadMessage } from "../../mail/thread/mail-thread";
import { readPlainThread } from "../../mail/thread/read-plain-thread";
import { isRequest } from "./asks";
import { listMark } from "./list-marks";

const quoteMark = /^\s*[>＞]/;
/** A mail that holds more than this is no mail of people; its rest is passed over. */
const longestQuestion = 600;

/** What a mail says itself: without what it quotes, without its signature. */
export function newestWords(text: string): string {
  return readPlainThread(text).newest;
}

/**
 * What a mail says itself, with the quoted questions that it answers right below, marked "> ": the answer (「８０名です。」) says
 * nothing without them.
 */
export function ownWords(text: string): string {
  const [newest] = readPlainThread(text).messages;
  return withQuestions(newest!);
}

/**
 * A mail's own words, each answer below the quoted question that it answers, marked "> ".
 * @param message as `readThread` gives it; its text stays as it is where it answers no quoted question
 */
export function withQuestions({ text: words, answers = [] }: Pick<ThreadMessage, "text" | "answers">): string {
  let kept = "";
  let from = 0;
  for (const { quoted, text: answer } of answers) {
    const question = questionIn(quoted);
    const at = question === "" ? -1 : words.indexOf(answer, from);
    if (at < 0) continue;
    kept += `${words.slice(from, at)}${question}\n`;
    from = at;
  }
  return (kept + words.slice(from)).replace(/\n{3,}/g, "\n\n").trim();
}

/** Lines of the last paragraph of a quoted piece, marked, from the first sentence that asks something; "" where none does. */
function questionIn(quoted: string): string {
  const paragraphs = quoted
    .slice(-longestQuestion)
    .trim()
    .split(/\n\s*\n/);
  const lines = paragraphs.at(-1)!.split("\n");
  const asks = lines.findIndex((line) => isRequest(unquoted(line)));
  if (asks < 0 && !isRequest(unquoted(lines.join("")))) return "";
  let start = Math.max(0, asks);
  // 「昼食の要否を、」 above 「御回答ください。」
  while (start > 0 && !/[。．.！!？?：:]\s*$/u.test(lines[start - 1]!) && !listMark.test(lines[start]!)) start -= 1;
  return lines
    .slice(start)
    .map((line) => `> ${line}`)
    .join("\n");
}

/** A quoted line without its marks and list marks. */
export function unquoted(line: string): string {
  return line
    .replace(/^(?:\s*[>＞|])+\s*/, "")
    .replace(listMark, "")
    .trim();
}

/** Quoted questions of `ownWords` and what is written below each. */
export function inlineAnswers(words: string): { quoted: string; answer: string }[] {
  const found: { quoted: string; answer: string }[] = [];
  let isOpen = false;
  for (const line of words.split("\n")) {
    if (quoteMark.test(line)) {
      if (isOpen) found.at(-1)!.quoted += unquoted(line);
      else found.push({ quoted: unquoted(line), answer: "" });
    } else if (found.length > 0) found.at(-1)!.answer += `${line}\n`;
    isOpen = quoteMark.test(line);
  }
  // A paragraph is what answers; what stands behind it belongs to the rest of the mail.
  return found.map(({ quoted, answer }) => ({ quoted, answer: answer.trim().split(/\n\s*\n/)[0]! }));
}
