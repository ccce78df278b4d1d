import type { Finding, Span, TermPair } from "../../vocabulary";
import { WordingIndex } from "./wording-index";

interface WordingCheck {
  forbidden: WordingIndex;
  /** For each forbidden wording its term. */
  owners: TermPair[];
  /** Every wording that may be used: what is part of one of them is no violation. */
  allowed: WordingIndex;
}

const checks = new WeakMap<readonly TermPair[], WordingCheck>();

function checkOf(terms: readonly TermPair[]): WordingCheck {
  const known = checks.get(terms);
  if (known !== undefined) return known;
  const made: WordingCheck = {
    forbidden: new WordingIndex(
      terms.flatMap(({ forbidden = [] }) => forbidden),
      "forbidden",
    ),
    owners: terms.flatMap((term) => (term.forbidden ?? []).map(() => term)),
    allowed: new WordingIndex(
      terms.map(({ target }) => target),
      "forbidden",
    ),
  };
  checks.set(terms, made);
  return made;
}

/** Ends of proper names that are written as their bearer writes them. */
const properName =
  /(?:法|法律|条例|規程|規則|政令|省令|告示|要綱|委員会|審議会|協会|連盟|連合会|財団|機構|法人|会社|大学|学校|病院|センター|新聞|賞)$/u;
const nameCharacter = /[\p{Script=Han}々\p{Script=Katakana}ー・]/u;
const longestName = 40;

/**
 * Reports wordings that must not be used: `term-forbidden` { found, preferred } with its place in the text. Left alone are
 * parts of a longer wording that may be used, words quoted from a source just so, and names of laws and bodies that the
 * source writes so.
 * @param sources texts that the output was made from
 */
export function checkWording(text: string, terms: readonly TermPair[], sources: readonly string[] = []): Finding[] {
  if (terms.every(({ forbidden = [] }) => forbidden.length === 0)) return [];
  const { forbidden, owners, allowed } = checkOf(terms);
  const found = longestOnly(forbidden.find(text));
  if (found.length === 0) return [];
  const fine = allowed.find(text).map(({ span }) => span);
  return found
    .filter(({ span }) => !fine.some((other) => contains(other, span) && !contains(span, other)))
    .filter(({ span }) => !isFromSource(text, span, sources))
    .map(({ index, span }): Finding => ({
      guard: "terms",
      code: "term-forbidden",
      severity: "warning",
      values: { found: text.slice(span.start, span.end), preferred: owners[index]!.target },
      output: span,
    }));
}

/** 子供達 and 子供 at one place are one violation. */
function longestOnly<Found extends { span: Span }>(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = kept.at(-1);
    if (last === undefined || one.span.start >= last.span.end) kept.push(one);
  }
  return kept;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function isFromSource(text: string, span: Span, sources: readonly string[]): boolean {
  const quoted = quotationAround(text, span);
  if (quoted !== undefined && sources.some((source) => source.includes(quoted))) return true;
  let { start, end } = span;
  while (start > 0 && span.start - start < longestName && nameCharacter.test(text[start - 1]!)) start -= 1;
  while (end < text.length && end - span.end < longestName && nameCharacter.test(text[end]!)) end += 1;
  if (start === span.start && end === span.end) return false;
  const name = text.slice(start, end);
  return properName.test(name) && sources.some((source) => source.includes(name));
}

/** What stands between the quotation marks around a stretch, when it is more than the wording itself. */
function quotationAround(text: string, span: Span): string | undefined {
  const open = Math.max(text.lastIndexOf("「", span.start), text.lastIndexOf("『", span.start));
  if (open === -1 || span.start - open > 200) return undefined;
  const closing = text[open] === "「" ? "」" : "』";
  const close = text.indexOf(closing, span.end);
  if (close === -1 || close - span.end > 200 || text.slice(open, span.start).includes(closing)) return undefined;
  return text.slice(open + 1, close);
}
