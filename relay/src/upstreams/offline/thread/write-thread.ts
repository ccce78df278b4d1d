import { formatCitation } from "@genai-office/shared/prompts";
import {
  findRequests,
  isRequest,
  labelDate,
  mailSentences,
  requestLine,
  threadLineWords,
  withoutInstructions,
} from "@genai-office/shared/tasks";
import type { ThreadStep } from "@genai-office/shared/vocabulary";
import type { Breather } from "../breather";
import { pointKind } from "./points";

/**
 * A thread summary by rules, in the lines that models are asked for: what each mail asks with its deadline and whom its sentence
 * names, what it says is decided, what it says is open, in the mails' own words with their numbers. Sentences that address an AI
 * are passed over. Nothing is rewritten, so wishes and another language are beyond it. A merge step hands its lines on, repeated
 * ones once.
 */
export async function writeThread(step: ThreadStep, breather: Breather): Promise<string[]> {
  const { part, language, date: read } = step.options;
  const words = threadLineWords[language];
  if (part === "merge") return mergeLines(step);
  const lines: string[] = [];
  for (const [index, block] of step.blocks.entries()) {
    if (breather.due()) await breather.rest();
    const evidence = withoutInstructions(block.text);
    const written = labelDate(block.label, read);
    const mark = formatCitation([index + 1]);
    for (const { text, due, addressee } of findRequests(
      { id: block.id, text: evidence },
      written === "" ? undefined : written,
    )) {
      const line = requestLine({ text: unpiped(text), of: addressee ?? "", due: due?.words ?? "" }, language);
      lines.push(`${words.request}${words.colon}${line} ${mark}`);
    }
    const said = mailSentences({ evidence }).filter(({ text }) => !isRequest(text));
    for (const { text } of said) {
      const kind = pointKind(text);
      if (kind !== undefined) lines.push(`${words[kind]}${words.colon}${unpiped(text)} ${mark}`);
    }
  }
  // An empty answer would be a failure of the model.
  return lines.length === 0 ? [`${words.open}${words.colon}${language === "ja" ? "なし" : "none"}`] : lines;
}

/** The bar parts the fields of a line. */
function unpiped(text: string): string {
  return text.replace(/\s*[｜|]\s*/g, " ");
}

function mergeLines(step: ThreadStep): string[] {
  return [...new Set(step.blocks.map(({ text }) => text))].map((text) => {
    const index = step.blocks.findIndex((block) => block.text === text);
    return `${text} ${formatCitation([index + 1])}`;
  });
}
