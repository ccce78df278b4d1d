import type { Statement } from "../../vocabulary";
import type { CitedStatement } from "../output/parse-statements";
import { sourcesOf, type SourceBlock } from "./source-block";

/** A summary as words: what goes into a document, and what each statement of it rests on. */
export interface SummaryText {
  statements: Statement[];
  paragraphs: string[];
  text: string;
}

/** Puts an answer's paragraphs into words and leads its citations back to the blocks of the request. */
export function summaryText(
  answer: readonly (readonly CitedStatement[])[],
  cited: readonly SourceBlock[],
): SummaryText {
  const paragraphs = answer.map((statements) => statements.map(printed).reduce(join, ""));
  return {
    statements: answer
      .flat()
      .map(({ text, numbers, layout }) => ({ text, layout, sources: sourcesOf(numbers, cited) })),
    paragraphs,
    text: paragraphs.join("\n"),
  };
}

function printed(statement: CitedStatement): string {
  return statement.layout === "bullet" ? `・${statement.text}` : statement.text;
}

/** Japanese sentences follow each other without a space, English ones with one. */
function join(before: string, sentence: string): string {
  const space = /[\u0021-\u024f”’]$/.test(before) && /^[\u0021-\u024f“‘]/.test(sentence) ? " " : "";
  return before + space + sentence;
}
