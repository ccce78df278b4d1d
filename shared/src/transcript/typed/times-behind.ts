import type { Opening } from "./openings";
import { timePattern, writtenTime } from "./written-time";

const behindWords = new RegExp(
  `^(.*?)[\\s\\u3000]*[\\[(（［【]\\s*(${timePattern})\\s*[\\])）］】][\\s\\u3000]*$`,
  "u",
);

/** The times of a file whose lines end with them: 「山田：はい (0:03)」. */
export function withTimesBehind(openings: readonly (Opening | undefined)[]): (Opening | undefined)[] {
  const opened = openings.filter((opening) => opening !== undefined);
  const isBehind = ({ start, words }: Opening): boolean =>
    start === null &&
    behindWords.test(words.slice(-60)) &&
    writtenTime(behindWords.exec(words.slice(-60))![2]!) !== null;
  const behind = opened.filter(isBehind).length;
  if (behind < 2 || behind * 5 < opened.length * 4) return [...openings];
  return openings.map((opening) => {
    if (opening === undefined || !isBehind(opening)) return opening;
    const { words } = opening;
    const [, rest, time] = behindWords.exec(words.slice(-60))!;
    return { ...opening, start: writtenTime(time!), words: words.slice(0, -60) + rest! };
  });
}
