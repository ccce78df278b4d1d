import type { Finding } from "../../vocabulary";
import { compareWithSource, nearestOf, place, type SourceFigure } from "./check-figures";
import { compareFigures } from "./compare";
import type { Figure } from "./figure";
import { checkNegation } from "../negation/check-negation";
import { figuresIn } from "./scan";
import { swappedFigures } from "./swapped";

export type PairLanguage = "ja" | "en";

/**
 * Checks a text against its translation (or its rewording in the same language), in both directions: what the target
 * adds (`figure-not-in-source`, `unit-differs`), what it leaves out (`figure-missing` { expected }), figures that changed places
 * (`figure-swapped`) and a negation that is gone or new (`negation-lost`, `negation-added`). Source spans
 * point to block "0".
 */
export function checkPair(
  source: string,
  sourceLanguage: PairLanguage,
  target: string,
  targetLanguage: PairLanguage,
): Finding[] {
  const known = figuresIn(source).map((figure): SourceFigure => ({ figure, blockId: "0" }));
  const written = figuresIn(target);
  const added = [
    ...compareWithSource(known, written).filter((finding) => !isOne(written, finding)),
    ...otherMarker(known, written),
  ];
  const explained = new Set(added.flatMap((finding) => finding.source ?? []).map(({ start }) => start));
  const findings = [...added, ...missing(known, written, explained), ...doubled(known, written)];
  return [
    ...findings,
    // Where a figure is wrong, the order of the others says little.
    ...(findings.length > 0 ? [] : swappedFigures(known, written, sourceLanguage === targetLanguage)),
    ...checkNegation(source, sourceLanguage, target, targetLanguage),
  ];
}

function missing(
  known: readonly SourceFigure[],
  written: readonly Figure[],
  explained: ReadonlySet<number | undefined>,
): Finding[] {
  const asSource = written.map((figure): SourceFigure => ({ figure, blockId: "target" }));
  const findings: Finding[] = [];
  for (const candidate of known) {
    const { figure } = candidate;
    if (figure.weak || isSmallWord(figure) || explained.has(figure.span.start)) continue;
    if (written.some((other) => compareFigures(figure, other) === "same")) continue;
    if (compareWithSource(asSource, [figure]).length === 0) continue;
    const nearest = nearestOf(figure, asSource);
    findings.push({
      guard: "figures",
      code: "figure-missing",
      severity: "warning",
      values: { expected: figure.text },
      source: [place(candidate)],
      ...(nearest === undefined ? {} : { output: nearest.figure.span }),
    });
  }
  return findings;
}

/**
 * "one or two" became "two or two": a figure of the source is gone, and another stands more often than it should. Small
 * words count here, which alone may come and go.
 */
function doubled(known: readonly SourceFigure[], written: readonly Figure[]): Finding[] {
  const agrees = (a: Figure, b: Figure): boolean => compareFigures(a, b) === "same";
  const lost = known.find(
    ({ figure }) =>
      (isSmallWord(figure) || figure.name === true) &&
      figure.marker !== true &&
      (figure.value !== undefined || figure.code !== undefined) &&
      /[0-9０-９]|one|two|three/.test(figure.text) &&
      !written.some((other) => agrees(figure, other)),
  );
  if (lost === undefined) return [];
  const surplus = written.find(
    (figure) =>
      figure.kind === lost.figure.kind &&
      figure.unit === lost.figure.unit &&
      /[0-9０-９]|one|two|three/.test(figure.text) &&
      written.filter((other) => other.text === figure.text).length >
        known.filter(({ figure: other }) => agrees(other, figure)).length &&
      known.some(({ figure: other }) => agrees(other, figure)),
  );
  if (surplus === undefined) return [];
  return [
    {
      guard: "figures",
      code: "figure-not-in-source",
      severity: "error",
      values: { found: surplus.text, nearest: lost.figure.text },
      output: surplus.span,
      source: [place(lost)],
    },
  ];
}

/** 1つ, 1日, "one": what one language says with a number, the other says with an article or not at all. */
function isOne(written: readonly Figure[], finding: Finding): boolean {
  const figure = written.find(({ span }) => span.start === finding.output?.start);
  return figure?.value === 1 && figure.kind !== "article" && figure.unit !== "ratio" && finding.code !== "unit-differs";
}

/** "the two sides", 二人: dropped freely in a good translation. */
function isSmallWord(figure: Figure): boolean {
  if (figure.value === undefined || figure.kind === "article" || figure.kind === "ratio" || figure.kind === "amount")
    return false;
  return figure.value === 1 || (figure.value <= 3 && !/[0-9０-９]/.test(figure.text));
}

/** Both texts begin with the number of a list item, and not with the same. */
function otherMarker([source]: readonly SourceFigure[], [target]: readonly Figure[]): Finding[] {
  if (source?.figure.marker !== true || target?.marker !== true || source.figure.value === target.value) return [];
  return [
    {
      guard: "figures",
      code: "figure-not-in-source",
      severity: "error",
      values: { found: target.text, nearest: source.figure.text },
      output: target.span,
      source: [place(source)],
    },
  ];
}
