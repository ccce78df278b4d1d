import type { Span, TaskLanguage } from "../../vocabulary";

const marks = /〔未訳：([^〕]*)〕|\[untranslated: ([^\]]*)\]/gu;

/**
 * Marks words that nobody translated, in the language of the reader: 〔未訳：…〕 or [untranslated: …]. Closing brackets of
 * the mark's own kind inside the words become round ones, so that a mark always ends where it should.
 */
export function formatUntranslated(words: string, to: TaskLanguage): string {
  if (to === "ja") return `〔未訳：${words.replaceAll("〔", "（").replaceAll("〕", "）")}〕`;
  return `[untranslated: ${words.replaceAll("[", "(").replaceAll("]", ")")}]`;
}

/** Where the marks of untranslated words stand in a text. */
export function findUntranslated(text: string): Span[] {
  return [...text.matchAll(marks)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The text without marked words; white space where they stood is left. */
export function withoutUntranslated(text: string): string {
  return text.replace(marks, "");
}
