import type { DateAt } from "./dates";
import type { DateParts } from "./figure";

export const months = "january february march april may june july august september october november december".split(
  " ",
);
const monthNumber = (name: string): number => months.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;

const monthName =
  "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)";
const monthFirst = new RegExp(
  `${monthName}\\.?(?:,? (?:the )?([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:%,]?[0-9]|[a-z]))?(?:,? ?(?:of )?([12][0-9]{3})(?![0-9]))?`,
  "y",
);
const dayFirst = new RegExp(
  `([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?${monthName}(?![a-z])\\.?(?:,? ([12][0-9]{3})(?![0-9]))?`,
  "y",
);
const slashed = /([0-9]{1,2})\/([0-9]{1,2})\/([12][0-9]{3}|[0-9]{2})(?![0-9])/y;

/**
 * Reads an English date: April 1, 2025 / 1 April 2025 / Apr. 2025 / July. `original` keeps the capitals: may and march
 * are months only with them.
 */
export function englishDateAt(text: string, original: string, at: number): DateAt | undefined {
  dayFirst.lastIndex = at;
  const day = dayFirst.exec(text);
  // "18 may buy" is no date.
  const isVerb =
    day !== null && /^(?:may|march|mar)$/.test(day[2]!) && !/[A-Z]/.test(original[at + day[0].indexOf(day[2]!)] ?? "");
  if (day !== null && !isVerb) return parts(day[3], monthNumber(day[2]!), day[1], at + day[0].length);
  slashed.lastIndex = at;
  const numeric = slashed.exec(text);
  if (numeric !== null) {
    const [a, b] = [Number(numeric[1]), Number(numeric[2])];
    const year = numeric[3]!.length === 2 ? `20${numeric[3]}` : numeric[3];
    const end = at + numeric[0].length;
    if (a > 12 || b > 12) return parts(year, Math.min(a, b), String(Math.max(a, b)), end);
    return { ...parts(year, a, String(b), end), other: parts(year, b, String(a), end).date };
  }
  monthFirst.lastIndex = at;
  const month = monthFirst.exec(text);
  if (month === null || /[a-z]/.test(text[at + month[1]!.length] ?? "")) return undefined;
  // "March 2027, 31" is no date: what should be the day stands in the place of the year. It agrees with none.
  const turned =
    month[2] === undefined &&
    month[3] !== undefined &&
    /^, ?[0-9]{1,2}(?![0-9,]| [a-z])/.exec(text.slice(at + month[0].length));
  if (turned)
    return { date: { year: -1, month: monthNumber(month[1]!) }, end: at + month[0].length + turned[0].length };
  const alone = month[2] === undefined && month[3] === undefined;
  const capital = /[A-Z]/.test(original[at] ?? "");
  // "may" and "march" are also verbs; an abbreviation alone may be a name.
  if (
    alone &&
    (!capital || month[1]!.length <= 4 || month[1] === "march") &&
    !(month[1]!.length > 3 && !/^(?:march|may|june|july|sept)$/.test(month[1]!))
  ) {
    if (
      !capital ||
      !/^(?:may|june|july|march)$/.test(month[1]!) ||
      !/(?:in|of|by|since|until|till|through|during|and|between|before|after|next|last|this|late|early|mid|from|to|for|each|every) (?:late |early |mid-?)?$|(?:january|february|march|april|may|june|july|august|september|october|november|december),? (?:and |or |to )?$/.test(
        text.slice(Math.max(0, at - 20), at),
      )
    )
      return undefined;
  }
  return parts(month[3], monthNumber(month[1]!), month[2], at + (alone ? month[1]!.length : month[0].length));
}

function parts(year: string | undefined, month: number, day: string | undefined, end: number): DateAt {
  const date: DateParts = { month };
  if (year !== undefined) date.year = Number(year);
  if (day !== undefined) date.day = Number(day);
  return { date, end };
}
