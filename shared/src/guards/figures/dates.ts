import type { DateParts } from "./figure";
import { numeralAt } from "./numerals";

export interface DateAt {
  date: DateParts;
  end: number;
  /** Second reading of a date of digits. */
  other?: DateParts;
}

/** First year of an era minus one (令和7年 = 2018 + 7). */
const eras: Record<string, number> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  r: 2018,
  h: 1988,
  s: 1925,
};
/** Reads a date of digits (2025-04-01, 2025/4/1, R7.4.1) or of Japanese words (令和7年4月1日, 4月1日, 2025年度). */
export function japaneseDateAt(text: string, at: number): DateAt | undefined {
  const rest = text.slice(at, at + 40);
  const iso = /^([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])/.exec(rest);
  if (iso !== null) return valid(Number(iso[1]), Number(iso[3]), Number(iso[4]), at + iso[0].length);
  const short = /^([rhs])([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{1,2})(?![0-9])/.exec(rest);
  if (short !== null && !/[a-z0-9]/.test(text[at - 1] ?? "")) {
    return valid(eras[short[1]!]! + Number(short[2]), Number(short[3]), Number(short[4]), at + short[0].length);
  }
  const date: DateParts = {};
  let index = at;
  const year = yearAt(text, index);
  if (year !== undefined) {
    date.year = year.value;
    index = year.end;
  }
  const month = numberBefore(text, spaces(text, index), "月");
  if (
    month !== undefined &&
    month.value >= 1 &&
    month.value <= 12 &&
    !/^(?:間|額|給|謝|分の)/.test(text.slice(month.end))
  ) {
    date.month = month.value;
    index = month.end;
    const day = numberBefore(text, spaces(text, index), "日");
    if (day !== undefined && day.value >= 1 && day.value <= 31 && !/^間/.test(text.slice(day.end))) {
      date.day = day.value;
      index = day.end;
    }
  }
  return index === at ? undefined : { date, end: index };
}

function valid(year: number, month: number, day: number, end: number): DateAt | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { date: { year, month, day }, end } : undefined;
}

function spaces(text: string, at: number): number {
  return text[at] === " " ? at + 1 : at;
}

/** A year with its era or of four digits; 3年 is a duration and not read here. */
function yearAt(text: string, at: number): { value: number; end: number } | undefined {
  // 明治23(1890)年, 1903(明治36)年, 2025(令和7)年
  const both =
    /^(?:(?:令和|平成|昭和|大正|明治|同) ?[0-9]{1,2} ?\(([12][0-9]{3})\)|([12][0-9]{3}) ?\((?:令和|平成|昭和|大正|明治|同) ?[0-9元]{1,2}\)|[0-9]{2} ?\((令和|平成|昭和|大正|明治) ?([0-9]{1,2})\)) ?年/.exec(
      text.slice(at, at + 20),
    );
  if (both !== null)
    return {
      value: both[3] === undefined ? Number(both[1] ?? both[2]) : eras[both[3]]! + Number(both[4]),
      end: afterYear(text, at + both[0].length),
    };
  const era = /^(?:令和|平成|昭和|大正|明治|[rhs](?=[0-9]{1,2} ?年))/.exec(text.slice(at, at + 6))?.[0];
  if (era !== undefined && (era.length === 2 || !/[a-z0-9]/.test(text[at - 1] ?? ""))) {
    const from = spaces(text, at + era.length);
    if (text[from] === "元" && text[from + 1] === "年")
      return { value: eras[era]! + 1, end: afterYear(text, from + 2) };
    const number = numberBefore(text, from, "年");
    return number === undefined || number.value > 99
      ? undefined
      : { value: eras[era]! + number.value, end: afterYear(text, number.end) };
  }
  const number = numberBefore(text, at, "年");
  if (
    number === undefined ||
    number.value < 1000 ||
    number.value > 2999 ||
    /^(?:間|以上|前|後|代)/.test(text.slice(number.end))
  )
    return undefined;
  let { end } = number;
  // 2025年（令和7年）: one year said twice.
  const twice = /^ ?\((?:令和|平成|昭和|大正|明治) ?(?:元|[0-9〇一二三四五六七八九十]{1,3}) ?年\)/.exec(
    text.slice(end, end + 14),
  );
  if (twice !== null) end += twice[0].length;
  return { value: number.value, end: afterYear(text, end) };
}

function afterYear(text: string, at: number): number {
  return text[at] === "度" ? at + 1 : at;
}

function numberBefore(text: string, at: number, unit: string): { value: number; end: number } | undefined {
  const number = numeralAt(text, at);
  if (number === undefined || !Number.isInteger(number.value)) return undefined;
  const end = spaces(text, number.end);
  return text[end] === unit ? { value: number.value, end: end + 1 } : undefined;
}
