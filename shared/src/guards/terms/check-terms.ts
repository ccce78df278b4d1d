import { splitSentences } from "../../language";
import type { Finding, Span, TermPair } from "../../vocabulary";
import { checkWording } from "./check-wording";
import { termPlaces } from "./terms-in";
import { WordingIndex } from "./wording-index";

/**
 * Checks a translation against its source: `term-not-used` { source, target } for a term of the source that the translation
 * does not use, with its place in the source and, where sentences stand side by side, that of its sentence; `term-forbidden`
 * { found, preferred } for a wording that must not be used.
 */
export function checkTerms(source: string, text: string, terms: readonly TermPair[], blockId: string): Finding[] {
  const spoken = termPlaces(source, terms);
  if (spoken.length === 0) return [];
  const mentioned = spoken.map(({ term }) => term);
  const forbidden = checkWording(text, mentioned, [source]);
  const wronglyCalled = new Set(forbidden.map(({ values }) => values?.preferred));
  const used = new Set(
    new WordingIndex(
      mentioned.map(({ target }) => target),
      "used",
    )
      .find(text)
      .map(({ index }) => index),
  );
  const unused = spoken
    .filter(
      ({ term: { source: wording, target } }, index) =>
        wording !== target && target.trim() !== "" && !used.has(index) && !wronglyCalled.has(target),
    )
    // One wording may be that of several terms; each of their translations will do.
    .filter(({ term }) => !mentioned.some((other, index) => other.source === term.source && used.has(index)))
    .map(({ term, places }): Finding => {
      const output = sentenceBeside(source, text, places[0]!);
      return {
        guard: "terms",
        code: "term-not-used",
        severity: "warning",
        values: { source: term.source, target: term.target },
        source: [{ blockId, ...places[0]! }],
        ...(output === undefined ? {} : { output }),
      };
    });
  const placed = forbidden.map((finding): Finding => {
    const place = spoken.find(({ term }) => term.target === finding.values?.preferred)?.places[0];
    return place === undefined ? finding : { ...finding, source: [{ blockId, ...place }] };
  });
  return [...unused, ...placed];
}

/** The sentence of the translation that stands where the term's sentence stands; undefined where their numbers differ. */
function sentenceBeside(source: string, text: string, place: Span): Span | undefined {
  const ours = splitSentences(text);
  const theirs = splitSentences(source);
  if (ours.length !== theirs.length) return undefined;
  const index = theirs.findIndex(({ end }) => place.start < end);
  const sentence = ours[index];
  if (sentence === undefined) return undefined;
  const words = text.slice(sentence.start, sentence.end).trimEnd();
  return { start: sentence.start, end: sentence.start + words.length };
}
