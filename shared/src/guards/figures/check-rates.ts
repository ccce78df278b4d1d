import type { Finding } from "../../vocabulary";
import type { FigurePair } from "./pair-figures";
import { rateBeside, ratesIn } from "./rates";
import { place, type SourceFigure } from "./source-figures";
import type { FigureText } from "./swapped";

/**
 * An amount for another time (`unit-differs` { found, nearest }): per second for per hour, 月額 for "per year". A rate that only
 * one text names says nothing; where both name one that the other does not, it was exchanged.
 */
export function otherRates(
  source: FigureText,
  known: readonly SourceFigure[],
  target: FigureText,
  pairs: readonly FigurePair[],
): Finding[] {
  const [there, here] = [ratesIn(source.text, source.language), ratesIn(target.text, target.language)];
  if (there.length === 0 || here.length === 0) return [];
  const finding = ({ source: from, target: to }: FigurePair): Finding => ({
    guard: "figures",
    code: "unit-differs",
    severity: "error",
    values: { found: target.figures[to]!.text, nearest: source.figures[from]!.text },
    output: target.figures[to]!.span,
    source: [place(known[from]!)],
  });
  for (const pair of pairs) {
    const one = rateBeside(source.text, source.figures[pair.source]!, there, source.language);
    const other = rateBeside(target.text, target.figures[pair.target]!, here, target.language);
    if (one !== undefined && other !== undefined && one !== other) return [finding(pair)];
  }
  const lacking = (one: typeof there, other: typeof there, isPrevious: boolean): number | undefined =>
    one.find(
      ({ period }) => period.startsWith("previous") === isPrevious && !other.some((rate) => rate.period === period),
    )?.at;
  const exchanged = [false, true].find(
    (isPrevious) => lacking(there, here, isPrevious) !== undefined && lacking(here, there, isPrevious) !== undefined,
  );
  if (exchanged === undefined) return [];
  const at = lacking(here, there, exchanged)!;
  return [
    {
      guard: "figures",
      code: "unit-differs",
      severity: "error",
      values: { found: target.text.slice(at, at + 12) },
      output: { start: at, end: Math.min(target.text.length, at + 12) },
    },
  ];
}
