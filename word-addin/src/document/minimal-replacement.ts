import type { ReplaceSpanEdit } from "@genai-office/shared/vocabulary";

/** A replacement without the words that stay: only what differs is touched, so that formatting around it survives. */
export interface MinimalReplacement {
  /** Offset in the paragraph's text. */
  start: number;
  expected: string;
  text: string;
}

/** True between the two halves of a surrogate pair, where no text may be cut. */
function splitsPair(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset - 1);
  return offset > 0 && offset < text.length && code >= 0xd800 && code <= 0xdbff;
}

/** Cuts the common beginning and end off; at least one character is kept where something is to be found by search. */
export function minimalReplacement({ span, expected, text }: ReplaceSpanEdit): MinimalReplacement {
  const shorter = Math.min(expected.length, text.length);
  let head = 0;
  while (head < shorter && expected[head] === text[head]) head += 1;
  if (splitsPair(expected, head)) head -= 1;
  let tail = 0;
  while (tail < shorter - head && expected.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  if (splitsPair(expected, expected.length - tail)) tail -= 1;
  if (head + tail === expected.length && expected.length > 0) {
    // A pure insertion has no text of its own to search for: one neighbour character is replaced by itself.
    if (head > 0) head -= splitsPair(expected, head - 1) ? 2 : 1;
    else tail -= splitsPair(expected, expected.length - tail + 1) ? 2 : 1;
  }
  return {
    start: span.start + head,
    expected: expected.slice(head, expected.length - tail),
    text: text.slice(head, text.length - tail),
  };
}
