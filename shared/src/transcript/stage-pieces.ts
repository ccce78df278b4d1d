import { joinLines } from "./join-lines";
import type { Piece } from "./reading";
import { stageLine } from "./typed/stage-lines";

/** What stands in brackets where a sentence may begin. */
const aside =
  /(?<=^|[。！？.!?」）〕)\]])[\s\u3000]*(?:（[^（）]{1,78}）|\([^()]{1,78}\)|〔[^〔〕]{1,78}〕|［[^［］]{1,78}］|\[[^[\]]{1,78}\]|【[^【】]{1,78}】)/gu;
/** How something is said, no event of the meeting. */
const laughter = /^.笑い?.$/u;
/** 「午後三時休憩」 may be said; brackets and rules are not. */
const sign = /^[^\p{L}\p{N}]/u;
/** The Diet and councils have nothing but what the stenographer tells in these brackets. */
const told = /^[\s\u3000]*〔[^〔〕]{1,200}〕[\s\u3000]*$/u;

/**
 * Pieces without what is heard or done among their words: 「（拍手）」 alone, behind or between sentences goes to the notes. Assent
 * stays where it stands, since what is decided rests on it; 「（拍手）」 within a sentence is left to its writer.
 * @param notes takes what is no speech
 */
export function withoutStages(pieces: readonly Piece[], notes: string[]): Piece[] {
  return pieces.flatMap((piece) => {
    const text = piece.text.trim();
    const whole = sign.test(text) ? stageLine(text) : undefined;
    if (whole !== "stage") return [{ ...piece, text: withoutAsides(piece.text, notes) }];
    notes.push(text);
    return [];
  });
}

/**
 * Lines of one entry of data that somebody says: those of the stenographer (「〔山田君登壇〕」, rules, 「午後三時散会」) go to the notes,
 * but for assent. What stands alone may be said unless it has signs around it.
 */
export function spokenLines(lines: readonly string[], notes: string[]): string[] {
  return lines.filter((line) => {
    const stage = lines.length > 1 || sign.test(line.trim()) ? stageLine(line) : undefined;
    if (stage === "assent" || (stage === undefined && !told.test(line))) return true;
    notes.push(line.trim());
    return false;
  });
}

function withoutAsides(text: string, notes: string[]): string {
  const words: string[] = [];
  let from = 0;
  for (const { 0: match, index } of text.matchAll(aside)) {
    const stage = match.trim();
    if (laughter.test(stage) || stageLine(stage) !== "stage") continue;
    notes.push(stage);
    words.push(text.slice(from, index));
    from = index + match.length;
  }
  return from === 0 ? text : joinLines([...words, text.slice(from)]);
}
