import { foldWidth } from "../../../language/width";
import type { Span } from "../../../vocabulary";
import { monthOf } from "./months";
import { timeAround } from "./written-time";

/** A date as it is written in a line. */
export interface WrittenDate extends Span {
  /** ISO 8601; undefined where day and month cannot be told apart and nothing helps. */
  iso: string | undefined;
  hasTime: boolean;
}

/** What helps to read a date that can be read in two ways, or that has no year. */
export interface DateHints {
  /** ISO 8601: the mail that is read was written then; what it quotes is older. */
  before?: string | undefined;
  /** "09/11" is the ninth of November. */
  dayFirst?: boolean | undefined;
}

interface Day extends Span {
  year: number | undefined;
  month: number;
  day: number;
  /** The other way to read it. */
  swapped?: { month: number; day: number };
  isAmerican?: boolean;
}

const longest = 400;
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  r: 2018,
  h: 1988,
  s: 1925,
  西暦: 0,
};

type Reader = (match: RegExpExecArray) => Omit<Day, "start" | "end"> | undefined;

const forms: readonly (readonly [RegExp, Reader])[] = [
  // 令和8年11月2日, 2026年11月2日, 2026년 11월 2일
  [
    /(令和|平成|昭和|西暦)?\s{0,2}(元|[0-9]{1,4})\s{0,2}[年년]\s{0,2}([0-9]{1,2})\s{0,2}[月월]\s{0,2}([0-9]{1,2})\s{0,2}[日일]/u,
    ([, era, year, month, day]) => ({
      year: yearOf(year === "元" ? "1" : year!, era),
      month: Number(month),
      day: Number(day),
    }),
  ],
  // R8.11.2
  [
    /(?<![A-Za-z0-9])([RHS])([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{1,2})(?![0-9])/,
    ([, era, year, month, day]) => ({
      year: yearOf(year!, era!.toLowerCase()),
      month: Number(month),
      day: Number(day),
    }),
  ],
  // 2026/11/02, 2026-11-02
  [
    /(?<![0-9])((?:19|20)[0-9]{2})\s?([-/.])\s?([0-9]{1,2})\s?\2\s?([0-9]{1,2})(?![0-9])/,
    ([, year, , month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  ],
  // 2 November 2026, 2. Nov. 2026, 2 de noviembre de 2026, 02-Nov-26
  [
    /(?<![0-9])([0-9]{1,2})(?:\.|st|nd|rd|th|er|º|ª)?[\s-]{0,2}(?:(?:de|of|di)\s)?(\p{L}{3,13})\.?,?[\s-]{0,2}(?:(?:de|del)\s)?('?[0-9]{2}(?![0-9:])|[0-9]{4})(?![0-9])/u,
    ([, day, word, year]) => withMonth(word!, { year: yearOf(year!.replace("'", "")), day: Number(day) }),
  ],
  // November 2, 2026
  [
    /(?<!\p{L})(\p{L}{3,13})\.?\s{1,2}([0-9]{1,2})(?:st|nd|rd|th)?,?\s{1,2}([0-9]{4})(?![0-9])/u,
    ([, word, day, year]) => withMonth(word!, { year: Number(year), day: Number(day) }),
  ],
  // 02.11.2026, 11/2/2026, 11/2/26
  [
    /(?<![0-9./-])([0-9]{1,2})([./-])([0-9]{1,2})\2((?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/-])/,
    ([, first, sign, second, year]) => numeric(Number(first), Number(second), yearOf(year!), sign!),
  ],
  // Nov 2 09:30:00 2026
  [
    /(?<!\p{L})([A-Z][a-z]{2})\s{1,2}([0-9]{1,2})(?=\s[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\s[A-Z]{2,5})?\s([0-9]{4})(?![0-9]))/u,
    ([, word, day, year]) => withMonth(word!, { year: Number(year), day: Number(day) }),
  ],
  // 11月 2, 2026
  [
    /(?<![0-9年])([0-9]{1,2})\s?月\s?([0-9]{1,2}),\s?((?:19|20)[0-9]{2})/u,
    ([, month, day, year]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  ],
  // 11月2日
  [
    /(?<![0-9年])([0-9]{1,2})\s?月\s?([0-9]{1,2})\s?日/u,
    ([, month, day]) => ({ year: undefined, month: Number(month), day: Number(day) }),
  ],
];

/** The first date in a text, with its weekday, time and zone; undefined where there is none. Looks at 400 characters. */
export function findDate(text: string, hints: DateHints = {}): WrittenDate | undefined {
  const folded = foldWidth(text.slice(0, longest));
  let found: Day | undefined;
  for (const [form, read] of forms) {
    const match = form.exec(folded);
    if (match === null || (found !== undefined && match.index >= found.start)) continue;
    const day = read(match);
    if (day === undefined || day.month < 1 || day.day < 1 || day.day > 31) continue;
    if (day.month > 12 && day.swapped === undefined) continue;
    found = { ...day, start: match.index, end: match.index + match[0].length };
  }
  if (found === undefined) return undefined;
  const time = timeAround(folded, found);
  return { start: time.start, end: time.end, hasTime: time.iso !== "", iso: isoOf(found, time, hints) };
}

/** A date that stands alone, as ISO 8601 where it can be read, otherwise as it is written. */
export function dateFrom(written: string, hints: DateHints = {}): string | undefined {
  const plain = written.trim();
  if (plain === "") return undefined;
  if (
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?$/.test(plain)
  )
    return plain;
  return findDate(plain, hints)?.iso ?? plain;
}

function yearOf(written: string, era?: string): number {
  const number = Number(written);
  if (era !== undefined) return number + eras[era]!;
  if (written.length > 2) return number;
  return number + (number < 70 ? 2000 : 1900);
}

function withMonth(word: string, others: { year: number; day: number }): Omit<Day, "start" | "end"> | undefined {
  const month = monthOf(word);
  return month === undefined ? undefined : { ...others, month };
}

/** Points part a day from a month the European way; with slashes it may be either. */
function numeric(first: number, second: number, year: number, sign: string): Omit<Day, "start" | "end"> {
  if (sign === "." || first > 12) return { year, month: second, day: first };
  if (second > 12 || first === second) return { year, month: first, day: second };
  return { year, month: first, day: second, swapped: { month: second, day: first } };
}

function isoOf(
  day: Day,
  time: { iso: string; isTwelveHours: boolean },
  { before, dayFirst }: DateHints,
): string | undefined {
  const limit = before === undefined ? NaN : Date.parse(before) + 86_400_000;
  let { year, month, day: number } = day;
  if (year === undefined) {
    if (Number.isNaN(limit)) return undefined;
    year = new Date(limit).getUTCFullYear();
    if (Date.UTC(year, month - 1, number) > limit) year -= 1;
  }
  if (day.swapped !== undefined) {
    const asWritten = Date.UTC(year, month - 1, number);
    const swapped = Date.UTC(year, day.swapped.month - 1, day.swapped.day);
    const isLate = (at: number): boolean => !Number.isNaN(limit) && at > limit;
    if (dayFirst === true && !isLate(swapped)) ({ month, day: number } = day.swapped);
    else if (dayFirst === undefined && !time.isTwelveHours) {
      // The later of the two that is not later than the mail that quotes it.
      if (Number.isNaN(limit)) return undefined;
      if (isLate(asWritten) || (!isLate(swapped) && swapped > asWritten)) ({ month, day: number } = day.swapped);
    }
  }
  const check = new Date(Date.UTC(year, month - 1, number));
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== number || year < 1900) return undefined;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(number)}${time.iso}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
