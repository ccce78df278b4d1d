import { findingText } from "@genai-office/shared/i18n";
import type { Finding } from "@genai-office/shared/vocabulary";
import type { Outgoing } from "../../channel/outgoing";
import { escapeMarkdown } from "../../escape-markdown";
import type { Words } from "../texts/words";

/** Remarks that are said one by one; who sees more of them reads the source anyway. */
const mostFindings = 8;

export interface AnswerParts {
  /** Markdown. */
  text: string;
  findings: readonly Finding[];
  /** Who wrote it, and what it rests on. */
  label: string;
  /** What is said of the memory of the conversation, see `memoryNote`. */
  memory?: string;
  /** Mark of the source; empty or left out where there is none. */
  mark?: string;
}

/** The final message of an answer: its words, who wrote them, what to check, and what was remembered and how to forget it. */
export function answerMessage({ text: t, translate }: Words, parts: AnswerParts): Outgoing {
  const { text, findings, label, memory = "", mark = "" } = parts;
  const remarks = [...new Set(findings.map((finding) => asRemark(findingText(translate, finding))))];
  const shown = remarks.slice(0, mostFindings).map((remark) => `- ${remark}`);
  return {
    text: [
      markedText(mark, text),
      "---",
      `*${label}*`,
      ...(shown.length === 0 ? [] : [[t("check"), ...shown].join("\n")]),
      ...(memory === "" ? [] : [memory]),
    ].join("\n\n"),
    generated: true,
    feedback: true,
  };
}

/** A text under the mark that it inherits; what is streamed of an answer begins the same way. */
export function markedText(mark: string, text: string): string {
  return mark === "" ? text : `**${mark}**\n\n${text}`;
}

/** A remark quotes what models and people wrote: nothing of it is read as Markdown, and no address becomes a link again. */
function asRemark(words: string): string {
  return words
    .split(/(https?:\/\/[^\s`]+)/u)
    .map((piece, index) => (index % 2 === 1 ? `\`${piece}\`` : escapeMarkdown(piece)))
    .join("");
}
