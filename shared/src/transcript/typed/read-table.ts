import { joinLines } from "../join-lines";
import type { Piece, Reading } from "../reading";
import { readTimes } from "../records/record-times";
import type { TranscriptProblem } from "../transcript";
import { clockOf } from "./clock-times";
import type { SpokenRow } from "./table-rows";

/**
 * Speech of a table or of records, with times as their columns write them.
 * @param raw lines of the file, which tell whether its times are those of a clock
 */
export function readTable(
  { preamble, rows }: { preamble: string[]; rows: SpokenRow[] },
  raw: readonly string[],
): Reading {
  const problems: TranscriptProblem[] = [];
  const times = readTimes(rows);
  const clock = clockOf(
    rows.map(({ start, text }, index) => ({ start: times[index]!.start, written: start ?? "", words: text })),
    raw,
  );
  if (clock.isClock) problems.push({ kind: "clock-times", at: undefined });
  const pieces = rows.map(({ name, text }, index): Piece => {
    const { start, end, unreadable } = times[index]!;
    if (unreadable) problems.push({ kind: "unreadable-time", at: index + 1 });
    return {
      speaker: name,
      start: clock.fromFirst(start),
      end: clock.fromFirst(end),
      text: joinLines(text.split(/[\n\v]/)),
    };
  });
  return { format: "text", pieces, problems, preamble };
}
