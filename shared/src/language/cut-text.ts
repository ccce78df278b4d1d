import { splitSentences } from "./sentences";

/** Marks after which a sentence may be cut when it must be; the mark stays with what stands before it. */
const clauseMarks = "、，,;；:：";

/**
 * Cuts a text into pieces that fit; joined, they are the text again. Pieces end at sentence ends. A sentence that does
 * not fit alone is cut after 、 or a comma in the last third of what fits, else after a space there, else between two
 * characters.
 * @param fits must be true for every beginning of a text that fits; a single character always counts as fitting
 */
export function cutText(text: string, fits: (piece: string) => boolean): string[] {
  if (text === "" || fits(text)) return text === "" ? [] : [text];
  const pieces: string[] = [];
  let piece = "";
  for (const span of splitSentences(text)) {
    const sentence = text.slice(span.start, span.end);
    if (fits(piece + sentence)) {
      piece += sentence;
      continue;
    }
    if (piece !== "") pieces.push(piece);
    const parts = cutSentence(sentence, fits);
    piece = parts.pop() ?? "";
    pieces.push(...parts);
  }
  if (piece !== "") pieces.push(piece);
  return pieces;
}

/**
 * Cuts a text near its middle: at the nearest sentence end, else after the nearest clause mark or space of its middle
 * half, else between two characters. Undefined for a text of fewer than four characters.
 */
export function halvesOf(text: string): [string, string] | undefined {
  const middle = Math.floor(text.length / 2);
  const nearest = (places: number[]): number | undefined =>
    [...places].sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0];
  const at =
    nearest(
      splitSentences(text)
        .map(({ end }) => end)
        .filter((end) => end < text.length),
    ) ??
    nearest(placesAfter(text, clauseMarks)) ??
    nearest(placesAfter(text, " \u3000")) ??
    betweenCharacters(text, middle);
  if (text.length < 4) return undefined;
  return [text.slice(0, at), text.slice(at)];
}

function placesAfter(text: string, marks: string): number[] {
  const places: number[] = [];
  for (let index = Math.floor(text.length / 4); index < (text.length * 3) / 4; index += 1) {
    if (marks.includes(text[index]!)) places.push(index + 1);
  }
  return places;
}

function cutSentence(sentence: string, fits: (piece: string) => boolean): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest !== "" && !fits(rest)) {
    const most = longestFitting(rest, fits);
    const end = cutPlace(rest, most);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest !== "") parts.push(rest);
  return parts;
}

/** Length of the longest beginning that fits; 1 when none does. */
function longestFitting(text: string, fits: (piece: string) => boolean): number {
  let low = 1;
  let high = text.length;
  while (low < high) {
    const length = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, length))) low = length;
    else high = length - 1;
  }
  return low;
}

function cutPlace(text: string, most: number): number {
  const earliest = Math.floor((most * 2) / 3);
  for (const marks of [clauseMarks, " \u3000"]) {
    for (let end = most; end > earliest; end -= 1) if (marks.includes(text[end - 1]!)) return end;
  }
  return betweenCharacters(text, most);
}

/** The offset itself, or one beside it when it would cut a pair of surrogates. */
function betweenCharacters(text: string, offset: number): number {
  const before = text.charCodeAt(offset - 1);
  if (before < 0xd800 || before > 0xdbff || offset >= text.length) return offset;
  return offset > 1 ? offset - 1 : offset + 1;
}
