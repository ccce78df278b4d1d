import type { Finding } from "../../vocabulary";
import { asSource, compareWithSource, nearestOf, place, type SourceFigure } from "./check-figures";
import { checkQualifiers } from "./check-qualifiers";
import { lengthenedDates, shortenedDates } from "./date-parts";
import { indexOf } from "./figure-index";
import type { Figure } from "./figure";
import { echoesOf, isEcho } from "./figure-echoes";
import { checkNegation } from "../negation/check-negation";
import { renumberedNames } from "./named-numbers";
import { pairFigures } from "./pair-figures";
import { replacedSmallFigures } from "./replaced-figures";
import { figuresIn } from "./scan";
import { changedSpans } from "./changed-spans";
import { unsaidDates } from "./unsaid-dates";
import { swappedFigures } from "./swapped";
import { units } from "./units";

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
  const added = [
    ...withoutUnsaid(
      compareWithSource(known, written).filter(
        (finding) => !isFreelyAdded(writtenAt, finding, sourceEchoes, namesWeekday),
      ),
      isUnsaid,
      known,
      written,
    ),
    ...otherMarker(known, written),
    ...renumberedNames(source, known, target, written),
  ];
  const explained = new Set(added.flatMap((finding) => finding.source ?? []).map(({ start }) => start));
  const findings = [
    ...added,
    ...withoutUnsaid(
      missing(known, written, explained, echoesOf(target, written), sourceLanguage === targetLanguage),
      missingUnsaid(known, unsaidDates(target)),
      asSource(written),
      known.map(({ figure }) => figure),
    ),
    ...shortenedDates(known, indexOf(asSource(written)), sourceLanguage === "en" && targetLanguage === "ja"),
    ...lengthenedDates(written, indexOf(known), sourceLanguage === "ja" && targetLanguage === "en"),
  ];
  if (findings.length === 0) findings.push(...replacedSmallFigures(known, written));
  const pairs = pairFigures(known, written);
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
  findings.push(...checkQualifiers(source, known, target, written, pairs, sourceLanguage === targetLanguage));
  return [
    ...findings,
    // Where a figure is wrong, the order of the others says little.
    ...(findings.length > 0
      ? []
      : swappedFigures(
          { text: source, language: sourceLanguage, figures: known.map(({ figure }) => figure) },
          { text: target, language: targetLanguage, figures: written },
          known,
          pairs,
        )),
    ...checkNegation(source, sourceLanguage, target, targetLanguage),
  ];
}

/**
 * Findings without the dates that the other text says in another word (同日, Christmas), as long as no other date is wrong:
 * where one is, the two may be one date that was changed.
 */
function withoutUnsaid(
  findings: Finding[],
  isUnsaid: (finding: Finding) => boolean,
  there: readonly SourceFigure[],
  here: readonly Figure[],
): Finding[] {
  if (!findings.some(isUnsaid)) return findings;
  const agreeing = indexOf(asSource(here));
  const isOpen = ({ figure }: SourceFigure): boolean => !figure.weak && isDateLike(figure) && !agreeing.has(figure);
  return there.some(isOpen) ? findings : findings.filter((finding) => !isUnsaid(finding));
}

const isDateLike = ({ kind, unit, value }: Figure): boolean =>
  kind === "date" || unit === "day" || (unit === undefined && value !== undefined && value <= 2100);

function missingUnsaid(known: readonly SourceFigure[], unsaid: (figure: Figure) => boolean) {
  const at = new Map(known.map(({ figure }) => [figure.span.start, figure]));
  return ({ source }: Finding): boolean => {
    const start = source?.[0]?.start;
    const figure = start === undefined ? undefined : at.get(start);
    return figure !== undefined && unsaid(figure);
  };
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

/**
 * 1つ, 1日, "one", "the two countries", 両者: what one language says with a number, the other says with an article, a plural
 * or not at all.
 */
function isFreelyAdded(
  writtenAt: ReadonlyMap<number, Figure>,
  finding: Finding,
  echoes: ReadonlySet<number>,
  namesWeekday: boolean,
): boolean {
  if (finding.code === "unit-differs") return false;
  const figure = finding.output === undefined ? undefined : writtenAt.get(finding.output.start);
  if (figure === undefined || figure.code !== undefined) return false;
  if (isWeekdayOfDate(figure)) return !namesWeekday;
  if (figure.value === undefined) return false;
  if (isSmallWord(figure) || isEcho(figure, echoes)) return true;
  return isAll(figure) || (figure.value === 1 && !isMeasured(figure));
}

/** 100 % only stresses: 100％満足, "100% Japanese beef". */
const isAll = ({ value, unit }: Figure): boolean => unit === "ratio" && value === 1;

/** One metre, one dollar: said with its number in every language. */
function isMeasured({ unit }: Figure): boolean {
  return unit !== undefined && /^(?:length|mass|volume|area|data|power|energy)$/.test(units[unit]?.measures ?? "");
}

/** （木） behind a date: a translation names the day alone. */
function isWeekdayOfDate({ weekday, text }: Figure): boolean {
  return weekday !== undefined && /^[(（]/.test(text);
}

/** 4品, 2人, "the 3": a small number of things or people goes without saying where the text names them. */
const isFew = ({ kind, value, unit }: Figure): boolean =>
  kind === "number" &&
  value !== undefined &&
  value <= 4 &&
  (unit === undefined || unit === "thing" || unit === "person");

/** "the two sides", 二人: added freely in a good translation. */
function isSmallWord(figure: Figure): boolean {
  if (figure.value === undefined || figure.kind === "article" || figure.kind === "ratio" || figure.kind === "amount")
    return false;
  return figure.value === 1 || (figure.value <= 3 && !/[0-9０-９]/.test(figure.text));
}

/** The same for what a translation leaves out; "three years" is said with its number in both languages. */
function isDroppedFreely(figure: Figure): boolean {
  const isTime = figure.unit !== undefined && /^(?:year|month|week|hour|minute)$/.test(figure.unit);
  return isSmallWord(figure) && (figure.value === 1 || !isTime);
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
