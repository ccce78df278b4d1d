import type { Finding } from "../../vocabulary";
import type { Figure } from "./figure";
import { place, type SourceFigure } from "./source-figures";

/**
 * A time exactly twelve hours from one of the source, where neither has a time of the other text to agree with
 * (`figure-not-in-source` { found, nearest }): 午前5時 for 17:00. A bare number of the other text (問5) agrees with the hour
 * of either, and so does not show which half of the day is meant.
 */
export function otherHalfDay(known: readonly SourceFigure[], written: readonly Figure[]): Finding[] {
  const here = written.filter(isCertain);
  const there = known.filter(({ figure }) => isCertain(figure));
  const [timesHere, timesThere] = [minutesOf(written), minutesOf(known.map(({ figure }) => figure))];
  const findings: Finding[] = [];
  for (const figure of here) {
    const minute = figure.minutes![0]!;
    if (timesThere.has(minute)) continue;
    const other = (minute + 720) % 1440;
    if (timesHere.has(other)) continue;
    const meant = there.find((one) => one.figure.minutes![0] === other);
    if (meant === undefined) continue;
    findings.push({
      guard: "figures",
      code: "figure-not-in-source",
      severity: "error",
      values: { found: figure.text, nearest: meant.figure.text },
      output: figure.span,
      source: [place(meant)],
    });
  }
  return findings;
}

const isCertain = ({ minutes, weak }: Figure): boolean => minutes?.length === 1 && !weak;

const minutesOf = (figures: readonly Figure[]): ReadonlySet<number> =>
  new Set(figures.flatMap(({ minutes }) => minutes ?? []));
