import { asSource, type SourceFigure } from "./check-figures";
import { compareFigures } from "./compare";
import { indexOf } from "./figure-index";
import type { Figure } from "./figure";

/** Indexes of two figures that can only mean each other. */
export interface FigurePair {
  source: number;
  target: number;
}

/** The figures (`withWeak`: also small words) that agree with exactly one of the other text, in the order of the source. */
export function pairFigures(
  known: readonly SourceFigure[],
  written: readonly Figure[],
  withWeak = false,
): FigurePair[] {
  const here = asSource(written);
  const sourceAt = new Map(known.map((one, index) => [one.figure, index]));
  const targetAt = new Map(written.map((figure, index) => [figure, index]));
  const pairs: FigurePair[] = [];
  for (const { figure } of known) {
    if (figure.weak && (!withWeak || figure.value === undefined)) continue;
    if (figure.marker === true || figure.code !== undefined) continue;
    const partners = indexOf(here)
      .candidates(figure)
      .filter((other) => compareFigures(figure, other.figure) === "same");
    if (partners.length !== 1 || (partners[0]!.figure.weak && !withWeak)) continue;
    const [partner] = partners;
    const back = indexOf(known)
      .candidates(partner!.figure)
      .filter((other) => compareFigures(other.figure, partner!.figure) === "same");
    if (back.length === 1) pairs.push({ source: sourceAt.get(figure)!, target: targetAt.get(partner!.figure)! });
  }
  return pairs;
}
