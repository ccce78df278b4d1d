import type { Block, Finding } from "../../vocabulary";
import { compareFigures } from "./compare";
import type { Figure } from "./figure";
import { indexOf, type FigureIndex } from "./figure-index";
import { datePartsAreThere } from "./joined-dates";
import { figuresIn } from "./scan";
import { distinctFigures, nearestOf, place, sourceFigures, type SourceFigure } from "./source-figures";

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
  return compareWithSource(distinctFigures(sourceFigures(source)), figuresIn(output), options);
}

/** For how many wrong figures the one that was meant is sought: who sees more of them reads the source anyway. */
export const mostNearest = 200;

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
    const nearest =
      otherUnit ?? (seekNearest && findings.length < mostNearest ? nearestOf(figure, known, output) : undefined);
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

/** True for 約1,250万 of 1,254万: the last digits written are those of the source, rounded. */
function rounds(rough: Figure, exact: Figure): boolean {
  if (rough.value === undefined || exact.value === undefined || rough.unit !== exact.unit || exact.value === 0)
    return false;
  return Math.abs(rough.value - exact.value) / Math.abs(exact.value) <= 0.05;
}
