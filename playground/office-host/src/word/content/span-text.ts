import { child, descend } from "../xml/word-xml";
import { spanParagraphs, stretchIn, type Span } from "./position";
import type { Segment } from "./segment";

/** Text of a span as Office.js shows it: paragraphs joined by "\n" (web, believed), tracked deletions included. */
export function spanText(span: Span): string {
  return spanParagraphs(span)
    .map((paragraph) => {
      const { from, to } = stretchIn(span, paragraph);
      return span.story.content(paragraph).slice(from, to);
    })
    .join("\n");
}

/**
 * Text with tracked changes resolved: "Current" as if all were accepted, "Original" as if all were rejected.
 * Paragraphs whose mark is deleted (inserted) run together with the next.
 */
export function reviewedText(span: Span, version: "Current" | "Original"): string {
  const keep = (segment: Segment) => (version === "Current" ? !segment.deleted : !segment.inserted);
  const gone = version === "Current" ? ["del", "moveFrom"] : ["ins", "moveTo"];
  let text = "";
  const paragraphs = spanParagraphs(span);
  paragraphs.forEach((paragraph, index) => {
    const { from, to } = stretchIn(span, paragraph);
    text += span.story.content(paragraph).slice(from, to, keep);
    const mark = descend(paragraph, "pPr", "rPr");
    const joined = gone.some((name) => child(mark, name) !== undefined);
    if (index < paragraphs.length - 1 && !joined) text += "\n";
  });
  return text;
}
