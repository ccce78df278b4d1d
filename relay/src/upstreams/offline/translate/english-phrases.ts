import { japaneseValueOf } from "./english-values";
import type { Lexicon } from "./lexicon";

/** What ties two nouns together, and how Japanese does. */
const ties: readonly [english: string, japanese: string][] = [
  [" based on ", "に基づく"],
  [" pertaining to ", "に係る"],
  [" concerning ", "に関する"],
  [" regarding ", "に関する"],
  [" relating to ", "に関する"],
  [" on ", "に関する"],
  [" of ", "の"],
  [" in ", "における"],
  [" for ", "のための"],
  [" by ", "による"],
  [" to ", "への"],
  [" with ", "との"],
  [" from ", "からの"],
];

const lists: readonly [english: RegExp, japanese: string][] = [
  [/,? and /g, "及び"],
  [/,? or /g, "又は"],
  [/, /g, "、"],
];

/** No noun phrase of an official document is longer; what is, is a sentence. */
const longestPhrase = 120;

/**
 * Translates an English noun phrase into Japanese by the lexicon and the rules of figures. Undefined when any part of it
 * is not known.
 */
export function japanesePhrase(text: string, lexicon: Lexicon): string | undefined {
  const words = text.trim().replace(/^(?:the|an?) /i, "");
  if (words === "" || words.length > longestPhrase) return undefined;
  return lexicon.once(words, () => {
    const found = compute(words, lexicon);
    return found === undefined ? undefined : { text: found, article: false, plural: false };
  })?.text;
}

function compute(words: string, lexicon: Lexicon): string | undefined {
  const value = japaneseValueOf(words);
  if (value !== undefined) return value;
  const known = lexicon.find(words)?.text;
  if (known !== undefined) return known;
  // An abbreviation stays as it is.
  if (/^[A-Z][A-Z0-9.&/-]+$/.test(words)) return words;
  return (
    countOf(words, lexicon) ??
    bracketed(words, lexicon) ??
    listed(words, lexicon) ??
    tied(words, lexicon) ??
    numbered(words, lexicon) ??
    modified(words, lexicon)
  );
}

/** number of applications, amount of the contract. */
function countOf(words: string, lexicon: Lexicon): string | undefined {
  const [, measure, counted] = /^(total number|number|amount) of (.+)$/i.exec(words) ?? [];
  const phrase = counted === undefined ? undefined : japanesePhrase(counted, lexicon);
  if (phrase === undefined) return undefined;
  return (
    phrase + (measure!.toLowerCase() === "amount" ? "の額" : measure!.toLowerCase() === "number" ? "の数" : "の総数")
  );
}

function bracketed(words: string, lexicon: Lexicon): string | undefined {
  const [, before, inside] = /^(.+?) \(([^()]+)\)$/.exec(words) ?? [];
  if (before === undefined || inside === undefined) return undefined;
  const [phrase, aside] = [japanesePhrase(before, lexicon), japanesePhrase(inside, lexicon)];
  return phrase === undefined || aside === undefined ? undefined : `${phrase}（${aside}）`;
}

function listed(words: string, lexicon: Lexicon): string | undefined {
  for (const [pattern, japanese] of lists) {
    for (const match of words.matchAll(pattern)) {
      const first = japanesePhrase(words.slice(0, match.index), lexicon);
      if (first === undefined) continue;
      const rest = japanesePhrase(words.slice(match.index + match[0].length), lexicon);
      if (rest !== undefined) return first + japanese + rest;
    }
  }
  return undefined;
}

function tied(words: string, lexicon: Lexicon): string | undefined {
  for (const [english, japanese] of ties) {
    const lower = words.toLowerCase();
    for (let at = lower.indexOf(english); at > 0; at = lower.indexOf(english, at + 1)) {
      const head = japanesePhrase(words.slice(0, at), lexicon);
      if (head === undefined) continue;
      const other = japanesePhrase(words.slice(at + english.length), lexicon);
      if (other !== undefined) return `${other}${/年度$/.test(other) ? "の" : japanese}${head}`;
    }
  }
  return undefined;
}

/** 3rd meeting, fiscal year 2025 budget. */
function numbered(words: string, lexicon: Lexicon): string | undefined {
  const [, count, thing] = /^([0-9]+)(?:st|nd|rd|th) (.+)$/i.exec(words) ?? [];
  if (count !== undefined && thing !== undefined) {
    const phrase = japanesePhrase(thing, lexicon);
    return phrase === undefined ? undefined : `第${count}回${phrase}`;
  }
  const [, date, rest] = /^((?:fiscal year |fiscal |FY ?)[0-9]{4}) (.+)$/i.exec(words) ?? [];
  const phrase = rest === undefined ? undefined : japanesePhrase(rest, lexicon);
  return phrase === undefined ? undefined : japaneseValueOf(date!)! + phrase;
}

function modified(words: string, lexicon: Lexicon): string | undefined {
  const found = lexicon.modified(words.replace(/^these /i, "this "));
  const phrase = found === undefined ? undefined : japanesePhrase(found.rest, lexicon);
  return phrase === undefined ? undefined : found!.modifier + phrase;
}
