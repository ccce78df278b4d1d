import { checkFigures, figuresIn } from "@genai-office/shared/guards";
import type { ExpectedFact } from "./evaluation-case";

/**
 * True when a text says a fact. Spelling does not count: width, spaces, thousands separators, kanji numerals and eras are
 * compared by what they mean (1,250万円 is 12.5 million yen); the words around a figure have to stand there as they are.
 */
export function saysFact(text: string, fact: ExpectedFact): boolean {
  if (typeof fact === "string") return saysWords(text, fact);
  if (Array.isArray(fact)) return fact.every((words) => saysWords(text, words));
  return fact.any.some((one) => saysFact(text, one));
}

/** True when a text holds these words, figures in any spelling. */
export function saysWords(text: string, words: string): boolean {
  if (plain(text).includes(plain(words))) return true;
  const figures = figuresIn(words).filter((figure) => !figure.weak);
  if (figures.length === 0) return false;
  // Not the same letters: then each figure by its value, and the words between them by their letters.
  let from = 0;
  for (const { span } of figures) {
    if (!plain(text).includes(plain(words.slice(from, span.start)))) return false;
    from = span.end;
  }
  if (!plain(text).includes(plain(words.slice(from)))) return false;
  return checkFigures([text], words, { nearest: false }).length === 0;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\d)[,，](?=\d{3})/g, "")
    .replace(/[\s\u3000「」『』()（）]/g, "");
}
