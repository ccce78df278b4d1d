const date =
  "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|(?:\\d{4}|令和\\d{1,2})年\\d{1,2}月\\d{1,2}日|\\d{1,2}/\\d{1,2}|\\d{1,2}月\\d{1,2}日)";
const dated = new RegExp(
  `^([\\s\\u3000]*[\\[(（［【]?)(${date})(?:\\s?[(（].[)）])?(?:T|[,、]?[\\s\\u3000]+)(\\d{1,2}:\\d{2})(:\\d{2}(?:[.,]\\d{1,7})?)?(?:\\s?(?:Z|[+-]\\d{2}:?\\d{2}))?(?=[\\s\\u3000\\])）］】|,、:：]|$)`,
  "u",
);
/** Share of the lines that are filled. */
const least = 0.3;

/**
 * Lines without the date that stands before their times, as logs and chats have them: 「[10/5 14:05] 山田」, 「2026-10-05T14:05:00 山田：…」.
 * Undefined for other files, and where it is not one day.
 * @returns the day as written, and the lines with times of hours, minutes and seconds
 */
export function withoutDates(lines: readonly string[]): { day: string; lines: string[] } | undefined {
  const found = lines.map((line) => dated.exec(line.slice(0, 60)));
  const days = new Set(found.flatMap((match) => match?.[2] ?? []));
  const count = found.filter((match) => match !== null).length;
  const filled = lines.filter((line) => line.trim() !== "").length;
  if (days.size !== 1 || count < 2 || count < filled * least) return undefined;
  return {
    day: [...days][0]!,
    lines: lines.map((line, index) => {
      const match = found[index] ?? undefined;
      if (match === undefined) return line;
      const [whole, opening, , clock, seconds = ":00"] = match;
      return `${opening!}${clock!}${seconds}${line.slice(whole.length)}`;
    }),
  };
}
