import { isTimeAlone, leadingTime, trailingTime } from "./line-times";
import type { Opening } from "./openings";

const sentence = /[。．.!?！？」\p{Script=Hiragana}\p{Script=Latin}]$/u;
/** Teams parts names from times by three spaces. */
const parted = /\S[ \u3000\t]{2,}\d{1,3}:\d{2}(?::\d{2})?\s*$/u;
const telephone = /^\+?[\d*() -]{6,}$/u;

/** 「　　　　（事務局）水道局長」 in a head, before the first of the speeches, none of whose lines are indented so far. */
export function withoutHeadEntries(
  lines: readonly string[],
  openings: readonly (Opening | undefined)[],
): (Opening | undefined)[] {
  const opened = openings.flatMap((opening, index) => (opening === undefined ? [] : [index]));
  // 「町長（渋井　守）　副町長（牧野　悟）」 is a list of who is there.
  const isListed = (index: number): boolean => {
    const { name, start, words } = openings[index]!;
    if (name === null || start !== null || words.trim() === "" || !/[）)]$/u.test(name)) return false;
    return (
      lines[index]!.startsWith(name) && /[ \u3000]/u.test(lines[index]![name.length]!) && !sentence.test(words.trim())
    );
  };
  const speech = opened.find((index) => !isListed(index));
  if (speech !== undefined && speech !== opened[0])
    return openings.map((opening, index) => (index < speech ? undefined : opening));
  const outer = opened.filter((index) => !/^(?:\u3000{3}|\s{4})/u.test(lines[index]!));
  if (outer.length < 4 || outer.length * 5 < opened.length * 4) return [...openings];
  return openings.map((opening, index) => (index < outer[0]! ? undefined : opening));
}

/**
 * Openings with the times that stand alone on lines every few minutes (Google Meet), where each is above a speech that has none: it
 * is when that one begins.
 */
export function withTimesAbove(lines: readonly string[], openings: (Opening | undefined)[]): (Opening | undefined)[] {
  const above = lines.flatMap((line, index) => (openings[index] === undefined && isTimeAlone(line) ? [index] : []));
  const isAbove = above.every((index) => {
    let next = index + 1;
    while (next < lines.length && lines[next]!.trim() === "") next += 1;
    const opening = openings[next];
    return opening !== undefined && opening.name !== null && opening.start === null;
  });
  if (!isAbove) return openings;
  const times = new Map(above.map((index) => [index, { ...leadingTime(lines[index]!)!, name: null, words: "" }]));
  return openings.map((opening, index) => opening ?? times.get(index));
}

/**
 * Openings of a file of Teams with those of callers whose name is none, since their words are not those of who spoke before: a
 * line with a time behind the same three spaces, that lies between the times around it, with words below.
 */
export function withUnknown(lines: readonly string[], openings: (Opening | undefined)[]): (Opening | undefined)[] {
  const known = openings.flatMap((opening, index) => (opening === undefined ? [] : [index]));
  if (known.length < 2 || !known.every((index) => parted.test(lines[index]!))) return openings;
  const all = [...openings];
  let latest = Number.NEGATIVE_INFINITY;
  let next = 0;
  for (const [index, line] of lines.entries()) {
    while (next < known.length && known[next]! < index) next += 1;
    latest = openings[index]?.start ?? latest;
    if (openings[index] !== undefined || next >= known.length || !parted.test(line)) continue;
    const { start = null, name = "" } = trailingTime(line.trim()) ?? {};
    const isAbove = (lines[index + 1] ?? "").trim() !== "" && openings[index + 1] === undefined;
    const fits = start !== null && latest <= start && start <= (openings[known[next]!]!.start ?? start);
    if (fits && isAbove && !/[。、\p{Script=Hiragana}]$/u.test(name))
      all[index] = { name: telephone.test(name) ? name : null, start, end: null, words: "" };
  }
  return all;
}
