import type { Span } from "../vocabulary";
import { pairBrackets } from "./brackets";
import {
  endOfMarks,
  endsAfterBracket,
  endsHere,
  endsInside,
  isEndMark,
  lineBreaks,
  lineGoesOn,
  skipWhiteSpace,
} from "./sentence-ends";

/**
 * Cuts a Japanese or English text into sentences. The spans follow each other without a gap and cover the text without
 * loss; white space and line breaks after a sentence belong to it.
 *
 * A sentence ends at 。！？ (with the closing brackets after them), at . ! ? where English ends one, and at a line break,
 * so that headings and list items without 。 stand alone; a line that ends in 、 or that goes on in small Latin letters
 * does not end there. Nothing is cut inside brackets or quotation marks that close on the same line, nor after them
 * where the sentence goes on (「…。」と述べた, （…という。）は), nor in 3.14, e.g., "No. 5", 「１．目的」.
 * Linear in the length of the text (Intl.Segmenter is not; reference: stack, Intl.Segmenter).
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  const closeOf = pairBrackets(text);
  let start = 0;
  let index = 0;
  const cut = (end: number): void => {
    const next = skipWhiteSpace(text, end);
    spans.push({ start, end: next });
    start = next;
    index = next;
  };
  while (index < text.length) {
    const character = text[index]!;
    const close = closeOf.get(index);
    if (close !== undefined) {
      const from = index;
      index = close + 1;
      if (endsInside(text, from, close) && endsAfterBracket(text, from === skipWhiteSpace(text, start), close))
        cut(index);
    } else if (lineBreaks.includes(character)) {
      if (lineGoesOn(text, start, index)) index += 1;
      else cut(index + 1);
    } else if (isEndMark(character)) {
      const end = endOfMarks(text, index, closeOf);
      if (endsHere(text, start, index, end)) cut(end);
      else index = end;
    } else index += 1;
  }
  if (start < text.length) {
    const last = spans.at(-1);
    // White space alone is no sentence; it belongs to the one before, if there is one.
    if (last !== undefined && text.slice(start).trim() === "") last.end = text.length;
    else spans.push({ start, end: text.length });
  }
  return spans;
}

/** Sentences as texts, white space around them removed, empty ones left out. */
export function sentencesOf(text: string): string[] {
  return splitSentences(text)
    .map((span) => text.slice(span.start, span.end).trim())
    .filter((sentence) => sentence !== "");
}
