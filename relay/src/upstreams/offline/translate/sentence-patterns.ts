import { englishPatterns, groupsOf, japanesePatterns, slot, verbForms, verbOf } from "./compiled-patterns";
import { japanesePhrase } from "./english-phrases";
import { japaneseDateOf, japaneseValueOf } from "./english-values";
import { englishPhrase, withArticle } from "./japanese-phrases";
import { englishDate, englishValue } from "./japanese-values";
import type { Lexicon } from "./lexicon";

/**
 * A sentence of Japanese (folded, without 。) that a pattern covers, as English without its full stop. With `mark`, one slot
 * that is not known may stand marked in it.
 */
export function englishSentence(
  sentence: string,
  lexicon: Lexicon,
  mark?: (words: string) => string,
): string | undefined {
  const lower = sentence.toLowerCase();
  for (const pattern of japanesePatterns()) {
    if (mark !== undefined && pattern.letters < fewestLetters.ja) continue;
    const { kinds, entry } = pattern;
    const groups = groupsOf(pattern, sentence, lower);
    if (groups === undefined) continue;
    const values = new Map<string, { bare: string; full: string; on: string; plural: boolean }>();
    const unknown: string[] = [];
    for (const [name, kind] of kinds) {
      const words = groups[name]!;
      const date = kind === "noun" ? undefined : englishDate(words);
      const phrase = kind === "noun" ? englishPhrase(words, lexicon) : undefined;
      const value = kind === "noun" ? undefined : (date?.text ?? englishValue(words));
      if (phrase !== undefined) {
        values.set(name, { bare: phrase.text, full: withArticle(phrase), on: phrase.text, plural: phrase.plural });
      } else if (value !== undefined) {
        values.set(name, { bare: value, full: value, on: `${date?.preposition ?? "on"} ${value}`, plural: false });
      } else {
        unknown.push(kind === "noun" && mark !== undefined ? words : "");
        const marked = mark?.(words) ?? "";
        values.set(name, { bare: marked, full: marked, on: marked, plural: false });
      }
    }
    if (unknown.length > 0 && !maybeMarked(unknown, groups)) continue;
    const verb = groups["V"] === undefined ? undefined : verbOf(groups["V"], 0);
    return entry[2].replace(/\.$/, "").replace(slot, (_, name: string) => {
      if (verbForms[name] !== undefined) return verb![verbForms[name]]!;
      const [, variable, one, many] = /^([a-z])\?(.+)\|(.+)$/.exec(name) ?? [];
      if (variable !== undefined) return values.get(variable)!.plural ? many! : one!;
      const value = values.get(name.at(-1)!)!;
      return /^the /i.test(name) ? value.full : /^on /i.test(name) ? value.on : value.bare;
    });
  }
  return undefined;
}

/**
 * A sentence of English (without its full stop) that a pattern covers, as Japanese without 。
 */
export function japaneseSentence(
  sentence: string,
  lexicon: Lexicon,
  register: "polite" | "plain",
  mark?: (words: string) => string,
): string | undefined {
  const lower = sentence.toLowerCase();
  for (const pattern of englishPatterns()) {
    if (mark !== undefined && pattern.letters < fewestLetters.en) continue;
    const { kinds, entry, verbForm } = pattern;
    const groups = groupsOf(pattern, sentence, lower);
    if (groups === undefined) continue;
    const values = new Map<string, string>();
    const unknown: string[] = [];
    for (const [name, kind] of kinds) {
      const words = groups[name]!;
      const value =
        kind === "noun"
          ? japanesePhrase(words, lexicon)
          : kind === "date"
            ? japaneseDateOf(words, true)
            : japaneseValueOf(words);
      if (value === undefined) unknown.push(kind === "noun" && mark !== undefined ? words : "");
      values.set(name, value ?? mark?.(words) ?? "");
    }
    if (unknown.length > 0 && !maybeMarked(unknown, groups)) continue;
    const stem = groups["V"] === undefined ? "" : verbOf(groups["V"], verbForm)[0];
    return (register === "polite" ? entry[1] : entry[0]).replace(slot, (_, name: string) =>
      name.startsWith("V") ? stem : values.get(name[0]!)!,
    );
  }
  return undefined;
}

/** With a gap in it, a pattern must say something itself: "X is Y" would fit half of all sentences. */
const fewestLetters = { ja: 6, en: 8 } as const;

/** What only a clause holds: such words are no name that may stand marked in a sentence. */
const clause =
  /[、をがはに]|\b(?:is|are|was|were|be|been|being|that|which|who|I|you|we|they|he|she|it|this|there|not|do|does|will|would|can)\b/i;
const longestMarked = { characters: 20, letters: 40 };

/** One short name that is not known may stand marked in a sentence of which the rest is; else all of it is marked. */
function maybeMarked([words = "", ...others]: string[], groups: Record<string, string>): boolean {
  if (words === "" || others.length > 0 || clause.test(words)) return false;
  if (words.length > (/^[\x20-\x7e]*$/.test(words) ? longestMarked.letters : longestMarked.characters)) return false;
  return words.length <= Object.values(groups).join("").length * 0.6;
}
