import type { DateParts, Figure } from "./figure";

export function hasDate({ date, otherDate }: Figure): boolean {
  return date !== undefined || otherDate !== undefined;
}

export function dateReadings({ date, otherDate }: Figure): DateParts[] {
  return [date, otherDate].filter((reading) => reading !== undefined);
}

/** Every part that both name is equal, and there is one. */
export function sameDate(a: DateParts, b: DateParts): boolean {
  const names = ["year", "month", "day"] as const;
  const both = names.filter((name) => a[name] !== undefined && b[name] !== undefined);
  return both.length > 0 && both.every((name) => a[name] === b[name]);
}

/** A plain number may be a part of a date: 2025, the 5th, 5日. */
export function isPartOf(figure: Figure, date: DateParts): boolean {
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

export function sameTime(a: Figure, b: Figure): boolean {
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

/** 98年 and 1998; 90年代 and the 1990s. */
export function sameYear(long: Figure, short: Figure): boolean {
  if (long.value === undefined || short.value === undefined || long.value < 1800 || long.value > 2100) return false;
  if (!Number.isInteger(long.value) || short.value >= 100 || long.value % 100 !== short.value) return false;
  const yearly = (unit: string | undefined): boolean => unit === "year" || unit === "decade";
  return (yearly(short.unit) || yearly(long.unit)) && (long.unit === undefined || yearly(long.unit));
}
