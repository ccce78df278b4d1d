import type { Finding } from "../../vocabulary";
import { asSource, place, type SourceFigure } from "./source-figures";
import { indexOf } from "./figure-index";
import type { Figure } from "./figure";

/**
 * Small words that a translation drops or adds freely ("the two sides", 二人, half, second): alone they say nothing, but where
 * one is gone and another of its kind has come, the one was replaced (`figure-not-in-source` { found, nearest }).
 */
export function replacedSmallFigures(known: readonly SourceFigure[], written: readonly Figure[]): Finding[] {
  const there = indexOf(known);
  const here = indexOf(asSource(written));
  const gone = known.filter(({ figure }) => isSmall(figure) && !here.has(figure));
  if (gone.length === 0) return [];
  const oftener = saidOftener(known, written);
  const come = written.filter((figure) => isSmall(figure) && (!there.has(figure) || oftener(figure)));
  for (const figure of come) {
    const replaced = gone.find(({ figure: other }) => isAlike(other, figure));
    if (replaced === undefined) continue;
    return [
      {
        guard: "figures",
        code: "figure-not-in-source",
        severity: "error",
        values: { found: figure.text, nearest: replaced.figure.text },
        output: figure.span,
        source: [place(replaced)],
      },
    ];
  }
  return [];
}

/** Tells of the small numbers in digits that a text names oftener than the source: the 2 of "Document 2, 2 and 3" for 1, 2, 3. */
function saidOftener(known: readonly SourceFigure[], written: readonly Figure[]): (figure: Figure) => boolean {
  const times = new Map<number, number>();
  const add = ({ value, marker }: Figure, by: number): void => {
    if (value !== undefined && marker !== true && value <= 12) times.set(value, (times.get(value) ?? 0) + by);
  };
  for (const figure of written) add(figure, 1);
  for (const { figure } of known) add(figure, -1);
  return ({ value, text, unit }) => /[0-9０-９]/.test(text) && unit === undefined && (times.get(value ?? 0) ?? 0) > 0;
}

/** A number that is written in a word, or is small enough to be said without one. */
export function isSmall(figure: Figure): boolean {
  const { value, kind, unit, marker, code } = figure;
  if (value === undefined || marker === true || code !== undefined) return false;
  if (kind === "article" || kind === "amount") return false;
  if (kind === "ratio") return figure.weak;
  const isFew = value <= 4 && (unit === undefined || unit === "thing" || unit === "person");
  return isFew || (value <= 12 && (figure.weak || (value <= 3 && !/[0-9０-９]/.test(figure.text)) || value <= 2));
}

function isAlike(a: Figure, b: Figure): boolean {
  const sameSpan = a.unit !== undefined && a.unit === b.unit && (a.unit === "year" || a.unit === "week");
  if (a.approximate !== b.approximate && !sameSpan) return false;
  if (a.kind === "ratio" || b.kind === "ratio") return a.kind === b.kind;
  if (a.value === 1 && b.value === 1) return false;
  return (a.kind === "ordinal") === (b.kind === "ordinal") || a.unit === b.unit;
}
