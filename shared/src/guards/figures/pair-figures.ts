import { asSource, type SourceFigure } from "./source-figures";
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
    const partner = indexOf(here).only(figure);
    if (partner === undefined || partner.figure.marker === true || (partner.figure.weak && !withWeak)) continue;
    if (indexOf(known).only(partner.figure) === undefined) continue;
    pairs.push({ source: sourceAt.get(figure)!, target: targetAt.get(partner.figure)! });
  }
  return pairs;
}
