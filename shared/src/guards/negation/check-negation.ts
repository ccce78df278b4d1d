import type { Finding } from "../../vocabulary";
import { englishNegation, japaneseNegation, type Negation } from "./negation";

/**
 * A first negation check for a pair of texts: one states something negated, the other holds no word that could carry the
 * negation (`negation-differs`, a warning). Only short texts are judged: in a long one some such word nearly always
 * stands, and nothing is said.
 */
export function checkNegation(
  source: string,
  sourceLanguage: "ja" | "en",
  target: string,
  targetLanguage: "ja" | "en",
): Finding[] {
  const from = negationOf(source, sourceLanguage);
  const to = negationOf(target, targetLanguage);
  const lost = from.strict > 0 && to.strict === 0 && !to.broad;
  const added = to.strict > 0 && from.strict === 0 && !from.broad;
  if (!lost && !added) return [];
  return [
    {
      guard: "negation",
      code: lost ? "negation-lost" : "negation-added",
      severity: "warning",
      source: [{ blockId: "0", start: 0, end: source.length }],
      output: { start: 0, end: target.length },
    },
  ];
}

function negationOf(text: string, language: "ja" | "en"): Negation {
  return language === "ja" ? japaneseNegation(text) : englishNegation(text);
}
