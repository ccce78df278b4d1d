import { dateReadings, hasDate, isPartOf, sameDate, sameTime, sameYear } from "./compare-dates";
import type { Figure } from "./figure";
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
  if (hasDate(a) && hasDate(b) && dateReadings(a).some((x) => dateReadings(b).some((y) => sameDate(x, y))))
    return "same";
  if (a.date !== undefined && a.value === undefined) return isPartOf(b, a.date) ? "same" : "different";
  if (b.date !== undefined && b.value === undefined) return isPartOf(a, b.date) ? "same" : "different";
  return compareQuantities(a, b);
}

/** Names agree letter by letter; a name and a plain number agree in the number (No1, number 1). */
function sameCode(a: Figure, b: Figure): boolean {
  if (a.code !== undefined && b.code !== undefined) return a.code === b.code;
  if (namesYear(a, b)) return true;
  return (a.name === true || b.name === true) && a.value !== undefined && a.value === b.value;
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

/** 15/30 and "15 of the 30". */
const isPartOfShare = ({ parts }: Figure, { value, unit, parts: others }: Figure): boolean =>
  parts !== undefined && others === undefined && unit !== "ratio" && value !== undefined && parts.includes(value);

/** 1.5倍 and 5割増. */
const isGrowth = (times: Figure, share: Figure): boolean =>
  times.unit === "multiple" &&
  share.unit === "ratio" &&
  times.value! > 1 &&
  times.value! < 2 &&
  close(times.value! - 1, share.value!);

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
  if (
    sameYear(a, b) ||
    sameYear(b, a) ||
    isPartOfShare(a, b) ||
    isPartOfShare(b, a) ||
    isGrowth(a, b) ||
    isGrowth(b, a)
  )
    return "same";
  if (unitA === undefined || unitB === undefined) {
    if (a.unit !== "ratio" && b.unit !== "ratio")
      return close(Math.abs(a.value), Math.abs(b.value)) ? "same" : "different";
    // A share without its sign is written as the percentage: 10 to 20 %.
    const plain = (figure: Figure): number[] =>
      figure.unit === "ratio" ? [figure.value!, figure.value! * 100, figure.value! * 10] : [figure.value!];
    return plain(a).some((x) => plain(b).some((y) => close(Math.abs(x), Math.abs(y)))) ? "same" : "different";
  }
  // ポンド and "pounds" are money as well as a weight.
  const pounds = ["pound", "sterling"];
  if (pounds.includes(a.unit!) && pounds.includes(b.unit!) && close(a.value, b.value)) return "same";
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
    const told = ["person", "company", "country", "household", "page", "floor", "school"];
    if (told.includes(a.unit!) && told.includes(b.unit!)) return "unit-differs";
    // 七名 is not "seven times"; "times" may be 倍, 件 or 回.
    if ([a, b].some(({ unit }) => unit === "occurrence") && [a, b].some(({ unit }) => unit === "person"))
      return "unit-differs";
    const loose = ["multiple", "occurrence"];
    const free = isJapanese(a) !== isJapanese(b) || loose.includes(a.unit!) || loose.includes(b.unit!);
    return free ? "same" : "unit-differs";
  }
  return "unit-differs";
}
