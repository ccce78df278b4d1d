import { checkPair, checkTerms } from "../../guards";
import type { Finding, Span, TaskLanguage, TermPair } from "../../vocabulary";
import { checkTranslationLength } from "./check-length";
import type { JoinedBlock, PlacedPiece } from "./join-pieces";
import { coverageOf } from "./untranslated";

export interface BlockToCheck {
  id: string;
  source: string;
  translation: JoinedBlock;
  from: TaskLanguage;
  to: TaskLanguage;
  terms: readonly TermPair[];
}

/**
 * Checks a block against its translation: whether there is one at all (`block-untranslated`), whether it is whole
 * (`block-partly-untranslated`), figures and negations in both directions, length, terms. Output offsets count in the
 * block's text. Figures are compared piece by piece where a block was cut: there they belong together.
 */
export function checkBlock({ id, source, translation, from, to, terms }: BlockToCheck): Finding[] {
  const { text, places } = translation;
  if (text.trim() === "") return [aboutBlock("block-untranslated", "error", id)];
  const everything = { start: 0, end: text.length };
  const coverage = coverageOf(source, text, to);
  if (coverage === "same") return [{ ...aboutBlock("block-unchanged", "info", id), output: everything }];
  const findings = places.flatMap((place) => checkPiece(id, source, text, place, from, to));
  if (coverage !== "whole")
    return [{ ...aboutBlock("block-partly-untranslated", "error", id), output: everything }, ...findings];
  return [...findings, ...checkTranslationLength(source, text, to, id), ...checkTerms(source, text, terms, id)];
}

function checkPiece(
  blockId: string,
  source: string,
  text: string,
  { source: from, output: to }: PlacedPiece,
  fromLanguage: TaskLanguage,
  toLanguage: TaskLanguage,
): Finding[] {
  const pair = checkPair(source.slice(from.start, from.end), fromLanguage, text.slice(to.start, to.end), toLanguage);
  return pair.map((finding) => ({
    ...finding,
    ...(finding.source === undefined
      ? {}
      : { source: finding.source.map((place) => ({ ...place, ...moved(place, from.start), blockId })) }),
    ...(finding.output === undefined
      ? {}
      : { output: { start: finding.output.start + to.start, end: finding.output.end + to.start } }),
  }));
}

function moved({ start, end }: Partial<Span>, by: number): Partial<Span> {
  return { ...(start === undefined ? {} : { start: start + by }), ...(end === undefined ? {} : { end: end + by }) };
}

function aboutBlock(code: string, severity: Finding["severity"], blockId: string): Finding {
  return { guard: "translation", code, severity, source: [{ blockId }] };
}
