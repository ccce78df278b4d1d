import { normaliseWithOffsets } from "../../../language";
import type { NameTagger } from "../personal-datum";
import { isDoubtfulName, isFamilyName } from "./family-names";
import { findJapaneseNames } from "./japanese-names";
import { findLatinNames } from "./latin-names";
import type { NameSpan } from "./name-span";
import { plainCharacters, withoutFillers } from "./plain-characters";
import { findTitledNames } from "./titled-names";
import { publicRoles } from "./titles";
import { findUnlistedNames, isReadingLabel, readingInBrackets } from "./unlisted-names";

const han = /[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff々\ue000]/u;
const letter = /[\p{L}\p{N}]/u;

/**
 * Names of people in a text, in order, without overlaps; names of holders of a public office are marked as such.
 * A name that something besides it proves to be one (honorific, title, label, given name) is found in the rest of the text as
 * well, where it stands alone.
 */
export function findNames(text: string, tagger?: NameTagger, morePublicRoles: readonly string[] = []): NameSpan[] {
  if (!/[\uff66-\uff9f]/u.test(text)) return namesOf(text, tagger, morePublicRoles);
  // Half-width katakana are shorter with their voiced marks folded in: looked for in the folded text, told in that of the source.
  const folded = normaliseWithOffsets(text);
  return namesOf(folded.text, tagger, morePublicRoles).map(({ start, end, familyEnd, ...name }) => ({
    ...name,
    start: folded.toSource(start),
    end: folded.toSourceEnd(end),
    ...(familyEnd === undefined ? {} : { familyEnd: folded.toSourceEnd(familyEnd) }),
  }));
}

function namesOf(text: string, tagger: NameTagger | undefined, morePublicRoles: readonly string[]): NameSpan[] {
  const plain = plainCharacters(text);
  const tags = tagger?.tag(text) ?? [];
  const found = withPublicRoles(plain, morePublicRoles, [
    ...findJapaneseNames({ text: plain, tags }),
    ...findUnlistedNames(plain),
    ...findTitledNames(plain),
    ...findLatinNames(plain),
  ]);
  const readings: NameSpan[] = [];
  for (const { end } of found) {
    const match = readingInBrackets.exec(plain.slice(end, end + 32));
    if (match === null || isReadingLabel(match[1]!)) continue;
    const start = end + match[0].indexOf(match[1]!);
    readings.push({ start, end: start + match[1]!.trimEnd().length, sure: true });
  }
  found.push(...listedNames(plain, found));
  const words = sureWords(plain, found);
  const known = found.map((span) =>
    // A bare name that elsewhere belongs to an office is that of its holder.
    !span.sure && words.get(plain.slice(span.start, span.end)) === true ? { ...span, public: true } : span,
  );
  return disjoint([...known, ...readings, ...occurrences(plain, words)]);
}

/** 山本、山口、佐藤: a family name that is a place as well is a name between names. */
function listedNames(text: string, found: readonly NameSpan[]): NameSpan[] {
  const starts = new Set(found.map(({ start }) => start));
  const ends = new Set(found.map(({ end }) => end));
  const more: NameSpan[] = [];
  const follow = /^(?:[ \u3000]?[、，,・／/][ \u3000]?)([\u4e00-\u9fff々ヶ\ue000]{2,4})(?=[、，,・／/。\s（()）]|$)/u;
  const precede = /(?<=^|[、，,・／/\s：:（(])([\u4e00-\u9fff々ヶ\ue000]{2,4})(?:[ \u3000]?[、，,・／/][ \u3000]?)$/u;
  const isName = (word: string): boolean => isFamilyName(withoutFillers(word));
  for (const { start, end, public: isPublic } of found) {
    if (isPublic === true) continue;
    // From one name to the next that is not known yet, as long as the list goes on.
    for (let at = end; ;) {
      const word = follow.exec(text.slice(at, at + 8))?.[1];
      if (word === undefined || !isName(word)) break;
      const from = text.indexOf(word, at);
      if (starts.has(from)) break;
      starts.add(from);
      at = from + word.length;
      more.push({ start: from, end: at, familyEnd: at, sure: false });
    }
    const before = text.slice(Math.max(0, start - 8), start);
    const word = precede.exec(before)?.[1];
    if (word === undefined || !isName(word)) continue;
    const from = Math.max(0, start - 8) + before.lastIndexOf(word);
    if (!ends.has(from + word.length))
      more.push({ start: from, end: from + word.length, familyEnd: from + word.length, sure: false });
  }
  return more;
}

const publicBefore = new RegExp(`(?:${publicRoles})$`, "u");

/** The names without overlaps; those beside an office of the policy are public as well. */
function withPublicRoles(text: string, roles: readonly string[], spans: readonly NameSpan[]): NameSpan[] {
  const isBeside = ({ start, end }: NameSpan): boolean => {
    const before = text.slice(Math.max(0, start - 40), start).replace(/(?:の|・)?[ \u3000]?$/u, "");
    const after = text.slice(end, end + 40).trimStart();
    if (publicBefore.test(before)) return true;
    return roles.some((role) => role !== "" && (after.startsWith(role) || before.endsWith(role)));
  };
  return disjoint(spans).map((span) => (isBeside(span) ? { ...span, public: true } : span));
}

/** The first of two names that overlap stays, the longer one where both begin together. */
function disjoint(spans: readonly NameSpan[]): NameSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: NameSpan[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    else if (span.end > last.end && span.start === last.start) kept[kept.length - 1] = span;
  }
  return kept;
}

/** Words that are names wherever they stand; true for a name that is only known as a public one. */
function sureWords(text: string, found: readonly NameSpan[]): Map<string, boolean> {
  const words = new Map<string, boolean>();
  for (const span of found) {
    if (!span.sure) continue;
    const parts = [text.slice(span.start, span.end)];
    if (span.familyEnd !== undefined && span.familyEnd < span.end) parts.push(text.slice(span.start, span.familyEnd));
    for (const part of parts) {
      if (withoutFillers(part).length < 2 || isDoubtfulName(withoutFillers(part))) continue;
      if (/^[A-Za-z]{1,2}$/.test(part)) continue;
      words.set(part, (words.get(part) ?? true) && span.public === true);
    }
  }
  return words;
}

/** Where words stand by themselves, found by their first two characters, so that the cost does not grow with the number of names. */
export function occurrences(text: string, words: ReadonlyMap<string, boolean>): NameSpan[] {
  const byStart = new Map<string, string[]>();
  for (const word of words.keys()) {
    const key = word.slice(0, 2);
    byStart.set(
      key,
      [...(byStart.get(key) ?? []), word].sort((a, b) => b.length - a.length),
    );
  }
  const spans: NameSpan[] = [];
  for (let index = 0; index + 1 < text.length; index += 1) {
    const word = byStart.get(text.slice(index, index + 2))?.find((one) => text.startsWith(one, index));
    if (word === undefined || !standsAlone(text, index, index + word.length)) continue;
    spans.push({
      start: index,
      end: index + word.length,
      sure: true,
      ...(words.get(word) === true ? { public: true } : {}),
    });
    index += word.length - 1;
  }
  return spans;
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? "";
  const after = text[end] ?? "";
  if (han.test(text[start]!)) {
    return (
      !(han.test(before) && !"課室部局係長官員".includes(before)) &&
      !/[ァ-ヺー]/u.test(after) &&
      !(han.test(after) && !/[様氏殿宛側]/u.test(after))
    );
  }
  if (/[ぁ-んァ-ヺー]/u.test(text[start]!)) return !/[ぁ-んァ-ヺー]/u.test(before) && !/[ァ-ヺー]/u.test(after);
  return !letter.test(before) && !/[A-Za-z0-9@]/.test(after);
}
