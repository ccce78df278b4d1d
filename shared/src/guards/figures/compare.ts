import type { DateParts, Figure } from "./figure";
import { units } from "./units";

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** How two figures stand to each other: the same; the same number in units that cannot both be right; not the same. */
export type Agreement = "same" | "unit-differs" | "different";

/** Compares two figures of any spelling and language. Where a text leaves something open (a unit, a year), it agrees. */
export function compareFigures(a: Figure, b: Figure): Agreement {
  if (a.weekday !== undefined || b.weekday !== undefined) return a.weekday === b.weekday ? "same" : "different";
  if (a.code !== undefined || b.code !== undefined) return sameCode(a, b) ? "same" : "different";
  if (a.minutes !== undefined || b.minutes !== undefined) return sameTime(a, b) ? "same" : "different";
  // Most figures are no dates; comparing is what a check of a long source spends its time on.
  if (hasDate(a) && hasDate(b) && readings(a).some((x) => readings(b).some((y) => sameDate(x, y)))) return "same";
  if (a.date !== undefined && a.value === undefined) return isPartOf(b, a.date) ? "same" : "different";
  if (b.date !== undefined && b.value === undefined) return isPartOf(a, b.date) ? "same" : "different";
  return compareQuantities(a, b);
}

function hasDate({ date, otherDate }: Figure): boolean {
  return date !== undefined || otherDate !== undefined;
}

function readings({ date, otherDate }: Figure): DateParts[] {
  return [date, otherDate].filter((reading) => reading !== undefined);
}

/** Names agree letter by letter; a name and a plain number agree in the number (No1, number 1). */
function sameCode(a: Figure, b: Figure): boolean {
  if (a.code !== undefined && b.code !== undefined) return a.code === b.code;
  if (namesYear(a, b)) return true;
  return (a.name === true || b.name === true) && a.value !== undefined && a.value === b.value;
}

/** Every part that both name is equal, and there is one. */
function sameDate(a: DateParts, b: DateParts): boolean {
  const names = ["year", "month", "day"] as const;
  const both = names.filter((name) => a[name] !== undefined && b[name] !== undefined);
  return both.length > 0 && both.every((name) => a[name] === b[name]);
}

/** A plain number may be a part of a date: 2025, the 5th, 5日. */
function isPartOf(figure: Figure, date: DateParts): boolean {
  if (figure.value === undefined) return false;
  const dayLike =
    figure.unit === undefined || figure.unit === "day" || figure.unit === "year" || figure.unit === "month";
  if (!dayLike) return false;
  const { value } = figure;
  // ２２年 is 2022 where the century is clear.
  if (figure.unit === "day") return value === date.day;
  if (figure.unit === "month") return value === date.month;
  return (
    value === date.year ||
    value === date.day ||
    value === date.month ||
    (date.year !== undefined && value === date.year % 100)
  );
}

function sameTime(a: Figure, b: Figure): boolean {
  if (a.minutes !== undefined && b.minutes !== undefined)
    return a.minutes.some((minutes) => b.minutes!.includes(minutes));
  const [time, other] = a.minutes === undefined ? [b, a] : [a, b];
  if (other.value === undefined || other.unit !== undefined) return false;
  // 7.30 is a time where the other text has one.
  const written = Math.round(other.value * 100);
  const dotted = Math.floor(written / 100) * 60 + (written % 100);
  if (!Number.isInteger(other.value) && time.minutes!.includes(dotted)) return true;
  return time.minutes!.some(
    (minutes) => minutes % 60 === 0 && (minutes / 60 === other.value || (minutes / 60) % 12 === other.value),
  );
}

/** The year of a season or model in a name (FW21, 21SS) and 2021. */
function namesYear(a: Figure, b: Figure): boolean {
  const [name, year] = a.name === true ? [a, b] : [b, a];
  const value = year.value ?? (year.date?.month === undefined ? year.date?.year : undefined);
  return (
    name.name === true &&
    year.name !== true &&
    value !== undefined &&
    value >= 2000 &&
    value <= 2099 &&
    value - 2000 === name.value
  );
}

/** 98年 and 1998; 90年代 and the 1990s. */
function sameYear(long: Figure, short: Figure): boolean {
  if (long.value === undefined || short.value === undefined || long.value < 1800 || long.value > 2100) return false;
  if (!Number.isInteger(long.value) || short.value >= 100 || long.value % 100 !== short.value) return false;
  const yearly = (unit: string | undefined): boolean => unit === "year" || unit === "decade";
  return (yearly(short.unit) || yearly(long.unit)) && (long.unit === undefined || yearly(long.unit));
}

/** 15/30 and "15 of the 30". */
const isPartOfShare = ({ parts }: Figure, { value, unit, parts: others }: Figure): boolean =>
  parts !== undefined && others === undefined && unit !== "ratio" && value !== undefined && parts.includes(value);

const isJapanese = (figure: Figure): boolean => /[ぁ-んァ-ヶ一-龠]/.test(figure.text);

function firstReading(figure: Figure): Figure {
  if (figure.otherValue === undefined) return figure;
  const plain = { ...figure };
  delete plain.otherValue;
  return plain;
}

function secondReading(figure: Figure): Figure {
  return figure.otherValue === undefined ? figure : firstReading({ ...figure, value: figure.otherValue });
}

function compareQuantities(a: Figure, b: Figure): Agreement {
  if (a.value === undefined || b.value === undefined) return "different";
  const others = [a, b].filter(({ otherValue }) => otherValue !== undefined);
  if (others.length > 0) {
    const plain = [firstReading(a), firstReading(b)] as const;
    if (compareQuantities(...plain) === "same") return "same";
    if (compareQuantities(secondReading(a), firstReading(b)) === "same") return "same";
    return compareQuantities(firstReading(a), secondReading(b));
  }
  const [unitA, unitB] = [
    a.unit === undefined ? undefined : units[a.unit],
    b.unit === undefined ? undefined : units[b.unit],
  ];
  if (sameYear(a, b) || sameYear(b, a) || isPartOfShare(a, b) || isPartOfShare(b, a)) return "same";
  if (unitA === undefined || unitB === undefined) {
    if (a.unit !== "ratio" && b.unit !== "ratio")
      return close(Math.abs(a.value), Math.abs(b.value)) ? "same" : "different";
    // A share without its sign is written as the percentage: 10 to 20 %.
    const plain = (figure: Figure): number[] =>
      figure.unit === "ratio" ? [figure.value!, figure.value! * 100, figure.value! * 10] : [figure.value!];
    return plain(a).some((x) => plain(b).some((y) => close(Math.abs(x), Math.abs(y)))) ? "same" : "different";
  }
  const ages = ["year", "decade"];
  if (ages.includes(a.unit!) && ages.includes(b.unit!) && close(a.value, b.value)) return "same";
  if (unitA.measures === unitB.measures) {
    return close(Math.abs(a.value * unitA.factor), Math.abs(b.value * unitB.factor)) ? "same" : "different";
  }
  // 3 % and 3 points.
  const points = [a, b].find(({ unit }) => unit === "point");
  const share = [a, b].find(({ unit }) => unit === "ratio");
  if (points !== undefined && share !== undefined && close(Math.abs(points.value!), Math.abs(share.value! * 100)))
    return "unit-differs";
  if (!close(Math.abs(a.value), Math.abs(b.value))) return "different";
  // 3人 and "three cases": counters say little across languages; measures and money say much.
  const isCounter = (measures: string): boolean => measures.startsWith("counter-");
  const isThing = (figure: Figure): boolean => figure.unit === "thing";
  // "Seven points", "four chapters" may be 7項目, 4章.
  const namesThings = /^(?:points|part-)/;
  if ((isThing(a) && namesThings.test(unitB.measures)) || (isThing(b) && namesThings.test(unitA.measures)))
    return "same";
  if (isCounter(unitA.measures) && isCounter(unitB.measures)) {
    if (a.unit === "thing" || b.unit === "thing") return "same";
    // People, firms, countries and households are told apart in both languages.
    const told = ["person", "company", "country", "household", "page", "floor"];
    if (told.includes(a.unit!) && told.includes(b.unit!)) return "unit-differs";
    const loose = ["multiple", "occurrence"];
    const free = isJapanese(a) !== isJapanese(b) || loose.includes(a.unit!) || loose.includes(b.unit!);
    return free ? "same" : "unit-differs";
  }
  return "unit-differs";
}

/** How alike two figures are, from 0 (another kind) to 1; to name the figure of the source that was probably meant. */
export function likeness(a: Figure, b: Figure): number {
  if (a.kind !== b.kind && !(a.value !== undefined && b.value !== undefined)) return 0;
  if (a.date !== undefined && b.date !== undefined) {
    const names = ["year", "month", "day"] as const;
    const equal = names.filter((name) => a.date![name] !== undefined && a.date![name] === b.date![name]).length;
    return 0.3 + equal * 0.2;
  }
  if (a.kind === "time" || a.kind === "weekday" || a.kind === "code") return a.kind === b.kind ? 0.5 : 0;
  if (a.value === undefined || b.value === undefined) return 0;
  const sameUnit = a.unit === b.unit ? 0.4 : a.unit === undefined || b.unit === undefined ? 0.15 : 0;
  const [x, y] = [Math.abs(a.value), Math.abs(b.value)];
  const [small, big] = x < y ? [x, y] : [y, x];
  const near = big === 0 ? 1 : small / big;
  return (a.kind === b.kind ? 0.1 : 0) + sameUnit + near * 0.5;
}
