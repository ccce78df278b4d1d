import type { Block, SourceSpan } from "../../vocabulary";
import { compareFigures } from "./compare";
import type { Figure } from "./figure";
import { indexOf } from "./figure-index";
import { figuresIn } from "./scan";

/** A figure of the source with the block it stands in. */
export interface SourceFigure {
  figure: Figure;
  blockId: string;
}

/** Figures of a source, found once and used for many outputs. */
export function sourceFigures(source: readonly (string | Block)[]): SourceFigure[] {
  return source.flatMap((piece, index) => {
    const [text, blockId] = typeof piece === "string" ? [piece, String(index)] : [`${piece.text}`, piece.id];
    return figuresIn(text).map((figure) => ({ figure, blockId }));
  });
}

/**
 * The figures without repetitions, the first of each kept: a source of 300 pages names the same few thousand figures
 * again and again, and every wrong figure of an output is compared with all of them.
 */
export function distinctFigures(figures: readonly SourceFigure[]): SourceFigure[] {
  const first = new Map<string, SourceFigure>();
  for (const one of figures) {
    const key = JSON.stringify({ ...one.figure, span: undefined });
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/** The most similar figure of the source; one that the output repeats correctly elsewhere is less likely meant. */
export function nearestOf(
  figure: Figure,
  known: readonly SourceFigure[],
  output: readonly Figure[] = [],
): SourceFigure | undefined {
  const others = indexOf(asSource(output));
  return indexOf(known).nearest(
    figure,
    (candidate) =>
      others.find(
        candidate.figure,
        (other) => other.figure !== figure && compareFigures(candidate.figure, other.figure) === "same",
      ) !== undefined,
  );
}

const asSourceOf = new WeakMap<readonly Figure[], readonly SourceFigure[]>();

/** Figures of an output as if they were a source, the same list for the same figures. */
export function asSource(figures: readonly Figure[]): readonly SourceFigure[] {
  let list = asSourceOf.get(figures);
  if (list === undefined) {
    list = figures.map((figure) => ({ figure, blockId: "target" }));
    asSourceOf.set(figures, list);
  }
  return list;
}

export function place({ figure, blockId }: SourceFigure): SourceSpan {
  return { blockId, start: figure.span.start, end: figure.span.end };
}
