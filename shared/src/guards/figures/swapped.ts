import type { Finding } from "../../vocabulary";
import { place, type SourceFigure } from "./source-figures";
import type { Figure } from "./figure";
import { contextOf, sharedMarks, type FigureContext } from "./figure-context";
import { isCrossed } from "./crossed-heads";
import { pairFigures, type FigurePair } from "./pair-figures";

/** A text with its figures. */
export interface FigureText {
  text: string;
  language: "ja" | "en";
  figures: readonly Figure[];
}

/** How much better the exchanged reading must fit before figures in their order are reported. */
const clearly = 1.4;
/** The same for texts of one language, whose words can be compared. */
const clearlyAlike = 1;
/** The same for figures that also stand in another order. */
const slightly = 0.4;

/**
 * Finds two figures that changed places (`figure-swapped` { first, second }, a warning). Two figures that could stand for
 * each other are judged by what surrounds them: the words of the one language, in two languages names, known pairs of
 * words (女性, women) and roles (うち, from, of the). Where the surroundings say nothing, the order decides, which parallel
 * figures of one kind keep; dates move with their clauses and are judged by their surroundings alone.
 */
export function swappedFigures(
  source: FigureText,
  target: FigureText,
  known: readonly SourceFigure[],
  pairs: readonly FigurePair[],
): Finding[] {
  const sameLanguage = source.language === target.language;
  const contexts = new Map<string, Map<string, number>>();
  const neighbours = new Map<string, number>();
  pairFigures(known, target.figures, true).forEach((pair, index) => {
    neighbours.set(`s${pair.source}`, index);
    neighbours.set(`t${pair.target}`, index);
  });
  const contextAt = (side: FigureText, index: number): FigureContext => {
    const key = `${side === source ? "s" : "t"}${index}`;
    let context = contexts.get(key);
    if (context === undefined) {
      const from = side.figures[index - 1]?.span.end ?? 0;
      const to = side.figures[index + 1]?.span.start ?? side.text.length;
      context = new Map(contextOf(side.text, side.figures[index]!, { from, to }, side.language));
      // The figure beside it, where both texts have it beside it: the date of the amount.
      for (const beside of [index - 1, index + 1]) {
        const neighbour = neighbours.get(`${side === source ? "s" : "t"}${beside}`);
        if (neighbour !== undefined && kindOf(side, beside) !== kindOf(side, index) && isNear(side, index, beside))
          context.set(`figure ${neighbour}`, 1);
      }
      contexts.set(key, context);
    }
    return context;
  };
  for (const group of exchangeable(source.figures, target.figures, pairs)) {
    const totals = totalsOf(source.figures, group);
    for (const [one, other] of closePairs(group)) {
      const asIs =
        sharedMarks(contextAt(source, one.source), contextAt(target, one.target)) +
        sharedMarks(contextAt(source, other.source), contextAt(target, other.target));
      const exchanged =
        sharedMarks(contextAt(source, one.source), contextAt(target, other.target)) +
        sharedMarks(contextAt(source, other.source), contextAt(target, one.target));
      const turned = other.target < one.target;
      const figure = source.figures[one.source]!;
      const isOfTotal = totals.has(one) || totals.has(other);
      const ordered = !isOfTotal && (sameLanguage || keepsOrder(figure, target.figures[one.target]!));
      const tight = isTight(source, one.source, other.source) && isTight(target, one.target, other.target);
      const clear = sameLanguage ? clearlyAlike : turned && !isOfTotal ? slightly : clearly;
      // 50%~20% and "20% to 50%": only a range that falls has been exchanged.
      const between = source.text.slice(figure.span.end, source.figures[other.source]!.span.start);
      const rises =
        /^[%％円人]?[~〜～\-–—−]/.test(between) && isRising(target.figures[other.target]!, target.figures[one.target]!);
      const crossed =
        sameLanguage &&
        source.language === "ja" &&
        isCrossed(source, target, [one.source, other.source], [one.target, other.target]);
      const suspicious =
        crossed || (tight ? turned && !rises : turned && ordered ? exchanged >= asIs : exchanged - asIs >= clear);
      if (!suspicious) continue;
      const [first, second] = [known[one.source]!, known[other.source]!];
      const [a, b] = [target.figures[one.target]!.span, target.figures[other.target]!.span];
      return [
        {
          guard: "figures",
          code: "figure-swapped",
          severity: "warning",
          values: { first: first.figure.text, second: second.figure.text },
          source: [place(first), place(second)],
          output: { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) },
        },
      ];
    }
  }
  return [];
}

const isRising = (first: Figure, second: Figure): boolean =>
  first.unit !== undefined && (first.value ?? 0) < (second.value ?? 0);

/** Pairs in groups of one kind and unit: what a slip can exchange without leaving a trace. */
function exchangeable(
  source: readonly Figure[],
  target: readonly Figure[],
  pairs: readonly FigurePair[],
): FigurePair[][] {
  const groups = new Map<string, FigurePair[]>();
  for (const pair of pairs) {
    const [from, to] = [source[pair.source]!, target[pair.target]!];
    const key = groupOf(from, to);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pair]);
    else group.push(pair);
  }
  return [...groups.values()];
}

function groupOf(from: Figure, to: Figure): string {
  if (from.kind === "date" || to.kind === "date") {
    const { day, month } = from.date ?? to.date ?? {};
    return `date ${day !== undefined ? "day" : month !== undefined ? "month" : "year"}`;
  }
  if (from.kind === "time") return "time";
  if (from.kind === "weekday") return "weekday";
  const [unit, other] = [from.unit, to.unit].map((name) => (name === "thing" ? undefined : name));
  if (from.kind === "number" || from.kind === "ordinal") return `number ${unit ?? other ?? ""}`;
  return `${from.kind} ${unit ?? other ?? ""}`;
}

/** Quantities with a unit stand in the order of the source, even where clauses move; bare numbers count anything. */
function keepsOrder({ kind, unit }: Figure, target: Figure): boolean {
  return (
    kind === "amount" ||
    kind === "ratio" ||
    kind === "article" ||
    (unit !== undefined && unit !== "thing" && target.unit !== "thing") ||
    (unit === undefined && target.unit !== undefined && target.unit !== "thing")
  );
}

/** True for two figures of one expression: 2-0, 10～20, from 5 to 10. */
function isTight({ text, figures }: FigureText, one: number, other: number): boolean {
  const [first, second] = one < other ? [figures[one]!, figures[other]!] : [figures[other]!, figures[one]!];
  if (Math.abs(one - other) !== 1) return false;
  const gap = text.slice(first.span.end, second.span.start);
  return (
    /^(?:[^、。,;]{0,4}| (?:and|to) (?:the )?[$¥€£]?)$/.test(gap) ||
    (first.kind === "date" && second.kind === "date" && enumeration.test(gap))
  );
}

/** What stands between the dates of a list. */
const enumeration = /^(?:[,、・] ?(?:and |or )?| and | or |及び|並びに|又は|または|および)$/;

/** How many places apart two figures of a group may stand to be compared: keeps the work in proportion to the text. */
const farthest = 3;

function* closePairs(group: readonly FigurePair[]): Generator<[FigurePair, FigurePair]> {
  for (let index = 0; index < group.length; index += 1)
    for (let step = 1; step <= farthest && index + step < group.length; step += 1)
      yield [group[index]!, group[index + step]!];
}

/** Figures that are the sum of those right before or behind them: a total stands first in the one language, last in the other. */
function totalsOf(figures: readonly Figure[], group: readonly FigurePair[]): ReadonlySet<FigurePair> {
  const value = (index: number): number => figures[group[index]?.source ?? -1]?.value ?? NaN;
  const totals = new Set<FigurePair>();
  for (let index = 0; index < group.length; index += 1) {
    for (const step of [-1, 1]) {
      let sum = value(index + step);
      for (let count = 2; count <= longestSum; count += 1) {
        sum += value(index + step * count);
        if (sum === value(index)) totals.add(group[index]!);
      }
    }
  }
  return totals;
}

/** How many figures a total is looked for in. */
const longestSum = 8;

/** True where no sentence ends between two neighbouring figures and not much else stands there. */
function isNear({ text, figures }: FigureText, one: number, other: number): boolean {
  const [first, second] = one < other ? [figures[one]!, figures[other]!] : [figures[other]!, figures[one]!];
  return /^[^。;；\n]{0,40}$/.test(text.slice(first.span.end, second.span.start));
}

/** A rough class: what stands beside a figure says something of it only when the two cannot be exchanged. */
function kindOf({ figures }: FigureText, index: number): string {
  const { kind, unit } = figures[index]!;
  return kind === "number" ? `number ${unit === "thing" ? "" : (unit ?? "")}` : kind;
}
