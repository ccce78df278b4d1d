import { remembered } from "../remembered";
import { endsLikeOffice, isLikeName, isSurelyPerson } from "../speaker-names";
import { leadingTime, trailingTime, type TimedLine } from "./line-times";
import { namedLine } from "./named-line";
import { withoutHeadEntries, withTimesAbove, withUnknown } from "./placed-openings";
import { speakingNames } from "./speaking-names";
import { spacedNames } from "./spaced-names";
import { standingNames } from "./standing-names";
import { withTimesBehind } from "./times-behind";

/** A line that begins a speech. */
export interface Opening {
  name: string | null;
  start: number | null;
  end: number | null;
  words: string;
}

/** What opens a speech in each line of a file; undefined for lines that go on. What forms a file has, all of its lines tell. */
export function openingsOf(lines: readonly string[]): (Opening | undefined)[] {
  const filled = lines.filter((line) => line.trim() !== "");
  const leadOf = remembered(leadingTime);
  const timedNames = new Set(soundTimedNames(filled, leadOf));
  const led = filled.flatMap((line) => leadOf(line) ?? []);
  const timed = led.length >= 2 && led.length * 10 >= filled.length;
  const alone = namesAlone(led, filled.length - led.length);
  const rests = filled.map((line) => (timed ? leadOf(line)?.words : undefined) ?? line);
  const names = speakingNames(
    rests.filter((line) => line.trim() !== ""),
    filled,
  );
  const behind = timed ? led.map(({ words }) => words).filter((words) => words.trim() !== "") : filled;
  const isPlain = names.size === 0 && timedNames.size === 0 && alone.size === 0;
  const spaced = isPlain && behind.length > 0 ? spacedNames(behind, timed) : undefined;
  const standing = isPlain && spaced === undefined && !timed ? standingNames(lines) : new Map<number, string>();
  const openingOf = remembered((line): Opening | undefined => {
    const first = timed ? leadOf(line) : undefined;
    const last = first === undefined && timedNames.size > 0 ? trailingTime(line.trim()) : undefined;
    if (last !== undefined && timedNames.has(last.name)) return last;
    const rest = first?.words ?? line;
    const { start, end } = first ?? { start: null, end: null };
    const named = namedLine(rest);
    if (named !== undefined && names.has(named.name)) return { name: named.name, start, end, words: named.words };
    const besides = first !== undefined || !timed ? spaced?.(rest) : undefined;
    if (besides !== undefined) return { ...besides, start, end };
    if (first === undefined) return undefined;
    // 「00:12:05 山田 太郎」, the words on the next line.
    return alone.has(rest.trim()) || timedNames.has(rest.trim())
      ? { ...first, name: rest.trim(), words: "" }
      : { ...first, name: null };
  });
  const opened = withTimesBehind(
    lines.map((line, index) => {
      const name = standing.get(index);
      if (name !== undefined) return { name, start: null, end: null, words: "" };
      return line.trim() === "" ? undefined : openingOf(line);
    }),
  );
  if (timedNames.size > 0) return withUnknown(lines, opened);
  return timed ? opened : withTimesAbove(lines, withoutHeadEntries(lines, opened));
}

/** What stands alone behind times again and again and looks like a name. */
function namesAlone(led: readonly TimedLine[], others: number): Set<string> {
  const all = led.map(({ words }) => words.trim());
  const different = new Set(all);
  const isName = remembered(isLikeName);
  const alike = all.filter((words) => words.length <= 24 && isName(words)).length;
  // Only a file whose times are nearly all followed by names has its words on lines of their own; the names come back, or are
  // persons beyond doubt.
  const come = different.size < led.length || [...different].every(isSurelyPerson);
  const areNames = alike * 10 >= led.length * 9 && come && others * 10 >= led.length * 9;
  return new Set(areNames ? [...different].filter(isLikeName) : []);
}

/** Dates, sums of time, what has a colon or half of a bracket are no names before a time. */
const noTimedName =
  /[:：]|\d[/／]\d{1,2}$|\d\s*[年月日]|令和|平成|\d{4}[-/.]\d{1,2}|(?:^|\P{L})(?:19|20)\d{2}$|[（(][^）)]*$|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*\.?\s\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu;
const particle = /[\p{Script=Han}\p{Script=Katakana}](?:は|が|を|に|で|と|も|の)$/u;

/**
 * Names before a time, where words follow on the line or below it. 「開始 10:00」 and 「終了 12:00」 below each other are none, nor is
 * 「次は 10:30 からです」 among names whose lines end with the time.
 */
function soundTimedNames(filled: readonly string[], leadOf: (line: string) => TimedLine | undefined): string[] {
  const isName = remembered((name) => isLikeName(name) && !noTimedName.test(name));
  const timedName = remembered((line) => {
    const timed = leadOf(line) === undefined ? trailingTime(line.trim()) : undefined;
    return timed !== undefined && isName(timed.name) ? timed : undefined;
  });
  const found = filled.map(timedName);
  const sound = found.flatMap((line, index) => {
    if (line === undefined) return [];
    const inline = line.words !== "";
    const below = filled[index + 1];
    const spoken = inline || (below !== undefined && found[index + 1] === undefined);
    return [{ name: line.name, inline, spoken }];
  });
  const below = new Set(sound.flatMap(({ name, inline, spoken }) => (spoken && !inline ? [name] : [])));
  const inlines = sound.filter(({ inline }) => inline).length;
  const isBelow = below.size > 0 && inlines < sound.length - inlines;
  const fitting = sound.filter(({ name, inline }) =>
    isBelow ? !inline || below.has(name) : endsLikeOffice(name) || !particle.test(name),
  );
  const spoken = fitting.filter((line) => line.spoken);
  if (spoken.length === 0 || spoken.length * 10 < fitting.length * 6) return [];
  if (spoken.length * 40 < filled.length) return [];
  return spoken.map(({ name }) => name);
}
