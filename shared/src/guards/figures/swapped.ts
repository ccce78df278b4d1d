import type { Finding } from "../../vocabulary";
import { place, type SourceFigure } from "./check-figures";
import { compareFigures } from "./compare";
import type { Figure } from "./figure";

/**
 * Finds figures of one kind and unit that stand in another order than in the source (`figure-swapped` { first, second },
 * a warning): 30 % and 46 % exchanged. Between languages only quantities count, because their order mostly survives a
 * translation while dates and places move with the clause; within one language dates and times count too.
 */
export function swappedFigures(
  known: readonly SourceFigure[],
  written: readonly Figure[],
  sameLanguage: boolean,
): Finding[] {
  const groups = new Map<string, { source: SourceFigure; at: number }[]>();
  for (const source of known) {
    const at = onlyPartner(source.figure, known, written);
    const target = written[at];
    if (target === undefined || !isOrdered(source.figure, target, sameLanguage)) continue;
    const key = `${source.figure.kind} ${source.figure.unit ?? target.unit ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), { source, at }]);
  }
  for (const group of groups.values()) {
    const turned = group.findIndex(({ at }, index) => index > 0 && at < group[index - 1]!.at);
    if (turned === -1) continue;
    const [first, second] = [group[turned - 1]!, group[turned]!];
    return [
      {
        guard: "figures",
        code: "figure-swapped",
        severity: "warning",
        values: { first: first.source.figure.text, second: second.source.figure.text },
        source: [place(first.source), place(second.source)],
        output: { start: written[second.at]!.span.start, end: written[first.at]!.span.end },
      },
    ];
  }
  return [];
}

/** Index of the one figure that agrees, when neither text has another like it; else -1. */
function onlyPartner(figure: Figure, known: readonly SourceFigure[], written: readonly Figure[]): number {
  if (figure.weak || figure.code !== undefined) return -1;
  const agrees = (other: Figure): boolean => compareFigures(figure, other) === "same";
  const partner = written.findIndex(agrees);
  if (partner === -1 || written[partner]!.weak || written.filter(agrees).length > 1) return -1;
  const back = known.filter(({ figure: other }) => compareFigures(other, written[partner]!) === "same");
  return back.length === 1 ? partner : -1;
}

function isOrdered(source: Figure, target: Figure, sameLanguage: boolean): boolean {
  if (sameLanguage) return true;
  if (source.kind === "amount" || source.kind === "ratio" || source.kind === "article") return true;
  return source.kind === "number" && (source.unit !== undefined || target.unit !== undefined);
}
