import type { Finding } from "@genai-office/shared/vocabulary";

/** A stretch of a text, with the finding that points at it. */
export interface MarkedPiece {
  text: string;
  finding?: Finding;
}

/**
 * Cuts a stretch of a text where findings begin and end; one that overlaps an earlier one is not marked twice.
 * @param start where the stretch begins in the text that the spans of the findings are offsets in
 */
export function markedPieces(text: string, start: number, end: number, findings: readonly Finding[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = start;
  const placed = findings.filter(({ output }) => output !== undefined);
  for (const finding of placed.sort((one, other) => one.output!.start - other.output!.start)) {
    const begin = Math.max(finding.output!.start, at);
    const stop = Math.min(finding.output!.end, end);
    if (stop <= begin) continue;
    if (begin > at) pieces.push({ text: text.slice(at, begin) });
    pieces.push({ text: text.slice(begin, stop), finding });
    at = stop;
  }
  if (at < end) pieces.push({ text: text.slice(at, end) });
  return pieces;
}
