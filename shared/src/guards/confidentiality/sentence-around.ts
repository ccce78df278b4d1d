import type { Span } from "../../vocabulary";
import { Gap, type CompactText } from "./compact-text";

/** Characters of a sentence that are looked at on either side of a mark. */
const longestSentence = 300;
const sentenceEnd = "。！!？?";

/** The sentence that holds a stretch of a compact text. */
export function sentenceAround({ text, gaps }: CompactText, candidate: Span): Span {
  const earliest = Math.max(0, candidate.start - longestSentence);
  const latest = Math.min(text.length, candidate.end + longestSentence);
  let start = candidate.start;
  while (
    start > earliest &&
    !sentenceEnd.includes(text[start - 1]!) &&
    !(gaps[start] === Gap.Line && endsLine(text, gaps, start))
  )
    start -= 1;
  let end = candidate.end;
  while (end < latest && !(gaps[end] === Gap.Line && endsLine(text, gaps, end))) {
    end += 1;
    if (sentenceEnd.includes(text[end - 1]!)) break;
  }
  return { start, end };
}

/** A line end inside a long line of a mail wrapped at 35 characters or so does not end the sentence. */
function endsLine(text: string, gaps: readonly Gap[], at: number): boolean {
  let length = 1;
  while (length < 25 && at - length > 0 && gaps[at - length] !== Gap.Line) length += 1;
  return (
    length < 25 || !/[ぁ-んァ-ヶ一-龠、a-z]/i.test(text[at - 1] ?? "") || /[・※■●○◆【(\-*>0-9]/.test(text[at] ?? "")
  );
}
