import { joinLines } from "./join-lines";
import type { Piece } from "./reading";
import { stageLine } from "./typed/stage-lines";

/** What stands in brackets where a sentence may begin. */
const aside =
  /(?<=^|[。！？.!?」])[\s\u3000]*(?:（[^（）]{1,78}）|\([^()]{1,78}\)|〔[^〔〕]{1,78}〕|［[^［］]{1,78}］|\[[^[\]]{1,78}\]|【[^【】]{1,78}】)/gu;
/** How something is said, no event of the meeting. */
const laughter = /^.笑い?.$/u;
/** 「午後三時休憩」 may be said; brackets and rules are not. */
const sign = /^[^\p{L}\p{N}]/u;

/**
 * Pieces without what is heard or done among their words: 「（拍手）」 alone, behind or between sentences goes to the notes.
 * Assent between them stays where it stands, as what nobody known says; 「（拍手）」 within a sentence is left to its writer.
 * @param notes takes what is no speech
 */
export function withoutStages(pieces: readonly Piece[], notes: string[]): Piece[] {
  return pieces.flatMap((piece) => {
    const text = piece.text.trim();
    const whole = sign.test(text) ? stageLine(text) : undefined;
    if (whole === "assent") return [piece];
    if (whole === "stage") {
      notes.push(text);
      return [];
    }
    return asides(piece, notes);
  });
}

function asides(piece: Piece, notes: string[]): Piece[] {
  const { text } = piece;
  const parts: Piece[] = [];
  let words: string[] = [];
  let from = 0;
  const close = (): void => {
    const said = joinLines(words);
    words = [];
    // Only the first words are known to begin where the piece does.
    if (said !== "") parts.push({ ...piece, text: said, start: parts.length === 0 ? piece.start : null, end: null });
  };
  for (const { 0: match, index } of text.matchAll(aside)) {
    const stage = match.trim();
    const kind = laughter.test(stage) ? undefined : stageLine(stage);
    if (kind === undefined) continue;
    words.push(text.slice(from, index));
    from = index + match.length;
    if (kind === "stage") notes.push(stage);
    else {
      close();
      parts.push({ speaker: null, text: stage, start: null, end: null });
    }
  }
  if (from === 0) return [piece];
  words.push(text.slice(from));
  close();
  const last = parts.at(-1);
  if (last !== undefined && last.speaker === piece.speaker) last.end = piece.end;
  return parts;
}
