import { sentencesOf } from "../../language";
import type { Finding, TaskLanguage } from "../../vocabulary";

/**
 * English characters for a Japanese one (white space not counted on the Japanese side), by the length of the Japanese text:
 * outside of it lies about one good translation in two hundred (measured on some 7,700 pairs of four kinds of text).
 * `few` are the narrower limits for a translation that also has fewer sentences than its source: of blocks of three sentences
 * that lost one, they find about half, and suspect one good translation in a hundred.
 */
const limits = [
  { upTo: 15, least: 0.5, most: 9, few: { least: 0.7, most: 7 } },
  { upTo: 40, least: 0.95, most: 5.4, few: { least: 1.15, most: 4.8 } },
  { upTo: 100, least: 1.12, most: 5, few: { least: 1.6, most: 3.4 } },
  { upTo: Infinity, least: 1.25, most: 4.5, few: { least: 1.7, most: 3.2 } },
] as const;

/**
 * Looks whether a translation can hold what its source holds: `translation-shorter` and `translation-longer` { percent },
 * where the lengths do not go together for the pair of languages. `percent` is the length in relation to the usual one.
 */
export function checkTranslationLength(source: string, text: string, to: TaskLanguage, blockId: string): Finding[] {
  const [japanese, english] = to === "en" ? [source, text] : [text, source];
  const ja = japanese.replace(/\s+/gu, "").length;
  const en = english.trim().length;
  // A word or two may become nearly anything.
  if (Math.min(ja * 2, en) < 12 || ja === 0) return [];
  const ratio = en / ja;
  const limit = limits.find(({ upTo }) => ja < upTo)!;
  const sentences = sentencesOf(source).length;
  const fewer = sentences > 1 && sentencesOf(text).length < sentences;
  const { least, most } = fewer ? limit.few : limit;
  const [shorter, longer] = to === "en" ? [ratio < least, ratio > limit.most] : [ratio > most, ratio < limit.least];
  if (!shorter && !longer) return [];
  const usual = 2.35;
  return [
    {
      guard: "length",
      code: shorter ? "translation-shorter" : "translation-longer",
      severity: "warning",
      values: { percent: Math.round((to === "en" ? ratio / usual : usual / ratio) * 100) },
      source: [{ blockId }],
      output: { start: 0, end: text.length },
    },
  ];
}
