import type { Finding } from "../../vocabulary";
import { checkNegation } from "../negation/check-negation";
import { changedSpans } from "./changed-spans";
import { compareWithSource } from "./check-figures";
import { otherRates } from "./check-rates";
import { checkQualifiers } from "./check-qualifiers";
import { lengthenedDates, shortenedDates } from "./date-parts";
import { otherDirection } from "./directions";
import { withoutEqualLimits } from "./equal-limits";
import type { Figure } from "./figure";
import { echoesOf, isEcho } from "./figure-echoes";
import { indexOf } from "./figure-index";
import { isAll, isDroppedFreely, isFew, isFreelyAdded, isWeekdayOfDate } from "./freely-added";
import { renumberedNames } from "./named-numbers";
import { exchangedArticles } from "./nested-articles";
import { otherHalfDay } from "./other-half-day";
import { otherYears } from "./other-years";
import { pairFigures } from "./pair-figures";
import { exchangedParts } from "./exchanged-parts";
import { replacedSmallFigures } from "./replaced-figures";
import { figuresIn } from "./scan";
import { exchangedCells } from "./table-cells";
import { saidAsPeriod } from "./said-as-periods";
import { asSource, nearestOf, place, type SourceFigure } from "./source-figures";
import { swappedFigures, type FigureText } from "./swapped";
import { unsaidDates } from "./unsaid-dates";
import { missingUnsaid, withoutUnsaid } from "./unsaid-findings";
import { otherChoice } from "./whichever";
import { otherWeekdays } from "./weekdays-of-dates";

export type PairLanguage = "ja" | "en";

/**
 * Checks a text against its translation (or its rewording in the same language), in both directions: what the target
 * adds (`figure-not-in-source`, `unit-differs`), what it leaves out (`figure-missing` { expected }), what is said beside a
 * figure (`figure-limit-differs`: 以上 and 未満, a rise and a fall), figures that changed places (`figure-swapped`), a negation
 * that is gone or new (`negation-lost`, `negation-added`) and another exclusion (`exclusion-differs`). Source spans
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
  const writtenAt = new Map(written.map((figure) => [figure.span.start, figure]));
  const sourceEchoes = echoesOf(
    source,
    known.map(({ figure }) => figure),
  );
  const namesWeekday = known.some(({ figure }) => figure.weekday !== undefined);
  const unsaid = unsaidDates(source);
  const isUnsaid = ({ code, output }: Finding): boolean => {
    const figure = code === "unit-differs" || output === undefined ? undefined : writtenAt.get(output.start);
    return figure !== undefined && unsaid(figure);
  };
  const [isPeriod, isPeriodThere] = [saidAsPeriod(source), saidAsPeriod(target)];
  const added = [
    ...withoutUnsaid(
      compareWithSource(known, written).filter(
        (finding) =>
          !isFreelyAdded(writtenAt, finding, sourceEchoes, namesWeekday) &&
          !isPeriod(writtenAt.get(finding.output!.start)!),
      ),
      isUnsaid,
      known,
      written,
    ),
    ...otherMarker(known, written),
    ...renumberedNames(source, known, target, written),
  ];
  const from: FigureText = { text: source, language: sourceLanguage, figures: known.map(({ figure }) => figure) };
  const to: FigureText = { text: target, language: targetLanguage, figures: written };
  const explained = new Set(added.flatMap((finding) => finding.source ?? []).map(({ start }) => start));
  const differing = [
    ...added,
    ...withoutUnsaid(
      missing(
        known.filter(({ figure }) => !isPeriodThere(figure)),
        written,
        explained,
        echoesOf(target, written),
        sourceLanguage === targetLanguage,
      ),
      missingUnsaid(known, unsaidDates(target)),
      asSource(written),
      known.map(({ figure }) => figure),
    ),
    ...shortenedDates(known, indexOf(asSource(written)), sourceLanguage === "en" && targetLanguage === "ja"),
    ...lengthenedDates(written, indexOf(known), sourceLanguage === "ja" && targetLanguage === "en"),
  ];
  const findings = withoutEqualLimits(differing, from, to);
  if (findings.length === 0) findings.push(...replacedSmallFigures(known, written));
  const pairs = pairFigures(known, written);
  if (findings.length === 0) findings.push(...otherYears(known, written));
  findings.push(...otherHalfDay(known, written), ...exchangedArticles(from, to), ...otherChoice(from, to));
  findings.push(...otherWeekdays(source, known, target, written, pairs));
  const allPairs = pairFigures(known, written, true);
  const parts = exchangedParts(from, known, to, allPairs);
  findings.push(...parts.findings);
  if (findings.length === 0)
    findings.push(
      ...changedSpans(
        { text: source, language: sourceLanguage },
        known,
        { text: target, language: targetLanguage },
        written,
        pairs,
      ),
    );
  if (findings.length === 0) findings.push(...otherRates(from, known, to, pairs));
  findings.push(...checkQualifiers(from, known, to, allPairs));
  if (findings.length === 0) findings.push(...exchangedCells(source, target));
  if (findings.length === 0) findings.push(...otherDirection(from, to));
  return [
    ...findings,
    // Where a figure is wrong, the order of the others says little.
    ...(findings.length > 0
      ? []
      : swappedFigures(
          from,
          to,
          known,
          allPairs.filter(({ source: index }) => !parts.settled.has(index)),
        )),
    ...checkNegation(source, sourceLanguage, target, targetLanguage),
  ];
}

function missing(
  known: readonly SourceFigure[],
  written: readonly Figure[],
  explained: ReadonlySet<number | undefined>,
  echoes: ReadonlySet<number>,
  isSame: boolean,
): Finding[] {
  const there = asSource(written);
  const findings: Finding[] = [];
  for (const candidate of known) {
    const { figure } = candidate;
    if (figure.weak || isDroppedFreely(figure) || explained.has(figure.span.start)) continue;
    if (isFew(figure) && !isSame) continue;
    if (isEcho(figure, echoes) || isWeekdayOfDate(figure) || isAll(figure)) continue;
    if (indexOf(there).has(figure)) continue;
    if (compareWithSource(there, [figure], { nearest: false }).length === 0) continue;
    const nearest = nearestOf(figure, there);
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
