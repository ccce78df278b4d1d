import { foldWidth } from "../../language";

const dayMs = 86_400_000;
const japaneseWeekdays = "日月火水木金土";
const englishWeekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** A stretch of text that says a day relative to today, and the day it means. */
export interface RelativeDate {
  /** As it was said. */
  words: string;
  /** YYYY-MM-DD */
  date: string;
}

type Resolve = (match: RegExpExecArray, today: Date) => Date | undefined;

const rules: [RegExp, Resolve][] = [
  [/明後日|あさって/gu, (_match, today) => plusDays(today, 2)],
  [/明日|あした|(?<![一-龠])翌日/gu, (_match, today) => plusDays(today, 1)],
  [/本日|今日/gu, (_match, today) => today],
  [/(再来週|来週|翌週|今週)の?\s*([日月火水木金土])曜?日?/gu, (match, today) => japaneseWeekday(match, today)],
  [
    /(?<![今来週の])([月火水木金])曜日?(?=まで|に|中)/gu,
    (match, today) => coming(japaneseWeekdays.indexOf(match[1]!), today),
  ],
  [/(再来月|来月|翌月|今月)の?\s*([0-9]{1,2})日/gu, (match, today) => dayOfMonth(match, today)],
  [
    /(再来月|来月|翌月|今月)?の?(?<![年度半期])月?末(?=まで|に|日|を|の|$|、|。)/gu,
    (match, today) => endOfMonth(match, today),
  ],
  [/今?年度末/gu, (_match, today) => endOfFiscalYear(today)],
  [/([0-9]{1,2})日後/gu, (match, today) => plusDays(today, Number(match[1]))],
  [/([0-9]{1,2})週間後/gu, (match, today) => plusDays(today, Number(match[1]) * 7)],
  [/\bday after tomorrow\b/giu, (_match, today) => plusDays(today, 2)],
  [/(?<!after )\btomorrow\b/giu, (_match, today) => plusDays(today, 1)],
  [/\btoday\b/giu, (_match, today) => today],
  [
    /\b(?:by|on|until) (monday|tuesday|wednesday|thursday|friday)\b/giu,
    (match, today) => coming(englishWeekdays.indexOf(match[1]!.toLowerCase()), today),
  ],
  [/\bend of (next|this|the) month\b/giu, (match, today) => lastDay(today, match[1]!.toLowerCase() === "next" ? 1 : 0)],
];

/**
 * Days that a text names relative to the day of the meeting: 来週の金曜日, 明日, 今月末, 来月10日, 木曜日までに, 10日後, tomorrow.
 * What two people may understand differently (来週の日曜日, a weekday named on that same weekday, "next Friday") is left out.
 * @param meeting YYYY-MM-DD
 */
export function relativeDates(text: string, meeting: string): RelativeDate[] {
  const today = new Date(`${meeting}T00:00:00Z`);
  if (Number.isNaN(today.getTime())) return [];
  const folded = foldWidth(text).replace(/[一二三四五六七八九十]+(?=日後|週間後)/gu, kanjiNumber);
  const found: RelativeDate[] = [];
  for (const [pattern, resolve] of rules) {
    for (const match of folded.matchAll(pattern)) {
      const date = match[0] === "" ? undefined : resolve(match, today);
      if (date !== undefined) found.push({ words: match[0], date: date.toISOString().slice(0, 10) });
    }
  }
  return found;
}

/** 2026-07-10 -> 2026年7月10日 */
export function japaneseDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return `${year}年${month}月${day}日`;
}

function plusDays(today: Date, days: number): Date {
  return new Date(today.getTime() + days * dayMs);
}

/** Weeks begin on Monday, as Japanese offices count; Sunday is left open, because calendars begin with it. */
function japaneseWeekday(match: RegExpExecArray, today: Date): Date | undefined {
  const weekday = japaneseWeekdays.indexOf(match[2]!);
  if (weekday === 0 || today.getUTCDay() === 0) return undefined;
  const weeks = { 今週: 0, 来週: 1, 翌週: 1, 再来週: 2 }[match[1]!] ?? 0;
  return plusDays(today, weekday - today.getUTCDay() + weeks * 7);
}

function coming(weekday: number, today: Date): Date | undefined {
  const days = (weekday - today.getUTCDay() + 7) % 7;
  return days === 0 ? undefined : plusDays(today, days);
}

const months: Record<string, number> = { 今月: 0, 来月: 1, 翌月: 1, 再来月: 2 };

function dayOfMonth(match: RegExpExecArray, today: Date): Date | undefined {
  const month = today.getUTCMonth() + (months[match[1]!] ?? 0);
  const date = new Date(Date.UTC(today.getUTCFullYear(), month, Number(match[2])));
  return date.getUTCMonth() === month % 12 ? date : undefined;
}

function endOfMonth(match: RegExpExecArray, today: Date): Date | undefined {
  // 「末」 alone belongs to a month that was named before it (三月末) or to something else.
  if (match[1] === undefined && !match[0].includes("月")) return undefined;
  const before = match.input[match.index - 1] ?? "";
  if (match[1] === undefined && /[0-9０-９一二三四五六七八九十来今翌]/.test(before)) return undefined;
  return lastDay(today, match[1] === undefined ? 0 : (months[match[1]] ?? 0));
}

function lastDay(today: Date, months: number): Date {
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months + 1, 0));
}

/** The fiscal year ends on 31 March. */
function endOfFiscalYear(today: Date): Date {
  const year = today.getUTCFullYear() + (today.getUTCMonth() >= 3 ? 1 : 0);
  return new Date(Date.UTC(year, 2, 31));
}

function kanjiNumber(text: string): string {
  const digits = "〇一二三四五六七八九";
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const value = (part: string | undefined): number => Math.max(0, digits.indexOf(part ?? ""));
  const sum = text.includes("十") ? (tens === "" ? 1 : value(tens)) * 10 + value(ones) : value(text);
  return String(sum);
}
