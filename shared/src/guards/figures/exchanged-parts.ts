import type { Finding } from "../../vocabulary";
import type { FigureText } from "./swapped";
import type { FigurePair } from "./pair-figures";
import { isMoreThanWhole, partsOfWholes, type PartOfWhole } from "./part-of-whole";
import { place, type SourceFigure } from "./source-figures";

/**
 * Compares what the two texts call a part and what its whole (`figure-swapped` { first, second }): 62のうち23 for "62 of the
 * 23", or a part that is more than its whole in one text alone. `settled` are the figures of the source whose place is certain
 * because both texts say the same of them, in whatever order.
 */
export function exchangedParts(
  source: FigureText,
  known: readonly SourceFigure[],
  target: FigureText,
  pairs: readonly FigurePair[],
): { findings: Finding[]; settled: ReadonlySet<number> } {
  const [there, here] = [partsOf(source), partsOf(target)];
  const settled = new Set<number>();
  const targetOf = new Map(pairs.map((pair) => [pair.source, pair.target]));
  const sourceOf = new Map(pairs.map((pair) => [pair.target, pair.source]));
  const said = new Set(here.map(({ part, whole }) => `${part} ${whole}`));
  const swapped = (one: number | undefined, other: number | undefined): Finding[] => {
    const [first, second] = [known[one ?? -1], known[other ?? -1]];
    if (first === undefined || second === undefined) return [];
    const [a, b] = [target.figures[targetOf.get(one!) ?? -1]?.span, target.figures[targetOf.get(other!) ?? -1]?.span];
    return [
      {
        guard: "figures",
        code: "figure-swapped",
        severity: "warning",
        values: { first: first.figure.text, second: second.figure.text },
        source: [place(first), place(second)],
        ...(a === undefined || b === undefined
          ? {}
          : { output: { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } }),
      },
    ];
  };
  for (const { part, whole } of there) {
    const [partThere, wholeThere] = [targetOf.get(part), targetOf.get(whole)];
    if (partThere === undefined || wholeThere === undefined) continue;
    if (said.has(`${wholeThere} ${partThere}`)) return { findings: swapped(part, whole), settled };
    if (said.has(`${partThere} ${wholeThere}`)) settled.add(part).add(whole);
  }
  // A text that is wrong in itself is faithful to one that is as wrong.
  const absurd = (text: FigureText, parts: readonly PartOfWhole[]): PartOfWhole[] =>
    parts.filter((one) => isMoreThanWhole(text.figures, one));
  const [wrongThere, wrongHere] = [absurd(source, there), absurd(target, here)];
  if (wrongThere.length > 0 === wrongHere.length > 0) return { findings: [], settled };
  const [one] = wrongThere;
  const [other] = wrongHere;
  return {
    findings:
      one !== undefined ? swapped(one.part, one.whole) : swapped(sourceOf.get(other!.part), sourceOf.get(other!.whole)),
    settled,
  };
}

const partsOf = ({ text, figures, language }: FigureText): PartOfWhole[] => partsOfWholes(text, figures, language);
