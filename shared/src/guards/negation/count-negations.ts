import {
  englishAmbiguous,
  englishBounds,
  englishFirm,
  englishIdioms,
  englishLexical,
  englishLoose,
  englishStrict,
} from "./english-negation-words";
import {
  japaneseAmbiguous,
  japaneseFirm,
  japaneseIdioms,
  japaneseLexical,
  japaneseLimits,
  japaneseLoose,
  japaneseObligations,
  japaneseStrict,
} from "./japanese-negation-words";

/** How often a text negates, by words of different weight. */
export interface NegationCount {
  /** Negated statements, which a good translation negates as well: ではない, did not, never. */
  strict: number;
  /** Words that negate a thing or a condition as plainly (no fee, unless, なければ), said in another way now and then. */
  firm: number;
  /** Words that negate by themselves, said in another way as often as not: 不要, 除く, without, unable. */
  lexical: number;
  /** Negated in one language as often as not: questions, double negation, "no longer". */
  ambiguous: number;
  /** Words that a free translation may say with a negation: 難しい, 違う, hard to, instead. */
  loose: number;
  /** Limits (のみ, に限る) that "only" is the translation of: it then carries no negation. */
  limits: number;
  /** 以外 and "other than", which stand for each other. */
  excepting: number;
}

/** Counts the negations of a text. Linear in its length. */
export function countNegations(text: string, language: "ja" | "en"): NegationCount {
  const plain = text.normalize("NFKC").toLowerCase();
  return language === "ja" ? inJapanese(plain.replace(/\s+/g, "")) : inEnglish(plain);
}

function inJapanese(plain: string): NegationCount {
  const free = plain.replace(japaneseObligations, "＊");
  const certain = free.replace(japaneseIdioms, "＊");
  const rest = certain.replace(japaneseAmbiguous, "＊");
  const strict = count(rest, japaneseStrict);
  const withoutStrict = rest.replace(japaneseStrict, "＊");
  const without = withoutStrict.replace(japaneseFirm, "＊");
  return {
    strict,
    firm: count(withoutStrict, japaneseFirm),
    lexical: count(without, japaneseLexical),
    ambiguous: count(certain, japaneseAmbiguous),
    loose: count(without, japaneseLoose) + count(free, japaneseIdioms),
    limits: count(plain, japaneseLimits),
    excepting: count(without, /以外/g),
  };
}

function inEnglish(text: string): NegationCount {
  const plain = text.replace(englishBounds, "*");
  const certain = plain.replace(englishIdioms, "*");
  const rest = certain.replace(englishAmbiguous, "*");
  const strict = count(rest, englishStrict);
  const withoutStrict = rest.replace(englishStrict, "*");
  const without = withoutStrict.replace(englishFirm, "*");
  return {
    strict,
    firm: count(withoutStrict, englishFirm),
    lexical: count(without, englishLexical),
    ambiguous: count(certain, englishAmbiguous),
    loose: count(without, englishLoose) + count(plain, englishIdioms),
    limits: 0,
    excepting: count(without, /(?<![a-z])(?:other than|except(?:ing)?(?: for)?)(?![a-z])/g),
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
