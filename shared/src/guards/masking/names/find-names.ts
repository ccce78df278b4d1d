import { normaliseWithOffsets } from "../../../language";
import type { NameTagger } from "../personal-datum";
import { findAlignedNames } from "./aligned-names";
import { findColumnNames } from "./column-names";
import { findDutyNames } from "./duty-names";
import { findGivenInKana } from "./given-in-kana";
import { findHandleNames } from "./handle-names";
import { findIntroducedNames } from "./introduced-names";
import { findJapaneseNames } from "./japanese-names";
import { findKatakanaNames } from "./katakana-names";
import { KnownWords } from "./known-words";
import { findLabelledNames } from "./labelled-names";
import { findLatinNames } from "./latin-names";
import { listedNames } from "./listed-names";
import type { NameSpan } from "./name-span";
import { findNeighbourNames } from "./neighbour-names";
import { findOfficeNames } from "./office-names";
import { plainCharacters } from "./plain-characters";
import { findRelativeNames } from "./relative-names";
import { findSlotNames } from "./slot-names";
import { findSpacedNames } from "./spaced-names";
import { findSpeakerNames } from "./speaker-names";
import { findTitledNames } from "./titled-names";
import { publicRoles } from "./titles";
import { findUnlistedNames, isReadingLabel, readingInBrackets } from "./unlisted-names";

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
    ...findGivenInKana(plain),
    ...findOfficeNames(plain),
    ...findLabelledNames(plain),
    ...findKatakanaNames(plain),
    ...findIntroducedNames(plain),
    ...findHandleNames(plain),
    ...findLatinNames(plain),
    ...findSpacedNames(plain),
    ...findSlotNames(plain),
    ...findColumnNames(plain),
    ...findSpeakerNames(plain),
    ...findRelativeNames(plain),
    ...findDutyNames(plain),
  ]);
  const readings: NameSpan[] = [];
  for (const { end } of found) {
    const match = readingInBrackets.exec(plain.slice(end, end + 32));
    if (match === null || isReadingLabel(match[1]!)) continue;
    const start = end + match[0].indexOf(match[1]!);
    readings.push({ start, end: start + match[1]!.trimEnd().length, sure: true });
  }
  found.push(...listedNames(plain, found));
  found.push(...findNeighbourNames(plain, found));
  found.push(...findAlignedNames(plain, found));
  const words = new KnownWords();
  for (const span of found) if (span.sure) words.add(plain, span, span.public === true);
  const known = found.map((span) =>
    // A bare name that elsewhere belongs to an office is that of its holder.
    !span.sure && words.isPublic(plain.slice(span.start, span.end)) ? { ...span, public: true } : span,
  );
  return disjoint([...known, ...readings, ...words.find(plain)]);
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
