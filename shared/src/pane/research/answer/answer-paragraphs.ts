import type { CitedAnswer } from "../../../tasks/research";
import { plainParagraphs } from "./plain-paragraphs";
import { renderAnswer } from "./render-answer";

/** An answer as plain paragraphs: its label, its text, and its sources with their addresses. */
export function answerParagraphs(label: string, { text, citations }: CitedAnswer, sourcesTitle: string): string[] {
  const body = plainParagraphs(renderAnswer(text, []));
  const sources = citations.map(({ number, title, url }) =>
    url === undefined || url === title ? `[${number}] ${title}` : `[${number}] ${title} ${url}`,
  );
  return [label, ...body, ...(sources.length === 0 ? [] : [sourcesTitle, ...sources])];
}
