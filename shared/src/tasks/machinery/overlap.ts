import { foldText, type FoldedText } from "./folded-text";

/** Shortest repetition that is taken for one wherever it stands; chance repeats a few characters. */
const certainLength = 6;
/** A row of the same few characters (あああ, ----) repeats itself anyway, and says nothing about a repetition. */
const fewestKinds = 4;
/** A sentence that breaks off is begun anew as a whole ... */
const shortestClause = 3;
/** What a sentence, a line or a clause begins behind. */
const clauseStart = /(?:^|[。．.!?！？、，,;；:：・\n\]］】」』（(])\s*$/;
/** ... or the word or the figure is: the last run of one script. */
const lastRun = /(?:[0-9０-９,，.．]{2,}|[A-Za-z]{3,}|\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{3,})$/u;
/** No clause begins with the last characters of another one and its comma, nor with the mark of another one. */
const repeatedEnd = /[^\d,.\]]{2}[,.]$|^(?:\[[\d,]+\])+$/;

/**
 * How many characters at the beginning of `next` repeat the end of `before`: at least six, or the end of its last clause
 * with the comma, or the clause, word, mark or figure that it ends with. Widths, white space and the kind of punctuation do
 * not count. 0 when there is no repetition, or only one of a few kinds of characters.
 */
export function overlapLength(before: string, next: string, foldedBefore: FoldedText = foldText(before)): number {
  const foldedNext = foldText(next);
  const length = longestOverlap(foldedBefore.text, foldedNext.text);
  if (length === 0) return 0;
  const repeated = foldedNext.text.slice(0, length);
  return isRepetition(repeated, before, foldedBefore) ? foldedNext.ends[length - 1]! : 0;
}

function isRepetition(repeated: string, before: string, folded: FoldedText): boolean {
  const { length } = repeated;
  if (length >= certainLength && isTelling(repeated)) return true;
  const start = folded.starts[folded.text.length - length]!;
  const begins = clauseStart.test(before.slice(Math.max(0, start - 8), start));
  if (length >= shortestClause && new Set(repeated).size >= shortestClause && begins) return true;
  if (length >= shortestClause && repeatedEnd.test(repeated)) return true;
  const last = lastRun.exec(before.slice(-64));
  return last !== null && foldText(last[0]).text === repeated;
}

/** True for a text of several kinds of characters, whose recurrence is no chance. */
export function isTelling(text: string): boolean {
  return new Set(text).size >= fewestKinds;
}

/** Length of the longest beginning of `next` that `before` ends with; linear in both (prefix function of `next`). */
function longestOverlap(before: string, next: string): number {
  if (next === "") return 0;
  const tail = before.slice(-next.length);
  const borders = new Int32Array(next.length);
  for (let index = 1, length = 0; index < next.length; index += 1) {
    while (length > 0 && next[index] !== next[length]) length = borders[length - 1]!;
    if (next[index] === next[length]) length += 1;
    borders[index] = length;
  }
  let matched = 0;
  for (let index = 0; index < tail.length; index += 1) {
    while (matched > 0 && (matched === next.length || tail[index] !== next[matched])) matched = borders[matched - 1]!;
    if (tail[index] === next[matched]) matched += 1;
  }
  return matched;
}
