import type { Span } from "../../vocabulary";
import type { Candidate } from "./candidate";
import { Gap } from "./compact-text";
import { isRunning } from "./label-brackets";
import type { MarkingPlace } from "./marking";
import { bracketAround, onlyMarks, type Surroundings } from "./surroundings";
import { aboutMarks, technical } from "./title-words";

/** True when a letter stands right beside: SECRETARY. */
export function touchesLatin({ view }: Surroundings, { start, end }: Candidate): boolean {
  const touches = (index: number, gapAt: number): boolean =>
    index >= 0 && index < view.text.length && view.gaps[gapAt] === Gap.None && /[a-z]/i.test(view.text[index]!);
  return touches(start - 1, start) || touches(end, end);
}

/** English marks: neighbours one space away belong to the same phrase (Confidential Computing). */
export function isLatinLabel(around: Surroundings, candidate: Candidate, line: Span, where: MarkingPlace): boolean {
  if (touchesLatin(around, candidate)) return false;
  const { text, gaps } = around.view;
  const before = text.slice(line.start, candidate.start);
  const after = text.slice(candidate.end, line.end);
  if (technical.test(after.replace(/^[-_./]+/, "")) || aboutMarks.test(after)) return false;
  if (isRunning(before + after, where) || /^[ぁ-ん]/.test(after)) return false;
  const bracket = bracketAround(around, candidate);
  if (bracket !== undefined && onlyMarks(around, bracket)) {
    return !bracket.quoting && !/^[のをにはがとでもや]/.test(text.slice(bracket.end, line.end));
  }
  const joins = (index: number, gapAt: number): boolean =>
    gaps[gapAt]! <= Gap.Space && /[a-z0-9]/i.test(text[index] ?? "") && index >= line.start && index < line.end;
  const joinsLeft = joins(candidate.start - 1, candidate.start);
  const joinsRight = joins(candidate.end, candidate.end);
  if (!joinsLeft && !joinsRight)
    return !/[ァ-ヶー一-龠]$/.test(before) || gaps[candidate.start]! > Gap.None || where === "fileName";
  if (candidate.labelOnly === true) return false;
  const written = text.slice(candidate.start, candidate.end);
  // CONFIDENTIAL Budget plan: the mark in capitals, the title not.
  const rest = (before + after).replace(/[^a-z]/gi, "");
  const stands = written === written.toUpperCase() && rest !== rest.toUpperCase();
  const noun =
    /^[-_ ]?(?:report|draft|memo|minutes|plan|document|information|data|material|list|notes|budget|proposal)/i.test(
      after,
    );
  return (stands && (before === "" || after === "")) || (before === "" && noun && where !== "firstPage");
}
