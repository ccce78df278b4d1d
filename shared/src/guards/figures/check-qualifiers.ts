import type { Finding } from "../../vocabulary";
import { place, type SourceFigure } from "./source-figures";
import type { Figure } from "./figure";
import type { FigurePair } from "./pair-figures";
import { qualifierOf, type Qualifier } from "./qualifiers";

/**
 * Compares what the two texts say beside figures that belong together: `figure-limit-differs` { found, nearest } where the one
 * says 以上 and the other less than, or a fall became a rise. What only one text says is a finding in a
 * rewording alone: good translations drop 約 and add "more than".
 */
export function checkQualifiers(
  source: string,
  known: readonly SourceFigure[],
  target: string,
  written: readonly Figure[],
  pairs: readonly FigurePair[],
  sameLanguage: boolean,
): Finding[] {
  const findings: Finding[] = [];
  for (const { source: from, target: to } of pairs) {
    const [left, right] = [known[from]!, written[to]!];
    if (left.figure.value === undefined || left.figure.kind === "article" || left.figure.kind === "ordinal") continue;
    const a = qualifierOf(
      source,
      left.figure,
      known[from - 1]?.figure.span.end ?? 0,
      known[from + 1]?.figure.span.start ?? Infinity,
    );
    const b = qualifierOf(target, right, written[to - 1]?.span.end ?? 0, written[to + 1]?.span.start ?? Infinity);
    const otherBound = a.bound !== undefined && b.bound !== undefined && a.bound !== b.bound;
    const otherWay = a.direction !== undefined && b.direction !== undefined && a.direction !== b.direction;
    // A rewording keeps 約 and 以上; a translation drops and adds them.
    const dropped = sameLanguage && ((isLimited(a) && b.bare) || (isLimited(b) && a.bare));
    if (!otherBound && !otherWay && !dropped) continue;
    findings.push({
      guard: "figures",
      code: "figure-limit-differs",
      severity: "warning",
      values: { found: right.text, nearest: left.figure.text },
      source: [place(left)],
      output: right.span,
    });
  }
  return findings;
}

const isLimited = ({ bound, approximate }: Qualifier): boolean => bound !== undefined || approximate;
