import type { Block, Finding, SourceSpan } from "../../vocabulary";
import { compareFigures } from "./compare";
import type { Figure } from "./figure";
import { indexOf, type FigureIndex } from "./figure-index";
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

export interface FigureOptions {
  /** Added to the offsets of the findings, where the output is part of a longer text. */
  offset?: number;
  /** False when it only matters whether there is a finding: the search for the nearest figure is left out. */
  nearest?: boolean;
}

/**
 * Reports each figure of an output that no figure of the source agrees with: `figure-not-in-source` with values
 * { found, nearest? }, or `unit-differs` with { found, nearest } where only the unit is another one. `nearest` is the most
 * similar figure of the source, with its place in `source`. Figures are compared as values: 1,250万円 = 12,500,000円,
 * 令和7年 = 2025年, 三割 = 30 %. A figure that the text calls rough (約) and that rounds one of the source is a warning.
 */
export function checkFigures(
  source: readonly (string | Block)[],
  output: string,
  options: FigureOptions = {},
): Finding[] {
  return compareWithSource(sourceFigures(source), figuresIn(output), options);
}

/** `checkFigures` on figures that were already found. The list of known figures is indexed once and must not change. */
export function compareWithSource(
  known: readonly SourceFigure[],
  output: readonly Figure[],
  { offset = 0, nearest: seekNearest = true }: FigureOptions = {},
): Finding[] {
  const findings: Finding[] = [];
  const index = indexOf(known);
  for (const figure of output) {
    const renamed = figure.name === true ? otherDigits(figure, index) : undefined;
    if (renamed !== undefined) findings.push(finding("figure-not-in-source", figure, renamed, false, offset));
    else if (isMisnumbered(figure, index))
      findings.push(finding("figure-not-in-source", figure, undefined, false, offset));
    if (figure.weak) continue;
    const { same, otherUnit } = agreeing(figure, index);
    if (same || datePartsAreThere(figure, index)) continue;
    const nearest = otherUnit ?? (seekNearest ? nearestOf(figure, known, output) : undefined);
    const rounded = nearest !== undefined && figure.approximate && rounds(figure, nearest.figure);
    const code = otherUnit === undefined ? "figure-not-in-source" : "unit-differs";
    findings.push(finding(code, figure, nearest, rounded, offset));
  }
  return findings;
}

/** Whether a figure of the source agrees, and the first that differs in its unit alone. */
function agreeing(figure: Figure, known: FigureIndex): { same: boolean; otherUnit?: SourceFigure } {
  let otherUnit: SourceFigure | undefined;
  for (const candidate of known.candidates(figure)) {
    const agreement = compareFigures(candidate.figure, figure);
    if (agreement === "same") return { same: true };
    if (agreement === "unit-differs" && !(otherUnit !== undefined && isBefore(otherUnit, candidate)))
      otherUnit = candidate;
  }
  return otherUnit === undefined ? { same: false } : { same: false, otherUnit };
}

const isBefore = (a: SourceFigure, b: SourceFigure): boolean =>
  a.blockId !== b.blockId || a.figure.span.start <= b.figure.span.start;

function finding(
  code: string,
  figure: Figure,
  nearest: SourceFigure | undefined,
  rounded: boolean,
  offset: number,
): Finding {
  return {
    guard: "figures",
    code,
    severity: rounded ? "warning" : "error",
    values: { found: figure.text, ...(nearest === undefined ? {} : { nearest: nearest.figure.text }) },
    output: { start: figure.span.start + offset, end: figure.span.end + offset },
    ...(nearest === undefined ? {} : { source: [place(nearest)] }),
  };
}

/** A name of the source that differs in its digits alone (COVID-19, COVID-49), where the source has none like it. */
function otherDigits(figure: Figure, known: FigureIndex): SourceFigure | undefined {
  const alike = known.named(figure.code!);
  return alike.some(({ figure: other }) => other.code === figure.code) ? undefined : alike[0];
}

/** There is one COVID, and a text need not name it (コロナ禍) for the translation to name it with its number. */
function isMisnumbered({ code }: Figure, known: FigureIndex): boolean {
  return code !== undefined && /^covid(?!19$)[0-9]+$/.test(code) && known.named(code).length === 0;
}

/** A date put together from what the source says apart: the year in a heading, the day in the sentence. */
function datePartsAreThere({ date }: Figure, known: FigureIndex): boolean {
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

/** True for 約1,250万 of 1,254万: the last digits written are those of the source, rounded. */
function rounds(rough: Figure, exact: Figure): boolean {
  if (rough.value === undefined || exact.value === undefined || rough.unit !== exact.unit || exact.value === 0)
    return false;
  return Math.abs(rough.value - exact.value) / Math.abs(exact.value) <= 0.05;
}
