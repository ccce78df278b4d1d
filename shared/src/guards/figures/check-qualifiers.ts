import type { Finding } from "../../vocabulary";
import { boundOfDate } from "./date-bounds";
import { place, type SourceFigure } from "./source-figures";
import type { Figure } from "./figure";
import type { FigurePair } from "./pair-figures";
import { mentionsFall, qualifierOf, type Qualifier } from "./qualifiers";
import type { FigureText } from "./swapped";

/**
 * Compares what the two texts say beside figures that belong together: `figure-limit-differs` { found, nearest } where the one
 * says 以上 and the other less than, 以前 and from, a fall became a rise, or a minus is gone. What only one text says is a finding
 * in a rewording alone: good translations drop 約 and add "more than".
 */
export function checkQualifiers(
  source: FigureText,
  known: readonly SourceFigure[],
  target: FigureText,
  pairs: readonly FigurePair[],
): Finding[] {
  const findings: Finding[] = [];
  const sameLanguage = source.language === target.language;
  const rough = { source: typical.test(source.text), target: typical.test(target.text) };
  for (const { source: from, target: to } of pairs) {
    const [left, right] = [source.figures[from]!, target.figures[to]!];
    const differs = isDated(left)
      ? datesDiffer(source, left, target, right)
      : left.value !== undefined &&
        left.kind !== "article" &&
        left.kind !== "ordinal" &&
        !isYear(left) &&
        quantitiesDiffer(qualifierAt(source, from), qualifierAt(target, to), sameLanguage, rough);
    if (!differs && !lostMinus(source, left, target, right)) continue;
    findings.push({
      guard: "figures",
      code: "figure-limit-differs",
      severity: "warning",
      values: { found: right.text, nearest: left.text },
      source: [place(known[from]!)],
      output: right.span,
    });
  }
  return findings;
}

/** What is standard or expected is not exact, so that 約 says nothing new. */
const typical =
  /標準|目安|通常|平均|見込|想定|推計|概算|(?<![a-z])(?:standard|usual|normal|typical|average|estimat|expect|projected)/i;

/** "Below the 1990 level" sets no limit to the year. */
const isYear = ({ text, unit }: Figure): boolean => unit === undefined && /^(?:1[89]|20)[0-9]{2}$/.test(text);

const isDated = ({ kind }: Figure): boolean => kind === "date" || kind === "time";

function datesDiffer(source: FigureText, left: Figure, target: FigureText, right: Figure): boolean {
  const a = boundOfDate(source.text, left, source.language);
  const b = a === undefined ? undefined : boundOfDate(target.text, right, target.language);
  return a !== undefined && b !== undefined && a !== b;
}

function qualifierAt({ text, figures }: FigureText, index: number): Qualifier {
  const [previous, next] = [figures[index - 1]?.span.end ?? 0, figures[index + 1]?.span.start ?? Infinity];
  return qualifierOf(text, figures[index]!, previous, next);
}

function quantitiesDiffer(
  a: Qualifier,
  b: Qualifier,
  sameLanguage: boolean,
  rough: { source: boolean; target: boolean },
): boolean {
  const otherBound = a.bound !== undefined && b.bound !== undefined && a.bound !== b.bound;
  const otherWay = a.direction !== undefined && b.direction !== undefined && a.direction !== b.direction;
  // A rewording keeps 約 and 以上; a translation drops and adds them.
  const gone = b.bare && (a.bound !== undefined || (a.approximate && !rough.target));
  const added = a.bare && (b.bound !== undefined || (b.approximate && !rough.source));
  const dropped = sameLanguage && (gone || added);
  return otherBound || otherWay || dropped;
}

/** ▲0.4 or 氷点下15 in one text alone, where the other says nothing of a fall or a loss. */
function lostMinus(source: FigureText, left: Figure, target: FigureText, right: Figure): boolean {
  if (left.value === undefined || right.value === undefined || left.value < 0 === right.value < 0) return false;
  const [minus, other, at] = left.value < 0 ? [source, target, right] : [target, source, left];
  const { start, end } = at.span;
  const signed = left.value < 0 ? left : right;
  // What falls to 5 degrees does not fall to minus 5.
  const isTemperature =
    signed.unit === "celsius" || /^ ?(?:度|℃|°|degrees?)/.test(minus.text.slice(signed.span.end, signed.span.end + 9));
  // The sign of the figure before it is not its own.
  const around = other.text.slice(Math.max(0, start - 40), end + 25).replace(/[-−▲△](?=[0-9０-９])/g, " ");
  return !mentionsFall(around, other.language, isTemperature);
}
