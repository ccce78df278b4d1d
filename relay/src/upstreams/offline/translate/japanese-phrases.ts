import { englishValue, japaneseDate, ordinal } from "./japanese-values";
import { japaneseNumber, parseJapaneseNumber } from "./japanese-numbers";
import { isPlural, type Lexicon, type Phrase } from "./lexicon";

/** What ties two nouns together, and how English does; longer ones first. */
const ties: readonly [japanese: string, english: string][] = [
  ["に関する", " concerning "],
  ["についての", " on "],
  ["における", " in "],
  ["のための", " for "],
  ["に対する", " for "],
  ["に係る", " pertaining to "],
  ["による", " by "],
  ["に基づく", " based on "],
  ["への", " to "],
  ["との", " with "],
  ["からの", " from "],
  ["での", " in "],
  ["の", " of "],
];

const lists: readonly [japanese: RegExp, english: string][] = [
  [/並びに|及び|かつ/g, " and "],
  [/又は|若しくは|または/g, " or "],
  [/及び/g, " and "],
  [/、|，/g, ", "],
  [/・/g, " and "],
  [/と|や/g, " and "],
];

const counted = new RegExp(`^第(${japaneseNumber})回(.+)$`);
const dated = new RegExp(`^(${japaneseDate})(の)?(.+)$`);

/** No noun phrase of an official document is longer; what is, is a sentence. */
const longestPhrase = 60;

/**
 * Translates a Japanese noun phrase into English by the lexicon and the rules of figures: terms, compounds of terms, nouns
 * tied by の, に関する and the like, lists, brackets. Undefined when any part of it is not known.
 * @param text folded to half width
 */
export function englishPhrase(text: string, lexicon: Lexicon): Phrase | undefined {
  const words = text.trim();
  if (words === "" || words.length > longestPhrase || /[。!?]/.test(words)) return undefined;
  return lexicon.once(words, () => compute(words, lexicon));
}

function compute(words: string, lexicon: Lexicon): Phrase | undefined {
  const value = englishValue(words);
  if (value !== undefined)
    return { text: value, article: /^[0-9]+(?:st|nd|rd|th) /.test(value), plural: isPlural(value) };
  if (/^[\x20-\x7e]+$/.test(words) && /[A-Za-z]/.test(words)) return { text: words, article: false, plural: false };
  return (
    lexicon.find(words) ??
    quoted(words, lexicon) ??
    bracketed(words, lexicon) ??
    listed(words, lexicon, (part) => part.includes("の")) ??
    tied(words, lexicon) ??
    listed(words, lexicon, () => true) ??
    countOf(words, lexicon) ??
    numbered(words, lexicon) ??
    modified(words, lexicon)
  );
}

/** With the article it takes in a sentence. */
export function withArticle({ text, article }: Phrase): string {
  return article ? `the ${text}` : text;
}

function quoted(words: string, lexicon: Lexicon): Phrase | undefined {
  const inner = /^[「『]([^「」『』]+)[」』]$/.exec(words)?.[1];
  const phrase = inner === undefined ? undefined : englishPhrase(inner, lexicon);
  return phrase === undefined ? undefined : { text: `“${phrase.text}”`, article: false, plural: false };
}

function bracketed(words: string, lexicon: Lexicon): Phrase | undefined {
  const [, before, inside] = /^(.+?)\s?[(（]([^()（）]+)[)）]$/.exec(words) ?? [];
  if (before === undefined || inside === undefined) return undefined;
  const [phrase, aside] = [englishPhrase(before, lexicon), englishPhrase(inside, lexicon)];
  return phrase === undefined || aside === undefined
    ? undefined
    : { ...phrase, text: `${phrase.text} (${aside.text})` };
}

/**
 * A list. システムの運用及び保守 is の over a list, 予算の概要及び人員の配置 a list over の: `admits` says which parts may be
 * items.
 */
function listed(words: string, lexicon: Lexicon, admits: (part: string) => boolean): Phrase | undefined {
  for (const [pattern, english] of lists) {
    for (const match of words.matchAll(pattern)) {
      const parts = [words.slice(0, match.index), words.slice(match.index + match[0].length)] as const;
      if (!parts.every(admits)) continue;
      const first = englishPhrase(parts[0], lexicon);
      if (first === undefined) continue;
      const rest = englishPhrase(parts[1], lexicon);
      if (rest === undefined) continue;
      return { text: `${first.text}${english}${withArticle(rest)}`, article: first.article, plural: true };
    }
  }
  return undefined;
}

function tied(words: string, lexicon: Lexicon): Phrase | undefined {
  for (const [japanese, english] of ties) {
    for (let at = words.lastIndexOf(japanese); at > 0; at = words.lastIndexOf(japanese, at - 1)) {
      const head = englishPhrase(words.slice(at + japanese.length), lexicon);
      if (head === undefined) continue;
      const other = englishPhrase(words.slice(0, at), lexicon);
      if (other === undefined) continue;
      const isDate = japanese === "の" && new RegExp(`^${japaneseDate}$`).test(words.slice(0, at));
      const tie = isDate ? " for " : english;
      return { ...head, text: `${head.text}${tie}${withArticle(other)}` };
    }
  }
  return undefined;
}

/** 申請件数, 参加者数, 契約額. */
function countOf(words: string, lexicon: Lexicon): Phrase | undefined {
  const [, counted, measure] = /^(.{2,}?)(?:の)?(件数|総数|人数|数|額)$/.exec(words) ?? [];
  if (counted === undefined) return undefined;
  const phrase = englishPhrase(counted, lexicon);
  if (phrase === undefined) return undefined;
  if (measure === "額") return { text: `amount of ${withArticle(phrase)}`, article: true, plural: false };
  const head = measure === "総数" ? "total number" : "number";
  return { text: `${head} of ${phrase.plural ? phrase.text : pluralOf(phrase.text)}`, article: true, plural: false };
}

function pluralOf(english: string): string {
  if (/[^aeiou]y$/.test(english)) return `${english.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(english) ? `${english}es` : `${english}s`;
}

/** 第3回会議, 令和7年度予算. */
function numbered(words: string, lexicon: Lexicon): Phrase | undefined {
  const [, count, thing] = counted.exec(words) ?? [];
  if (count !== undefined && thing !== undefined) {
    const phrase = englishPhrase(thing, lexicon);
    if (phrase === undefined) return undefined;
    return { ...phrase, text: `${ordinal(parseJapaneseNumber(count))} ${phrase.text}`, article: true };
  }
  const [, date, , rest] = dated.exec(words) ?? [];
  if (date === undefined || rest === undefined) return undefined;
  const [when, phrase] = [englishValue(date), englishPhrase(rest, lexicon)];
  return when === undefined || phrase === undefined
    ? undefined
    : { ...phrase, text: `${when} ${phrase.text}`, article: true };
}

function modified(words: string, lexicon: Lexicon): Phrase | undefined {
  const found = lexicon.modified(words);
  if (found === undefined) return undefined;
  const phrase = englishPhrase(found.rest, lexicon);
  if (phrase === undefined) return undefined;
  const article = phrase.article && !/^(?:this|each|all)$/.test(found.modifier);
  const text = phrase.plural && found.modifier === "this" ? `these ${phrase.text}` : `${found.modifier} ${phrase.text}`;
  return { ...phrase, text, article };
}
