import { endsLikeOffice, isLikeName, isSurelyPerson } from "../speaker-names";
import { namesAboveIndented } from "./indented-speech";

const mark = /^[\s\u3000]*(?:[◆◇■□●○◯〇▼▽★☆・＊*#>＞-]{1,3}[\s\u3000]*|\d{1,4}[.．)）][\s\u3000]*)?/u;
/** 「山田）」. */
const halfBracket = /^([^（(]+)[)）]$/u;
const ends = /[。．！？!?」、,…]$/u;

/** A line without the mark before it, when it may be a name that stands alone. */
function nameOf(line: string): string | undefined {
  const name = line
    .replace(mark, "")
    .replace(/[\s\u3000]*[:：]?[\s\u3000]*$/u, "")
    .replace(halfBracket, "$1");
  return name.length <= 40 && name !== "" && !ends.test(name) && isLikeName(name) ? name : undefined;
}

/**
 * Names that stand on lines of their own with the words below them (「山田課長」, 「◆山田」, "Maria Rossi"), by the number of
 * their line. A file has them when most of what blank lines part begins with one, or when all of a kind with one mark do; each is
 * a person beyond doubt or comes back. Empty for other files: a heading is no name.
 */
export function standingNames(lines: readonly string[]): Map<number, string> {
  const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  const names = filled.map((index, place) => (place + 1 < filled.length ? nameOf(lines[index]!.trim()) : undefined));
  const times = new Map<string, number>();
  for (const name of names) if (name !== undefined) times.set(name, (times.get(name) ?? 0) + 1);
  const indented = namesAboveIndented(lines);
  if (indented.size > 0) return indented;
  const turns = turnsOf(lines, filled, names, times);
  if (turns !== undefined) return turns;
  const found = new Map<number, string>();
  const marks = new Set<string>();
  const marksOfNames = new Set(
    names.flatMap((name, place) =>
      name !== undefined && times.get(name)! > 1 ? [markOf(lines[filled[place]!]!)] : [],
    ),
  );
  marksOfNames.delete("");
  const persons = new Set([...times.keys()].filter(isSurelyPerson));
  const isSure = (name: string, place: number): boolean =>
    persons.has(name) || times.get(name)! > 1 || marksOfNames.has(markOf(lines[filled[place]!]!));
  for (const [place, name] of names.entries()) {
    if (name === undefined || !isSure(name, place)) continue;
    // Behind a name stand words, not one more name.
    const below = names[place + 1];
    if (below !== undefined && isSure(below, place + 1)) continue;
    found.set(filled[place]!, name);
    marks.add(markOf(lines[filled[place]!]!));
  }
  const all = [...found.values()];
  if (all.length < 2 || !(all.some((name) => times.get(name)! > 1) || all.every(endsLikeOffice))) return new Map();
  const starts = filled.filter((index) => index === 0 || lines[index - 1]!.trim() === "");
  const started = starts.filter((index) => found.has(index)).length;
  const first = [...found.keys()].reduce((least, index) => Math.min(least, index));
  const body = filled.filter((index) => index >= first).length;
  const parted = started === found.size && started * 10 >= (starts.length - 1) * 7;
  const marked = marks.size === 1 && !marks.has("") && found.size * 4 >= body;
  const sure = all.every((name) => persons.has(name)) && found.size * 4 >= body;
  return parted || marked || sure ? found : new Map();
}

/** Names of a file in which each second line is one, and the others are what they say. */
function turnsOf(
  lines: readonly string[],
  filled: readonly number[],
  names: readonly (string | undefined)[],
  times: ReadonlyMap<string, number>,
): Map<number, string> | undefined {
  const first = names.findIndex((name) => name !== undefined && times.get(name)! > 1);
  const turns = filled.slice(first);
  if (first < 0 || first > 3 || turns.length < 6 || turns.length % 2 === 1) return undefined;
  const isTurn = (index: number, place: number): boolean =>
    place % 2 === 0
      ? names[first + place] !== undefined && lines[index]!.trim().length <= 20
      : ends.test(lines[index]!.trim());
  if (!turns.every(isTurn)) return undefined;
  return new Map(turns.flatMap((index, place) => (place % 2 === 0 ? [[index, names[first + place]!] as const] : [])));
}

function markOf(line: string): string {
  return (mark.exec(line)?.[0].trim().slice(0, 1) ?? "") || (halfBracket.test(line.trim()) ? "）" : "");
}
