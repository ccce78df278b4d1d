import type { Span } from "../../vocabulary";
import { choiceForms } from "./choice-form";
import { compact } from "./compact-text";
import { isLabel } from "./label";
import { unknown, type Candidate } from "./candidate";
import { firstIndex } from "./first-index";
import type { Marking, MarkingPlace } from "./marking";
import { quotedSubjects } from "./quoted-subject";
import { sentenceAround } from "./sentence-around";
import { isStatement } from "./statement";
import { selfTopic } from "./statement-patterns";
import { limitSentences } from "./limit-sentence";
import { lookAround, type Surroundings } from "./surroundings";

/**
 * Finds every marking of a text: what is printed to mark it, not what merely speaks about marks. The text may be in any
 * width and spacing; spans are offsets of the text as given. The rules are P1 to P11 of the decision policy for markings
 * (reference: government documents). Linear in the length of the text, whatever the text: where far more is spelled like
 * a mark than in any paper, the rest is not looked at and counts as one marking that a person has to answer for.
 */
export function findMarkings(text: string, where: MarkingPlace): Marking[] {
  const source = where === "fileName" ? withoutExtension(text) : text;
  const around = lookAround(compact(source));
  const accepted: Candidate[] = [];
  const forms = choiceForms(around);
  for (const form of forms) {
    if (form.unfilled) {
      accepted.push({ ...form.span, class: "unknown", decision: "ask", reason: "incomplete" });
    } else for (const chosen of form.chosen) accepted.push(chosen);
  }
  const inForm = (span: Span): boolean => {
    const form = forms[firstIndex(forms, (candidate) => candidate.span.end > span.start)];
    return form !== undefined && form.span.start < span.end;
  };
  const budget = mostCandidates(around);
  for (const candidate of around.candidates.slice(0, budget)) {
    if (inForm(candidate) || candidate.reason === "withdrawn") continue;
    if (isLabel(around, candidate, where) || (where !== "fileName" && isStatement(around, candidate)))
      accepted.push(candidate);
  }
  const [unseen] = around.candidates.slice(budget);
  if (unseen !== undefined) accepted.push({ ...unseen, ...unknown, reason: "incomplete" });
  const settled = settleTimes(around, settleWithdrawals(around, accepted, where));
  if (where !== "fileName") {
    const overlaps = overlapWith(settled);
    for (const limit of limitSentences(around)) if (!overlaps(limit)) settled.push(limit);
  }
  const markings = settled.map((candidate): Marking => {
    const span = around.view.toSource(candidate.start, candidate.end);
    const { class: cls, decision, reason } = candidate;
    return { where, text: source.slice(span.start, span.end), span, class: cls, decision, reason };
  });
  if (where === "body") for (const marking of inQuotedSubjects(text, markings)) markings.push(marking);
  return markings.sort((a, b) => a.span.start - b.span.start);
}

function withoutExtension(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, "");
}

/** Candidates that are judged: what a text full of marks has, and more for a long one. */
function mostCandidates({ view }: Surroundings): number {
  return Math.max(3_500, Math.ceil(view.text.length / 60));
}

/** Tells whether a stretch has a part in common with any of these. */
function overlapWith(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let reached = -1;
  const reaches = sorted.map(({ end }) => (reached = Math.max(reached, end)));
  return ({ start, end }) => {
    const before = firstIndex(sorted, (other) => other.start >= end);
    return before > 0 && reaches[before - 1]! > start;
  };
}

/** Quoted messages of one mail whose subjects are judged. */
const mostSubjects = 1_000;

function inQuotedSubjects(text: string, known: readonly Marking[]): Marking[] {
  const overlaps = overlapWith(known.map(({ span }) => span));
  const subjects = quotedSubjects(text);
  const found = subjects.slice(0, mostSubjects).flatMap(({ start, end }) =>
    findMarkings(text.slice(start, end), "subject")
      .map((marking): Marking => ({
        ...marking,
        where: "body",
        span: { start: marking.span.start + start, end: marking.span.end + start },
      }))
      .filter(({ span }) => !overlaps(span)),
  );
  const unseen = subjects[mostSubjects];
  if (unseen !== undefined)
    found.push({
      ...unknown,
      where: "body",
      text: text.slice(unseen.start, unseen.end),
      span: unseen,
      reason: "incomplete",
    });
  return found;
}

/**
 * 「指定解除」 beside a mark: nobody but a person can say what the class is now (P6). What is only planned or bound to a
 * condition (解除予定, 解除されるまで) changes nothing.
 */
function settleWithdrawals(around: Surroundings, accepted: Candidate[], where: MarkingPlace): Candidate[] {
  const marks = [...accepted].sort((a, b) => a.start - b.start);
  /** What stands before the line that is looked at, and that line's marks; in their order. */
  const result: Candidate[] = [];
  let next = 0;
  for (const withdrawal of around.candidates.slice(0, mostCandidates(around))) {
    if (withdrawal.reason !== "withdrawn") continue;
    const behind = around.view.text.slice(withdrawal.end, withdrawal.end + 8);
    if (
      /^(?:予定|後|次第|まで|日|時|の(?:日|時|見込|予定|手続|手順|方法|要件|条件|基準|権限|可否|有無|申請|検討)|見込|され(?:る|た(?:場合|ら|後|時|文書|もの|情報))|しない|しません|し(?:よう|た(?:場合|とき|文書|もの|情報))|する(?:場合|とき|こと|もの|。)|条件)/.test(
        behind,
      )
    )
      continue;
    const line = around.lines[firstIndex(around.lines, ({ end }) => withdrawal.start < end)]!;
    while (next < marks.length && marks[next]!.start < line.end) result.push(marks[next++]!);
    const beside = result.splice(firstIndex(result, ({ start }) => start >= line.start - 12));
    // 指定解除 over 旧　極秘: the mark that was.
    while (next < marks.length && marks[next]!.start <= line.end + 12 && wasMark(around, marks[next]!))
      beside.push(marks[next++]!);
    if (beside.length === 0 && !isLabel(around, withdrawal, where) && !isWithdrawn(around, withdrawal)) continue;
    result.push({
      start: beside.reduce((from, { start }) => Math.min(from, start), withdrawal.start),
      end: beside.reduce((to, { end }) => Math.max(to, end), withdrawal.end),
      ...unknown,
      reason: "withdrawn",
    });
  }
  return result.concat(marks.slice(next));
}

function wasMark({ view }: Surroundings, { start }: Candidate): boolean {
  return view.text[start - 1] === "旧";
}

/** 「本文書は、秘の指定を解除された。」 */
function isWithdrawn({ view }: Surroundings, withdrawal: Candidate): boolean {
  const { start, end } = sentenceAround(view, withdrawal);
  return (
    selfTopic.test(view.text.slice(start, withdrawal.start)) &&
    /^(?:済|され(?:た|て|まし)|し(?:た|て|まし)|となっ|で(?:す|ある|あり)|。|$)/.test(
      view.text.slice(withdrawal.end, end),
    )
  );
}

/** 「○年○月○日以降は機密性1」 never lowers the printed mark; standing alone it says nothing sure about today (P6). */
function settleTimes(around: Surroundings, accepted: Candidate[]): Candidate[] {
  const later = (candidate: Candidate): boolean =>
    /(?:以降|以後|から|より|後|降)は?、?[「(]?$/.test(
      around.view.text.slice(Math.max(0, candidate.start - 8), candidate.start),
    );
  const printed = accepted.filter((candidate) => !later(candidate));
  return accepted.flatMap((candidate): Candidate[] => {
    if (!later(candidate) || candidate.class === "3" || candidate.class === "2") return [candidate];
    if (printed.length > 0) return [];
    return [{ ...candidate, class: "unknown", decision: "ask", reason: "conditional" }];
  });
}
