import { remembered } from "../remembered";
import { isLikeName, isSurelyPerson } from "../speaker-names";
import { leadingTime } from "./line-times";

/** No name that stands alone below a time is longer. */
const longestName = 40;
const inWords =
  /^((?:\d{1,2} ?(?:時間|hours?) ?)?(?:\d{1,2} ?(?:分|minutes?) ?)?\d{1,2} ?(?:秒|seconds?)) ?(\d{1,2}:\d{2}(?::\d{2})?)$/u;

/**
 * Lines of a copy of the pane of Teams, where each speech has three above it (「山田 太郎」, 「0 分 3 秒0:03」, 「山田 太郎 0 分 3 秒」),
 * with 「山田 太郎   0:03」 in their place.
 */
export function withNamesOnce(lines: readonly string[]): readonly string[] {
  const once: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, words, time] = inWords.exec(lines[at]!.slice(0, 60).trim()) ?? [];
    const name = once.at(-1)?.trim() ?? "";
    if (words !== undefined && name !== "" && lines[at + 1]?.trim() === `${name} ${words}`) {
      once[once.length - 1] = `${name}   ${time!}`;
      at += 1;
    } else once.push(lines[at]!);
  }
  return once;
}

/** A name above a time that has its line for itself, as some copies of Teams part them, is put beside it. */
export function withTimesBesideNames(lines: readonly string[]): string[] {
  const filled = lines.filter((line) => line.trim() !== "");
  const isTime = remembered((line) => /^\s*\S{0,2}[0-9０-９]/u.test(line) && leadingTime(line)?.words === "");
  const bare = filled.flatMap((line, place) => (place > 0 && isTime(line) ? [filled[place - 1]!] : []));
  const isName = remembered((line) => isLikeName(line.trim()) && leadingTime(line) === undefined);
  const names = bare.filter((line) => !isTime(line) && isName(line));
  const under = namesUnderTimes(filled, isTime);
  if (under !== undefined) return withNamesBesideTimes(lines, isTime, under);
  const below = filled.some((line, place) => isTime(line) && (filled[place + 1] ?? "").trim() !== "");
  if (names.length < 2 || names.length * 10 < bare.length * 9 || !below) return [...lines];
  // Only where names come back or are written again and again: titles stand above times too.
  if (names.length * 5 < filled.length) return [...lines];
  const above = new Set(names);
  const joined: string[] = [];
  for (const line of lines) {
    const last = isTime(line) ? joined.findLastIndex((one) => one.trim() !== "") : -1;
    if (last >= 0 && above.has(joined[last]!)) joined[last] = `${joined[last]!.trim()}   ${line.trim()}`;
    else joined.push(line);
  }
  return joined;
}

/** Names of a file each of whose bare times has a name below it and words below that; undefined for other files. */
function namesUnderTimes(filled: readonly string[], isTime: (line: string) => boolean): Set<string> | undefined {
  const places = filled.flatMap((line, place) => (isTime(line) ? [place] : []));
  if (places.length < 2) return undefined;
  const isSpoken = (place: number): boolean =>
    [1, 2].every((down) => filled[place + down] !== undefined && !isTime(filled[place + down]!));
  if (!places.every(isSpoken)) return undefined;
  const names = places.map((place) => filled[place + 1]!.trim());
  const different = new Set(names);
  const isPerson = remembered((name: string) => name.length <= longestName && isSurelyPerson(name));
  if ([...different].every(isPerson)) return different;
  const known = [...different].filter(isPerson).length;
  const areAlike = [...different].every((name) => name.length <= longestName && isLikeName(name));
  return areAlike && known > 0 && different.size * 2 <= names.length ? different : undefined;
}

function withNamesBesideTimes(
  lines: readonly string[],
  isTime: (line: string) => boolean,
  names: ReadonlySet<string>,
): string[] {
  const joined: string[] = [];
  let time: string | undefined;
  for (const line of lines) {
    if (isTime(line)) time = line.trim();
    else if (time === undefined) joined.push(line);
    else if (names.has(line.trim())) {
      joined.push(`${line.trim()}   ${time}`);
      time = undefined;
    }
  }
  return joined;
}
