import { parseCitedAnswer } from "@genai-office/shared/tasks/research";
import type { TableTranslator } from "@genai-office/shared/i18n";
import type { ResearchKey } from "./research-texts";

/** Characters of one message; Teams takes about 28 KB. */
const messageCharacters = 8_000;

/**
 * Lays an app's answer out as messages: label, text with its marks [n], sources with their links. Pictures are left out,
 * because Teams would fetch them from wherever the answer says, and markup that is not Markdown is shown, not obeyed.
 */
export function answerMessages(
  appName: string,
  answer: string,
  files: readonly string[],
  text: TableTranslator<ResearchKey>,
): string[] {
  const cited = parseCitedAnswer(answer);
  const sources = cited.citations.map(({ number, title, url }) => {
    const shown = title.replace(/[[\]\r\n]/g, " ");
    return `- [${number}] ${url === undefined ? harmless(shown) : `[${harmless(shown)}](${url.replaceAll("(", "%28").replaceAll(")", "%29")})`}`;
  });
  const paragraphs = [
    ...cited.text.split(/\n{2,}/).map(harmless),
    ...(sources.length === 0 ? [] : [`**${text("sources")}**`, sources.join("\n")]),
    ...(files.length === 0 ? [] : [text("files", { names: files.map(harmless).join("、") })]),
  ].filter((paragraph) => paragraph.trim() !== "");
  const parts = messagesOf(paragraphs);
  return parts.map((part, index) => {
    const number = parts.length === 1 ? "" : text("part", { number: index + 1, count: parts.length });
    return `**${text("label", { app: harmless(appName) })}${number}**\n\n${part}`;
  });
}

function harmless(markdown: string): string {
  return markdown
    .replace(/!\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/\[([^[\]]*)\]\((?!https?:\/\/)[^()]*\)/gi, "$1")
    .replace(/!(?=\[)/g, "！")
    .replace(/<(?=[a-z/!?])/gi, "&lt;");
}

function messagesOf(paragraphs: readonly string[]): string[] {
  const messages: string[] = [];
  let message = "";
  for (const piece of paragraphs.flatMap(piecesOf)) {
    if (message !== "" && message.length + piece.length > messageCharacters) {
      messages.push(message);
      message = "";
    }
    message += message === "" ? piece : `\n\n${piece}`;
  }
  return message === "" ? messages : [...messages, message];
}

function piecesOf(paragraph: string): string[] {
  if (paragraph.length <= messageCharacters) return [paragraph];
  const pieces: string[] = [];
  for (let rest = paragraph; rest !== "";) {
    // A code unit of its own is no character: pairs are kept together.
    const cut = /[\ud800-\udbff]$/.test(rest.slice(0, messageCharacters)) ? messageCharacters - 1 : messageCharacters;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return pieces;
}
