import { foldWidth } from "../../language";
import { formatUntranslated } from "../../prompts";
import type { Span, TaskLanguage } from "../../vocabulary";
import type { Piece } from "./piece";

const anyBreak = /\r\n|[\n\r\v\u2028\u2029]/g;

/** Where the words of one piece stand in the block's source and in its translation. */
export interface PlacedPiece {
  source: Span;
  output: Span;
}

export interface JoinedBlock {
  /** "" when no piece has a translation. */
  text: string;
  places: PlacedPiece[];
}

/**
 * Joins the translations of a block's pieces. A piece without one stands as a mark among the others, so that no sentence is
 * lost without a word.
 */
export function joinPieces(source: string, pieces: readonly Piece[], to: TaskLanguage): JoinedBlock {
  if (pieces.every(({ translation }) => translation === undefined)) return { text: "", places: [] };
  const places: PlacedPiece[] = [];
  let text = "";
  let from = 0;
  for (const piece of pieces) {
    if (text !== "") text += gapOf(piece, to);
    const words = piece.translation ?? formatUntranslated(piece.text, to);
    const start = source.indexOf(piece.text, from);
    from = start + piece.text.length;
    places.push({
      source: { start, end: from },
      output: { start: text.length, end: text.length + words.length },
    });
    text += words;
  }
  return { text, places };
}

/** What parts a piece's translation from the one before: the source's line breaks, or what the language has. */
export function gapOf({ gap }: Piece, to: TaskLanguage): string {
  const breaks = gap.match(anyBreak)?.length ?? 0;
  return breaks > 0 ? "\n".repeat(breaks) : to === "en" ? " " : "";
}

/**
 * Gives a translation the line breaks of its source: none where the source is one line, and the source's own character
 * (Word's vertical tab) where it has some.
 */
export function withBreaksOf(source: string, text: string, to: TaskLanguage): string {
  const own = source.trim().match(anyBreak)?.[0];
  if (own === undefined) return text.replace(/\s*\n\s*/g, to === "en" ? " " : "");
  return text.replaceAll("\n", own);
}

/** A block that holds no words, as it stands in the other language: English has no full-width digits. */
export function keptText(text: string, to: TaskLanguage): string {
  return to === "en" ? foldWidth(text).replaceAll("、", ", ") : text;
}
