import type { Span } from "../../vocabulary";
import { foldWording } from "./fold-wording";
import { wordingPattern, type WordingUse } from "./wording-pattern";

/** A wording that was found, as a stretch of the text it was looked for in. */
export interface FoundWording {
  /** Number of the wording in the list that the index was made of. */
  index: number;
  span: Span;
}

interface Entry {
  index: number;
  pattern: RegExp;
}

/** Characters of a wording that it is looked up by: with fewer, a large glossary would be tried at every word. */
const longestKey = 4;

/**
 * Wordings by their first characters: a text is gone through once, whatever the number of wordings. Keys leave out what
 * spellings differ in (kana endings, long vowels, hyphens); patterns look at the rest.
 */
export class WordingIndex {
  /** By the length of the key, then by the key. */
  private readonly byKey = Array.from({ length: longestKey + 1 }, () => new Map<string, Entry[]>());
  /** Wordings that begin with a character that keys leave out (こども), by that character. */
  private readonly byStart = new Map<string, Entry[]>();

  constructor(
    wordings: readonly string[],
    private readonly use: WordingUse,
  ) {
    wordings.forEach((wording, index) => {
      const pattern = wordingPattern(wording, use);
      if (pattern === undefined) return;
      const words = wording.normalize("NFKC").trim();
      const key = keyOf(words);
      const start = words[0]!.toLowerCase();
      if (key === "") add(this.byStart, start, { index, pattern });
      else add(this.byKey[key.length]!, key, { index, pattern });
      if (start === "ヴ") for (const other of "バビブベボ") add(this.byKey[1]!, other, { index, pattern });
    });
  }

  /** Every occurrence of every wording, in the order of the text; they may overlap. */
  find(text: string): FoundWording[] {
    const lengths = this.byKey.flatMap((entries, length) => (entries.size > 0 ? [length] : []));
    if (lengths.length === 0 && this.byStart.size === 0) return [];
    const folded = foldWording(text);
    const { skeleton, places } = skeletonOf(folded.text);
    const found: FoundWording[] = [];
    const take = (at: number, entries: readonly Entry[]): void => {
      for (const { index, pattern } of entries) {
        pattern.lastIndex = at;
        const match = pattern.exec(folded.text);
        if (match === null || match[0] === "") continue;
        const end = at + match[0].length;
        if (this.use !== "used" && isCutFromLongerWord(folded.text, at, end)) continue;
        found.push({ index, span: { start: folded.toSource(at), end: folded.toSourceEnd(end) } });
      }
    };
    for (let index = 0; index < skeleton.length; index += 1) {
      for (const length of lengths) {
        const entries = this.byKey[length]!.get(skeleton.slice(index, index + length));
        if (entries !== undefined) take(places[index]!, entries);
      }
    }
    if (this.byStart.size > 0) {
      for (let at = 0; at < folded.text.length; at += 1) take(at, this.byStart.get(folded.text[at]!) ?? []);
    }
    return found.sort((one, other) => one.span.start - other.span.start);
  }
}

function add(entries: Map<string, Entry[]>, key: string, entry: Entry): void {
  const others = entries.get(key);
  if (others === undefined) entries.set(key, [entry]);
  else others.push(entry);
}

const inKeys = /[\p{Script=Han}々ァ-ヺa-z0-9]/u;
const largeKana: Record<string, string> = { ァ: "ア", ィ: "イ", ゥ: "ウ", ェ: "エ", ォ: "オ", z: "s" };

/** A character as keys have it; empty for one that they leave out. */
function keyCharacter(character: string): string {
  const small = character.toLowerCase();
  return small.length === 1 && inKeys.test(small) ? (largeKana[small] ?? small) : "";
}

function skeletonOf(text: string): { skeleton: string; places: number[] } {
  const characters: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = keyCharacter(text[at]!);
    if (character === "") continue;
    characters.push(character);
    places.push(at);
  }
  return { skeleton: characters.join(""), places };
}

/** First characters that every spelling of a wording has; empty where the very first may differ. */
function keyOf(wording: string): string {
  if (keyCharacter(wording[0]!) === "") return "";
  // Words of a phrase may stand in the plural, and y becomes ies: both are behind the key.
  const [word] = /^[a-z]+/i.exec(wording) ?? [wording];
  const sure = /^[a-z]/i.test(word) ? word.replace(/y$/i, "") || word : word;
  const untilVoiced = sure.slice(0, Math.max(1, sure.indexOf("ヴ") === -1 ? sure.length : sure.indexOf("ヴ")));
  return [...untilVoiced].map(keyCharacter).join("").slice(0, longestKey);
}

const han = /[\p{Script=Han}々]/u;
/** Kanji that stand before a word of two without being half of another one. */
const prefixes = "各本当新旧全非未再副准元前現同主大小省約第対超反被総諸両無不可要準低高";

/**
 * True for two kanji that are the halves of two other words: 京都 in 東京都. Compounds are made of words of two, so that a
 * word inside of one begins after an even number of kanji, or behind a prefix.
 */
function isCutFromLongerWord(text: string, start: number, end: number): boolean {
  if (end - start !== 2 || !han.test(text[start]!) || !han.test(text[end - 1]!)) return false;
  let from = start;
  while (from > 0 && start - from < 12 && han.test(text[from - 1]!)) from -= 1;
  const ahead = start - from;
  return ahead % 2 === 1 && !prefixes.includes(text[from]!) && !prefixes.includes(text[start - 1]!);
}
