import type { Finding } from "../../vocabulary";
import type { Figure } from "./figure";
import { place, type SourceFigure } from "./source-figures";

/** The year a figure names, with its century or without (82年). */
function yearOf({ date, value, unit, kind }: Figure): number | undefined {
  if (date?.year !== undefined) return date.year;
  if (value === undefined || !Number.isInteger(value)) return undefined;
  if (unit === "year" && value < 100) return value;
  const isYear = value >= 1800 && value <= 2100 && (unit === undefined || unit === "year");
  return isYear && kind === "number" ? value : undefined;
}

/**
 * A year in a date that the other text does not name at all (`figure-not-in-source` { found, nearest? }, `figure-missing`
 * { expected }). Two dates agree in the parts that both name, so that a wrong year beside a
 * day that is right would pass where the other text says the year once for several dates.
 */
export function otherYears(known: readonly SourceFigure[], written: readonly Figure[]): Finding[] {
  const yearsOf = (figures: readonly Figure[]): Set<number> => {
    const years = new Set<number>();
    for (const figure of figures) {
      for (const year of [yearOf(figure), figure.otherDate?.year])
        if (year !== undefined) years.add(year).add(year % 100);
    }
    return years;
  };
  const [there, here] = [yearsOf(known.map(({ figure }) => figure)), yearsOf(written)];
  const isFull = ({ date }: Figure): boolean => date?.year !== undefined && date.year >= 1000;
  const gone = known.find(
    ({ figure }) => isFull(figure) && !here.has(figure.date!.year!) && !here.has(figure.date!.year! % 100),
  );
  const come = written.find(
    (figure) => isFull(figure) && !there.has(figure.date!.year!) && !there.has(figure.date!.year! % 100),
  );
  if (come !== undefined)
    return [
      {
        guard: "figures",
        code: "figure-not-in-source",
        severity: "error",
        values: { found: come.text, ...(gone === undefined ? {} : { nearest: gone.figure.text }) },
        output: come.span,
        ...(gone === undefined ? {} : { source: [place(gone)] }),
      },
    ];
  if (gone === undefined) return [];
  const values = { expected: gone.figure.text };
  return [{ guard: "figures", code: "figure-missing", severity: "warning", values, source: [place(gone)] }];
}
