import { HostError } from "../rich-api/emulated-type";
import { spanParagraphs, stretchIn, type Position, type Span } from "./content/position";
import type { ParagraphContent } from "./content/paragraph-content";

export interface SearchOptions {
  matchCase: boolean;
  matchWholeWord: boolean;
  matchWildcards: boolean;
  matchPrefix: boolean;
  matchSuffix: boolean;
  ignorePunct: boolean;
  ignoreSpace: boolean;
}

const flagNames: [number, keyof SearchOptions][] = [
  [1, "matchCase"],
  [2, "matchWholeWord"],
  [4, "matchWildcards"],
  [8, "matchPrefix"],
  [16, "matchSuffix"],
  [32, "ignorePunct"],
  [64, "ignoreSpace"],
];

/** Options of `_Search2`, which sends them as bits. */
export function searchOptionsFromFlags(flags: unknown): SearchOptions {
  const bits = typeof flags === "number" ? flags : 0;
  return Object.fromEntries(flagNames.map(([bit, name]) => [name, (bits & bit) !== 0])) as unknown as SearchOptions;
}

/** Options of `search`, whose names arrive in either case. */
export function searchOptionsFromObject(value: unknown): SearchOptions {
  const given = (value ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    flagNames.map(([, name]) => [
      name,
      given[name] === true || given[(name[0] as string).toUpperCase() + name.slice(1)] === true,
    ]),
  ) as unknown as SearchOptions;
}

/** What a search sees of a paragraph: its text, with a barrier where a note or an object stands. */
interface Haystack {
  characters: string[];
  offsets: number[];
}

/** Notes interrupt a match in Word (pitfall R8), objects too; no text can hold this character. */
const barrier = "\u0000";

/**
 * Finds a text, never across paragraphs. Tracked deletions are text like any other, so nothing matches across them.
 * @throws HostError `SearchStringInvalidOrTooLong` for nothing or more than 255 characters, `NotImplemented` for
 *   wildcards and for ^ codes other than ^t, ^l and ^^
 */
export function search(span: Span, text: string, options: SearchOptions): { start: Position; end: Position }[] {
  if (text.length === 0 || text.length > 255) {
    throw new HostError("SearchStringInvalidOrTooLong", "The text to search for is empty or too long.");
  }
  if (options.matchWildcards)
    throw new HostError("NotImplemented", "SearchOptions.matchWildcards is not emulated.", 501);
  const needle = prepare({ characters: [...plain(text)], offsets: [] }, options).characters;
  if (needle.length === 0) {
    throw new HostError("SearchStringInvalidOrTooLong", "Nothing is left of the text to search for.");
  }
  const found: { start: Position; end: Position }[] = [];
  for (const paragraph of spanParagraphs(span)) {
    const { from, to } = stretchIn(span, paragraph);
    const whole = haystack(span.story.content(paragraph));
    const { characters, offsets } = prepare(whole, options);
    for (let at = 0; at + needle.length <= characters.length; at++) {
      if (!needle.every((character, index) => characters[at + index] === character)) continue;
      const start = offsets[at] as number;
      const last = characters[at + needle.length - 1] as string;
      const end = (offsets[at + needle.length - 1] as number) + Math.max(1, last.length);
      if (start < from || end > to || !edgesMatch(whole, start, end, options)) continue;
      found.push({ start: { paragraph, offset: start }, end: { paragraph, offset: end } });
      at += needle.length - 1;
    }
  }
  return found;
}

function haystack(content: ParagraphContent): Haystack {
  const characters: string[] = [];
  const offsets: number[] = [];
  for (const segment of content.segments) {
    if (segment.kind === "note" || segment.kind === "object") {
      characters.push(barrier);
      offsets.push(segment.start);
      continue;
    }
    let at = segment.start;
    for (const character of segment.text) {
      characters.push(character);
      offsets.push(at);
      at += character.length;
    }
  }
  return { characters, offsets };
}

function prepare(source: Haystack, options: SearchOptions): Haystack {
  const characters: string[] = [];
  const offsets: number[] = [];
  source.characters.forEach((character, index) => {
    if (options.ignorePunct && /\p{P}/u.test(character)) return;
    if (options.ignoreSpace && /\s/u.test(character)) return;
    const lower = character.toLowerCase();
    // A few letters change length in lower case; they are compared as they are.
    characters.push(options.matchCase || lower.length !== character.length ? character : lower);
    offsets.push(source.offsets[index] ?? 0);
  });
  return { characters, offsets };
}

function plain(text: string): string {
  return text.replace(/\^(.)?/gu, (_, code: string | undefined) => {
    if (code === "t") return "\t";
    if (code === "l") return "\u000b";
    if (code === "^") return "^";
    throw new HostError("NotImplemented", `The search code ^${code ?? ""} is not emulated.`, 501);
  });
}

/** Word edges: between Latin letters or digits only; Japanese has no spaces to go by (believed). */
function edgesMatch(whole: Haystack, start: number, end: number, options: SearchOptions): boolean {
  if (!options.matchWholeWord && !options.matchPrefix && !options.matchSuffix) return true;
  const first = whole.offsets.indexOf(start);
  const after = whole.offsets.findIndex((offset) => offset >= end);
  const at = (index: number) => whole.characters[index] ?? "";
  const last = after < 0 ? whole.characters.length - 1 : after - 1;
  const startsWord = !(isWordCharacter(at(first - 1)) && isWordCharacter(at(first)));
  const endsWord = after < 0 || !(isWordCharacter(at(last)) && isWordCharacter(at(after)));
  if ((options.matchWholeWord || options.matchPrefix) && !startsWord) return false;
  return !(options.matchWholeWord || options.matchSuffix) || endsWord;
}

function isWordCharacter(character: string): boolean {
  return (
    /[\p{L}\p{N}_]/u.test(character) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(character)
  );
}
