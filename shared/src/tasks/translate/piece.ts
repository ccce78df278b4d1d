import type { Block } from "../../vocabulary";

/** A stretch of a block that is asked for as one entry: the whole block, unless it was too large. */
export interface Piece {
  source: Block;
  /** Words of the piece, without white space around. */
  text: string;
  /** White space between this piece and the one before it in the same block; "" for the first. */
  gap: string;
  /** Times it was cut out of a larger piece because an answer was too long. */
  depth: number;
  /** Set when the piece was cut: they stand for it from then on. */
  parts?: Piece[];
  /** What the model made of it; undefined while there is nothing usable. */
  translation?: string;
}

/** The piece that is a whole block. */
export function wholeBlock(source: Block): Piece {
  return { source, text: source.text.trim(), gap: "", depth: 0 };
}

/** Cuts a piece into parts of the given words, which follow each other without loss. White space goes into the gaps. */
export function cutPiece(piece: Piece, words: readonly string[]): Piece[] {
  const parts: Piece[] = [];
  let gap = piece.gap;
  for (const word of words) {
    const text = word.trim();
    const at = word.indexOf(text);
    gap += word.slice(0, at);
    if (text === "") continue;
    parts.push({ source: piece.source, text, gap, depth: piece.depth + 1 });
    gap = word.slice(at + text.length);
  }
  piece.parts = parts;
  return parts;
}

/** The pieces that stand for a piece now, in their order. */
export function leavesOf(piece: Piece): Piece[] {
  return piece.parts === undefined ? [piece] : piece.parts.flatMap(leavesOf);
}
