import { formatCitation } from "@genai-office/shared/prompts";
import type { SummaryPiece } from "./extract-summary";

/**
 * Writes the pieces in the form that models are asked for: `[n]` behind each sentence, 「・」 before bullets, `## ` before
 * headings. Yields one piece at a time, each with the line break or space that parts it from the one before.
 */
export function* writePieces(pieces: readonly SummaryPiece[]): Generator<string, void, undefined> {
  let previous: SummaryPiece | undefined;
  for (const piece of pieces) {
    const citation = piece.block === undefined ? "" : formatCitation([piece.block]);
    yield separator(previous, piece) + prefix[piece.layout] + piece.text + citation;
    previous = piece;
  }
}

const prefix: Record<SummaryPiece["layout"], string> = { heading: "## ", sentence: "", bullet: "・" };

function separator(previous: SummaryPiece | undefined, piece: SummaryPiece): string {
  if (previous === undefined) return "";
  if (previous.layout !== "sentence" || piece.layout !== "sentence") return "\n";
  return /[\u0021-\u024f”’]$/.test(previous.text) ? " " : "";
}
