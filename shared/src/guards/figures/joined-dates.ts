import type { Figure } from "./figure";
import type { FigureIndex } from "./figure-index";

/** A date put together from what the source says apart: the year in a heading, the day in the sentence. */
export function datePartsAreThere({ date }: Figure, known: FigureIndex): boolean {
  if (date === undefined) return false;
  const parts = Object.entries(date) as [keyof typeof date, number][];
  if (parts.length < 2) return false;
  const partOf = (part: number): Figure => ({ ...plainNumber, value: part });
  // Month and day belong together; only the year may come from elsewhere.
  const monthAndDay = known.find(
    partOf(date.month ?? date.day ?? -1),
    ({ figure }) =>
      figure.date !== undefined &&
      (date.month === undefined || figure.date.month === date.month) &&
      (date.day === undefined || figure.date.day === date.day) &&
      (figure.date.year === undefined || figure.date.year === date.year),
  );
  if (monthAndDay === undefined) return false;
  return (
    date.year === undefined ||
    known.find(
      partOf(date.year),
      ({ figure }) => figure.date?.year === date.year || (figure.unit === undefined && figure.value === date.year),
    ) !== undefined
  );
}

const plainNumber: Figure = {
  kind: "number",
  text: "",
  span: { start: 0, end: 0 },
  weak: false,
  approximate: false,
};
