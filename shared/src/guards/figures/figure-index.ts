import type { SourceFigure } from "./source-figures";
import { compareFigures } from "./compare";
import { likeness } from "./likeness";
import type { Figure } from "./figure";
import { units } from "./units";

/** How many candidates of one group are weighed when the nearest figure is sought. */
const weighed = 24;

/**
 * Figures sorted by what they may be equal to, so that one figure is compared with a handful and not with all: a source
 * of 300 pages holds thousands, and a bad output as many wrong ones. Building is n log n, each question about log n.
 */
export class FigureIndex {
  readonly #byNumber = new Map<number | string, SourceFigure[]>();
  readonly #groups = new Map<string, SourceFigure[]>();
  readonly #names = new Map<string, SourceFigure[]>();

  constructor(readonly figures: readonly SourceFigure[]) {
    for (const one of figures) {
      for (const key of keysOf(one.figure)) push(this.#byNumber, key, one);
      if (one.figure.code !== undefined) push(this.#names, letters(one.figure.code), one);
      if (!one.figure.weak) push(this.#groups, `${one.figure.kind} ${one.figure.unit ?? ""}`, one);
    }
    for (const group of this.#groups.values()) group.sort((a, b) => size(a.figure) - size(b.figure));
  }

  /** Every figure that could agree, or differ in the unit alone, in no particular order; some come twice. */
  *candidates(figure: Figure): Generator<SourceFigure> {
    for (const key of keysOf(figure)) yield* this.#byNumber.get(key) ?? [];
  }

  /** The first candidate that fulfils a condition; the search ends there. */
  find(figure: Figure, condition: (candidate: SourceFigure) => boolean): SourceFigure | undefined {
    for (const one of this.candidates(figure)) if (condition(one)) return one;
    return undefined;
  }

  /** The figure that agrees, when there is but one; of several for a day, the only date (4 February is no "second"). */
  only(figure: Figure): SourceFigure | undefined {
    const partners = new Set<SourceFigure>();
    for (const one of this.candidates(figure)) if (compareFigures(figure, one.figure) === "same") partners.add(one);
    if (partners.size <= 1 || figure.date?.day === undefined) return partners.size === 1 ? [...partners][0] : undefined;
    const alike = [...partners].filter((one) => one.figure.kind === "date");
    return alike.length === 1 ? alike[0] : undefined;
  }

  /** True when a figure agrees. */
  has(figure: Figure): boolean {
    for (const key of keysOf(figure)) {
      if (this.#byNumber.get(key)?.some((one) => compareFigures(one.figure, figure) === "same") === true) return true;
    }
    return false;
  }

  /** Names (COVID-19) with the same letters. */
  named(code: string): readonly SourceFigure[] {
    return this.#names.get(letters(code)) ?? [];
  }

  /** The most similar figure; one that the output repeats correctly elsewhere (`isUsed`) is less likely meant. */
  nearest(figure: Figure, isUsed: (candidate: SourceFigure) => boolean): SourceFigure | undefined {
    let best: SourceFigure | undefined;
    let bestScore = 0.35;
    for (const group of this.#groups.values()) {
      for (const candidate of around(group, size(figure))) {
        const score = likeness(candidate.figure, figure);
        if (score <= bestScore) continue;
        const reduced = score - (isUsed(candidate) ? 0.3 : 0);
        if (reduced <= bestScore) continue;
        best = candidate;
        bestScore = reduced;
      }
    }
    return best;
  }
}

const indexes = new WeakMap<readonly SourceFigure[], FigureIndex>();

/** The index of a list of figures, built once for each list. */
export function indexOf(figures: readonly SourceFigure[]): FigureIndex {
  let index = indexes.get(figures);
  if (index === undefined) {
    index = new FigureIndex(figures);
    indexes.set(figures, index);
  }
  return index;
}

function push<Key>(map: Map<Key, SourceFigure[]>, key: Key, one: SourceFigure): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [one]);
  else list.push(one);
}

const letters = (code: string): string => code.replace(/[0-9]/g, "");

/** What a group is sorted by: the value, or the days of a date. */
function size({ value, date, minutes }: Figure): number {
  if (value !== undefined) return Math.abs(value);
  if (date !== undefined) return (date.year ?? 0) * 400 + (date.month ?? 0) * 32 + (date.day ?? 0);
  return minutes?.[0] ?? 0;
}

/** The members of a sorted group that lie next to a size. */
function around(group: readonly SourceFigure[], wanted: number): readonly SourceFigure[] {
  if (group.length <= weighed) return group;
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (size(group[middle]!.figure) < wanted) low = middle + 1;
    else high = middle;
  }
  const start = Math.max(0, Math.min(low - weighed / 2, group.length - weighed));
  return group.slice(start, start + weighed);
}

/** Rounded, so that 0.1 + 0.2 and 0.3 are one key. */
const rounded = (value: number): number => Number(value.toPrecision(9));

/** The numbers and names through which a figure may agree with another: agreeing figures share at least one. */
function keysOf(figure: Figure): Set<number | string> {
  const keys = new Set<number | string>();
  const { value, otherValue, unit, code, date, otherDate, minutes, weekday, parts } = figure;
  for (const part of parts ?? []) keys.add(part);
  if (code !== undefined) keys.add(code);
  if (weekday !== undefined) keys.add(`weekday ${weekday}`);
  for (const minute of minutes ?? []) {
    keys.add(`minute ${minute}`);
    const [hour, rest] = [Math.floor(minute / 60), minute % 60];
    for (const shown of [hour, hour % 12, hour % 12 === 0 ? 12 : hour]) keys.add(rounded(shown + rest / 100));
  }
  for (const dateParts of [date, otherDate]) {
    for (const part of Object.values(dateParts ?? {}) as number[]) {
      keys.add(part);
      if (part > 100) keys.add(part % 100);
    }
  }
  for (const one of [value, otherValue]) {
    if (one === undefined) continue;
    const plain = Math.abs(one);
    keys.add(rounded(plain));
    const factor = unit === undefined ? 1 : (units[unit]?.factor ?? 1);
    if (factor !== 1) keys.add(rounded(plain * factor));
    if (unit === "multiple") keys.add(rounded(plain - 1));
    if (unit === "ratio") for (const times of [10, 100]) keys.add(rounded(plain * times));
    if (plain >= 1800 && plain <= 2100) keys.add(plain % 100);
  }
  return keys;
}
