import { englishAmbiguous, englishIdioms, englishLexical, englishLoose, englishStrict } from "./english-negation-words";
import {
  japaneseAmbiguous,
  japaneseIdioms,
  japaneseLexical,
  japaneseLoose,
  japaneseStrict,
} from "./japanese-negation-words";

/** How often a text negates, by words of different weight. */
export interface NegationCount {
  /** Negated statements, which a good translation negates as well: ではない, did not, never. */
  strict: number;
  /** Words that negate by themselves, said in another way as often as not: 不要, 除く, without, unable. */
  lexical: number;
  /** Words that a free translation may say with a negation: 難しい, 違う, hard to, instead. */
  loose: number;
}

/** Counts the negations of a text. Linear in its length. */
export function countNegations(text: string, language: "ja" | "en"): NegationCount {
  const plain = text.normalize("NFKC").toLowerCase();
  return language === "ja" ? inJapanese(plain.replace(/\s+/g, "")) : inEnglish(plain);
}

function inJapanese(plain: string): NegationCount {
  const certain = plain.replace(japaneseIdioms, "＊");
  const rest = certain.replace(japaneseAmbiguous, "＊");
  const strict = count(rest, japaneseStrict);
  const without = rest.replace(japaneseStrict, "＊");
  return {
    strict,
    lexical: count(without, japaneseLexical) + count(certain, japaneseAmbiguous),
    loose: count(without, japaneseLoose) + count(plain, japaneseIdioms),
  };
}

function inEnglish(plain: string): NegationCount {
  const certain = plain.replace(englishIdioms, "*");
  const rest = certain.replace(englishAmbiguous, "*");
  const strict = count(rest, englishStrict);
  const without = rest.replace(englishStrict, "*");
  return {
    strict,
    lexical: count(without, englishLexical) + count(certain, englishAmbiguous),
    loose: count(without, englishLoose) + count(plain, englishIdioms),
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
