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
  if (standsAlone(plain(text), plain(words))) return true;
  const wanted = pieces(words, false);
  if (wanted.figures.length === 0) return false;
  const said = pieces(text, true);
  return said.figures.some((_, at) => standsAt(said, at, wanted));
}

const numeral = "[〇一二三四五六七八九十百千]";
/** What would make another figure of one that begins, or ends, there: 187.3 is not 87.3, 250万 not 250. */
const joins = {
  before: { digit: /[0-9][.]?$/, numeral: new RegExp(`${numeral}$`) },
  behind: { digit: new RegExp(`^(?:[.]?[0-9]|[十百千万億兆])`), numeral: new RegExp(`^(?:${numeral}|[万億兆])`) },
};

/** True when the words stand in the text, and not inside a longer figure. */
function standsAlone(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (isWhole(text.slice(0, at), words, text.slice(at + words.length))) return true;
  }
  return false;
}

function isWhole(before: string, words: string, behind: string): boolean {
  const kindOf = (character: string): "digit" | "numeral" | undefined =>
    /[0-9]/.test(character) ? "digit" : new RegExp(numeral).test(character) ? "numeral" : undefined;
  const first = kindOf(words[0] ?? "");
  const last = kindOf(words.at(-1) ?? "");
  if (first !== undefined && joins.before[first].test(before)) return false;
  return last === undefined || !joins.behind[last].test(behind);
}

/** A text cut at its figures: one stretch of letters more than figures. */
interface Pieces {
  letters: string[];
  figures: string[];
}

function pieces(text: string, weakToo: boolean): Pieces {
  const cut: Pieces = { letters: [], figures: [] };
  let from = 0;
  for (const { span, weak } of figuresIn(text)) {
    if (weak && !weakToo) continue;
    cut.letters.push(plain(text.slice(from, span.start)));
    // With what follows it: 六 alone is a name as often as a number, 六か所 is none.
    cut.figures.push(text.slice(span.start, span.end + 2));
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
