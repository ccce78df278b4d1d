import { cutText, halvesOf, translationTokens } from "../../language";
import { breakMark, formatBlockText } from "../../prompts";
import type { ModelCard, TaskLanguage } from "../../vocabulary";
import { withoutControlTokens } from "./control-tokens";
import { contextTokens, outputTokens, promptTokens } from "./prompt";

/** Longest text of one request, in UTF-16 units (trap D2, derived). */
export const longestSegment = 800;
/** The transform mode does not say that an answer was cut: shorter segments keep far from the limit. */
export const longestTransformSegment = 400;

/** One request's worth of a block. */
export interface Segment {
  text: string;
  /** What stands before its translation: the number of the block, or what parts it from the segment before. */
  gap: string;
  /** Halvings it came from. */
  depth: number;
}

/** Halvings after which a text is given up: an answer that is still too long is no translation. */
const deepest = 5;

/**
 * Cuts a block into segments at line breaks and sentence ends, each as large as one request may be: by characters, by the
 * tokens of prompt and answer together, and by those of the answer.
 * @param lead stands before the translation of the first
 */
export function segmentsOf(text: string, lead: string, to: TaskLanguage, card: ModelCard, longest: number): Segment[] {
  const segments: Segment[] = [];
  const answer = Math.min(outputTokens, card.outputTokens) * 0.9;
  const context = Math.min(contextTokens, card.contextTokens);
  const fits = (piece: string): boolean => {
    if (piece.length > longest) return false;
    const expected = translationTokens(piece, to, card);
    return expected <= answer && promptTokens(piece, card) + expected <= context;
  };
  let gap = lead;
  const lines = formatBlockText(withoutControlTokens(text)).split(breakMark);
  lines.forEach((line, index) => {
    if (index > 0) gap = segments.length === 0 ? lead : `${gap.trimEnd()} ${breakMark} `;
    for (const piece of cutText(line.trim(), fits)) {
      if (piece.trim() === "") continue;
      segments.push({ text: piece.trim(), gap, depth: 0 });
      gap = to === "en" ? " " : "";
    }
  });
  return segments;
}

/** The two halves of a segment; undefined when it cannot be cut any further. */
export function halvesOfSegment(segment: Segment, to: TaskLanguage): Segment[] | undefined {
  const halves = segment.depth < deepest ? halvesOf(segment.text) : undefined;
  const texts = halves?.map((half) => half.trim()).filter((half) => half !== "");
  if (texts?.length !== 2) return undefined;
  const depth = segment.depth + 1;
  return [
    { text: texts[0]!, gap: segment.gap, depth },
    { text: texts[1]!, gap: to === "en" ? " " : "", depth },
  ];
}

/** True for a text that is the same in both languages: rules of dashes, figures. */
export function holdsNoWords(text: string): boolean {
  return !/\p{L}/u.test(text);
}
