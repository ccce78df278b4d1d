import type { ConfidentialityClass } from "../../vocabulary";

/** What has to be known of a marking to carry it on. */
export interface SeenMarking {
  text: string;
  class?: ConfidentialityClass;
  reason?: string;
}

/** Kinds of markings that are carried on in their own words: limits of handling, and marks without a known class. */
const carried = new Set([
  "handling-limit",
  "caution",
  "english",
  "municipal",
  "incomplete",
  "withdrawn",
  "conditional",
]);

/** Characters of one limit and number of limits: a label is one line. */
const longestLimit = 24;
const mostLimits = 6;

/**
 * The mark that a text made from marked sources inherits (reference: government documents 3.3, rule 4): the highest class and the
 * limits of handling beside it, as one stands in a header: 「機密性2情報・関係者限り・複製禁止」. Empty for unmarked sources. Class 3
 * has none, because nothing is ever made of it.
 * @param cls the class that was gone by: the higher of what was found and what was declared
 */
export function inheritedMark(cls: ConfidentialityClass, markings: readonly SeenMarking[]): string {
  const parts = cls === "2" || cls === "1" ? [`機密性${cls}情報`] : [];
  const limits = new Map<string, string>();
  for (const { text, reason, class: own } of markings) {
    if (reason === undefined || !carried.has(reason)) continue;
    // 自治体機密性2 says its own class; with the class it would stand there twice.
    if (reason === "municipal" && own !== "unknown") continue;
    const words = text.replace(/[\s\u3000\u200b-\u200f\ufeff]+/g, "");
    const key = words.normalize("NFKC").toLowerCase();
    if (words !== "" && !limits.has(key)) limits.set(key, words.length > longestLimit ? "取扱制限あり" : words);
  }
  return [...new Set([...parts, ...[...limits.values()].slice(0, mostLimits)])].join("・");
}
