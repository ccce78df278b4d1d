import type { SummaryLength } from "@genai-office/shared/vocabulary";
import type { Sentence } from "./sentence";

/** With fewer characters than these shares of the target, the next lesser kind of sentence is let in. */
const enough = 0.95;
const hardlyAny = 0.4;

/**
 * Keeps the sentences that may stand in a summary: whole ones as long as there are enough, then list items without a full
 * stop, then other phrases (letterheads, names, dates) when there is hardly anything else; sentences in table cells only
 * when the source is nothing but a table. Bullet points may be list items from the start.
 */
export function usableSentences(
  sentences: readonly Sentence[],
  language: "ja" | "en",
  length: SummaryLength,
  target: number,
): Sentence[] {
  const all = inLanguage(sentences, language);
  const outside = all.filter((sentence) => sentence.origin !== "table");
  if (outside.length === 0) return all.filter((sentence) => sentence.complete);
  const whole = outside.filter((sentence) => sentence.complete);
  if (length.kind !== "bullets" && characters(whole) >= target * enough) return whole;
  const withItems = outside.filter((sentence) => sentence.complete || sentence.origin === "list");
  const sufficient =
    length.kind === "bullets" ? withItems.length >= length.count : characters(withItems) >= target * hardlyAny;
  return sufficient ? withItems : outside;
}

/** Sentences in the language asked for, when the source has a fair share of them; the engine cannot translate. */
function inLanguage(sentences: readonly Sentence[], language: "ja" | "en"): Sentence[] {
  const own = sentences.filter((sentence) => sentence.language === language);
  return own.length * 3 >= sentences.length ? own : [...sentences];
}

function characters(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.characters, 0);
}
