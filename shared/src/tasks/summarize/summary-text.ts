import type { Span, Statement } from "../../vocabulary";
import type { CitedStatement } from "../output/parse-statements";
import { sourcesOf, type SourceBlock } from "./source-block";

/** A summary as words: what goes into a document, and what each statement of it rests on. */
export interface SummaryText {
  statements: Statement[];
  paragraphs: string[];
  /** The paragraphs, one a line. */
  text: string;
  /** Where each statement stands in `text`. */
  places: Span[];
}

/** Puts an answer's paragraphs into words and leads its citations back to the blocks of the request. */
export function summaryText(
  answer: readonly (readonly CitedStatement[])[],
  cited: readonly SourceBlock[],
): SummaryText {
  const summary: SummaryText = { statements: [], paragraphs: [], text: "", places: [] };
  for (const paragraph of answer) {
    let words = "";
    const offset = summary.paragraphs.length === 0 ? 0 : summary.text.length + 1;
    for (const { text, numbers, layout } of paragraph) {
      words += layout === "bullet" ? "・" : space(words, text);
      summary.places.push({ start: offset + words.length, end: offset + words.length + text.length });
      summary.statements.push({ text, layout, sources: sourcesOf(numbers, cited) });
      words += text;
    }
    summary.text = summary.paragraphs.length === 0 ? words : `${summary.text}\n${words}`;
    summary.paragraphs.push(words);
  }
  return summary;
}

/** Japanese sentences follow each other without a space, English ones with one. */
function space(before: string, sentence: string): string {
  // Only the last character is looked at: a search for the end of the text would read all of it for every sentence.
  return /[\u0021-\u024f”’]$/.test(before.slice(-1)) && /^[\u0021-\u024f“‘]/.test(sentence) ? " " : "";
}
