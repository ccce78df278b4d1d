import { place, type SourceFigure } from "./source-figures";
import type { Finding } from "../../vocabulary";
import type { FigureIndex } from "./figure-index";
import type { Figure } from "./figure";

/**
 * True when a text names the day and the month of a date somewhere. Dates agree in the parts that both name; a day or a month
 * that only one text names was lost or added. A year goes without saying.
 */
function namesDayAndMonth({ date, otherDate }: Figure, there: FigureIndex): boolean {
  if (date === undefined) return true;
  const parts = (["month", "day"] as const).filter((part) => date[part] !== undefined);
  return parts.every((part) =>
    [date[part], otherDate?.[part]].some(
      (wanted) =>
        wanted !== undefined &&
        there.find({ ...plain, value: wanted }, ({ figure }) => says(figure, part, wanted)) !== undefined,
    ),
  );
}

function says(figure: Figure, part: "month" | "day", wanted: number): boolean {
  if (figure.date?.[part] === wanted || figure.otherDate?.[part] === wanted) return true;
  if (figure.value !== wanted || figure.marker === true) return false;
  return figure.unit === undefined || figure.unit === part || figure.kind === "ordinal" || figure.kind === "ratio";
}

const plain: Figure = { kind: "number", text: "", span: { start: 0, end: 0 }, weak: false, approximate: false };

/** True where a text names the day of a date alone: 11日 for "November 11". */
function namesDayAlone({ date }: Figure, there: FigureIndex): boolean {
  if (date?.day === undefined) return false;
  const isDay = ({ figure }: SourceFigure): boolean => figure.unit === "day" && figure.value === date.day;
  return there.find({ ...plain, value: date.day }, isDay) !== undefined;
}

/** The dates whose day or month the other text does not name; Japanese news names the day alone (`monthIsFree`). */
function incomplete(figure: Figure, there: FigureIndex, monthIsFree: boolean): boolean {
  if (figure.kind !== "date" || !there.has(figure) || namesDayAndMonth(figure, there)) return false;
  return !(monthIsFree && namesDayAlone(figure, there));
}

/** Dates of the source whose day or month the target does not name (`figure-missing` { expected }). */
export function shortenedDates(known: readonly SourceFigure[], there: FigureIndex, monthIsFree: boolean): Finding[] {
  return known
    .filter(({ figure }) => incomplete(figure, there, monthIsFree))
    .map((one) => ({
      guard: "figures",
      code: "figure-missing",
      severity: "warning",
      values: { expected: one.figure.text },
      source: [place(one)],
    }));
}

/** Dates of the target whose day or month the source does not name (`figure-not-in-source` { found }). */
export function lengthenedDates(written: readonly Figure[], there: FigureIndex, monthIsFree: boolean): Finding[] {
  return written
    .filter((figure) => incomplete(figure, there, monthIsFree))
    .map((figure) => ({
      guard: "figures",
      code: "figure-not-in-source",
      severity: "error",
      values: { found: figure.text },
      output: figure.span,
    }));
}
