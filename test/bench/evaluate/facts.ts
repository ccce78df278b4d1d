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

/**
 * True when a text holds these words, with figures in any spelling: the same letters around figures of the same value, in
 * the same order.
 */
export function saysWords(text: string, words: string): boolean {
  if (plain(text).includes(plain(words))) return true;
  const wanted = pieces(words, false);
  if (wanted.figures.length === 0) return false;
  const said = pieces(text, true);
  return said.figures.some((_, at) => standsAt(said, at, wanted));
}

/** A text cut at its figures: one stretch of letters more than figures. */
interface Pieces {
  letters: string[];
  figures: string[];
}

function pieces(text: string, weakToo: boolean): Pieces {
  const cut: Pieces = { letters: [], figures: [] };
  let from = 0;
  for (const { span, text: figure, weak } of figuresIn(text)) {
    if (weak && !weakToo) continue;
    cut.letters.push(plain(text.slice(from, span.start)));
    cut.figures.push(figure);
    from = span.end;
  }
  cut.letters.push(plain(text.slice(from)));
  return cut;
}

function standsAt(said: Pieces, at: number, wanted: Pieces): boolean {
  const last = wanted.figures.length - 1;
  return wanted.figures.every((figure, index) => {
    const there = said.figures[at + index];
    const before = said.letters[at + index]!;
    const letters = wanted.letters[index]!;
    if (there === undefined || checkFigures([there], figure, { nearest: false }).length > 0) return false;
    if (index === 0 ? !before.endsWith(letters) : before !== letters) return false;
    return index < last || said.letters[at + index + 1]!.startsWith(wanted.letters[last + 1]!);
  });
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\d)[,，](?=\d{3})/g, "")
    .replace(/[\s\u3000「」『』()（）]/g, "");
}
