import type { Finding } from "../../vocabulary";
import type { Figure } from "./figure";
import type { FigurePair } from "./pair-figures";
import { place, type SourceFigure } from "./source-figures";

/** The weekday that stands beside a date: 4月6日（月）, "Monday, April 6". */
function weekdayBeside(text: string, figures: readonly Figure[], index: number): Figure | undefined {
  const { span } = figures[index]!;
  const [before, after] = [figures[index - 1], figures[index + 1]];
  if (after?.weekday !== undefined && /^[\s(（,]{0,2}$/.test(text.slice(span.end, after.span.start))) return after;
  if (before?.weekday !== undefined && /^[\s,、)）]{0,3}(?:the )?$/.test(text.slice(before.span.end, span.start)))
    return before;
  return undefined;
}

/**
 * The same date with another weekday (`figure-not-in-source` { found, nearest }), also where that weekday stands elsewhere in
 * the source.
 */
export function otherWeekdays(
  source: string,
  known: readonly SourceFigure[],
  target: string,
  written: readonly Figure[],
  pairs: readonly FigurePair[],
): Finding[] {
  const figures = known.map(({ figure }) => figure);
  const findings: Finding[] = [];
  for (const pair of pairs) {
    if (figures[pair.source]!.date === undefined && figures[pair.source]!.unit !== "day") continue;
    const from = weekdayBeside(source, figures, pair.source);
    const to = weekdayBeside(target, written, pair.target);
    if (from === undefined || to === undefined || from.weekday === to.weekday) continue;
    findings.push({
      guard: "figures",
      code: "figure-not-in-source",
      severity: "error",
      values: { found: to.text, nearest: from.text },
      output: to.span,
      source: [place(known[figures.indexOf(from)]!)],
    });
  }
  return findings;
}
