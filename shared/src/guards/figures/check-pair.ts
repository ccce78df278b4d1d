import type { Finding } from "../../vocabulary";
import { compareWithSource, nearestOf, place, type SourceFigure } from "./check-figures";
import { compareFigures } from "./compare";
import type { Figure } from "./figure";
import { figuresIn } from "./scan";

export type PairLanguage = "ja" | "en";

/**
 * Checks a text against its translation (or its rewording in the same language), in both directions: what the target
 * adds (`figure-not-in-source`, `unit-differs`) and what it leaves out (`figure-missing` { expected }). Source spans
 * point to block "0".
 */
export function checkPair(
  source: string,
  _sourceLanguage: PairLanguage,
  target: string,
  _targetLanguage: PairLanguage,
): Finding[] {
  const known = figuresIn(source).map((figure): SourceFigure => ({ figure, blockId: "0" }));
  const written = figuresIn(target);
  const added = compareWithSource(known, written);
  const explained = new Set(added.flatMap((finding) => finding.source ?? []).map(({ start }) => start));
  return [...added, ...missing(known, written, explained)];
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
    if (figure.weak || explained.has(figure.span.start)) continue;
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
