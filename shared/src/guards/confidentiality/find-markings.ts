import type { Span } from "../../vocabulary";
import { choiceForms } from "./choice-form";
import { compact } from "./compact-text";
import { isLabel } from "./label";
import type { Candidate } from "./candidate";
import type { Marking, MarkingPlace } from "./marking";
import { quotedSubjects } from "./quoted-subject";
import { isStatement } from "./statement";
import { limitSentences } from "./limit-sentence";
import { lookAround, type Surroundings } from "./surroundings";

/**
 * Finds every marking of a text: what is printed to mark it, not what merely speaks about marks. The text may be in any
 * width and spacing; spans are offsets of the text as given. The rules are P1 to P11 of the decision policy for markings
 * (reference: government documents). Linear in the length of the text but for very long lines.
 */
export function findMarkings(text: string, where: MarkingPlace): Marking[] {
  const source = where === "fileName" ? withoutExtension(text) : text;
  const around = lookAround(compact(source));
  const accepted: Candidate[] = [];
  const forms = choiceForms(around);
  for (const form of forms) {
    if (form.unfilled) {
      accepted.push({ ...form.span, class: "unknown", decision: "ask", reason: "incomplete" });
    } else accepted.push(...form.chosen);
  }
  const inForm = (span: Span): boolean =>
    forms.some((form) => span.start < form.span.end && span.end > form.span.start);
  for (const candidate of around.candidates) {
    if (inForm(candidate) || candidate.reason === "withdrawn") continue;
    if (isLabel(around, candidate, where) || (where !== "fileName" && isStatement(around, candidate)))
      accepted.push(candidate);
  }
  const settled = settleTimes(around, settleWithdrawals(around, accepted, where));
  if (where !== "fileName") {
    for (const limit of limitSentences(around)) {
      if (!settled.some((candidate) => candidate.start < limit.end && candidate.end > limit.start)) settled.push(limit);
    }
  }
  const markings = settled.map((candidate): Marking => {
    const span = around.view.toSource(candidate.start, candidate.end);
    const { class: cls, decision, reason } = candidate;
    return { where, text: source.slice(span.start, span.end), span, class: cls, decision, reason };
  });
  if (where === "body") markings.push(...inQuotedSubjects(text, markings));
  return markings.sort((a, b) => a.span.start - b.span.start);
}

function withoutExtension(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, "");
}

function inQuotedSubjects(text: string, known: readonly Marking[]): Marking[] {
  return quotedSubjects(text).flatMap(({ start, end }) =>
    findMarkings(text.slice(start, end), "subject")
      .map((marking): Marking => ({
        ...marking,
        where: "body",
        span: { start: marking.span.start + start, end: marking.span.end + start },
      }))
      .filter(
        (marking) => !known.some((other) => other.span.start < marking.span.end && other.span.end > marking.span.start),
      ),
  );
}

/**
 * 「指定解除」 beside a mark: nobody but a person can say what the class is now (P6). What is only planned or bound to a
 * condition (解除予定, 解除されるまで) changes nothing.
 */
function settleWithdrawals(around: Surroundings, accepted: Candidate[], where: MarkingPlace): Candidate[] {
  let result = accepted;
  for (const withdrawal of around.candidates) {
    if (withdrawal.reason !== "withdrawn") continue;
    const behind = around.view.text.slice(withdrawal.end, withdrawal.end + 8);
    if (
      /^(?:予定|後|次第|まで|日|時|の(?:日|時|見込|予定)|見込|され(?:る|た(?:場合|ら|後|時))|しない|しません|条件)/.test(
        behind,
      )
    )
      continue;
    const line = around.lines.find(({ end }) => withdrawal.start < end)!;
    const beside = result.filter((candidate) => candidate.start >= line.start - 12 && candidate.start < line.end);
    if (beside.length === 0 && !isLabel(around, withdrawal, where)) continue;
    result = result.filter((candidate) => !beside.includes(candidate));
    const from = Math.min(withdrawal.start, ...beside.map(({ start }) => start));
    const to = Math.max(withdrawal.end, ...beside.map(({ end }) => end));
    result.push({ start: from, end: to, class: "unknown", decision: "ask", reason: "withdrawn" });
  }
  return result;
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
