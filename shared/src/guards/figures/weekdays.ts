import { exact, sticky, type Raw } from "./raw";

const weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const weekdayWord = /(?:sun|mon|tues|wednes|thurs|fri|satur)days?(?![a-z])/y;
const weekdayShort =
  /\((?:sun|mon|tue|wed|thu|fri|sat)\.?\)|(?:sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat)\.?,? (?=[0-9])/y;
/** 月～金曜, 水・土曜日: the first of two. */
const listedWeekday = /(?<![一-龠0-9])[月火水木金土日](?=[・、~\-–と][月火水木金土日]曜)/y;
const katakanaWeekdays = [
  "サンデー",
  "マンデー",
  "チューズデー",
  "ウェンズデー",
  "サーズデー",
  "フライデー",
  "サタデー",
];
const japaneseWeekday = /[月火水木金土日]曜日?|\([月火水木金土日](?:曜日?)?(?:[・,、]祝)?\)/y;

/** Reads 月曜日 or （月）. */
export function japaneseWeekdayAt(text: string, at: number): Raw | undefined {
  const end = sticky(japaneseWeekday, text, at) ?? sticky(listedWeekday, text, at);
  if (end === undefined) return undefined;
  const day = /[月火水木金土日]/.exec(text.slice(at, end))![0];
  return { ...exact, kind: "weekday", weekday: "日月火水木金土".indexOf(day), start: at, end };
}

/** Reads サンデー, mostly part of a name. */
export function katakanaWeekdayAt(text: string, at: number): Raw | undefined {
  const weekday = katakanaWeekdays.findIndex((name) => text.startsWith(name, at));
  if (weekday === -1) return undefined;
  const end = at + katakanaWeekdays[weekday]!.length;
  return { kind: "weekday", weekday, weak: true, approximate: false, start: at, end };
}

/** Reads Monday, Mon. before a number, or (Mon). An abbreviation needs its capital: sun and sat are words. */
export function englishWeekdayAt(text: string, original: string, at: number): Raw | undefined {
  const whole = sticky(weekdayWord, text, at);
  const inBrackets = text[at] === "(";
  const short = whole ?? sticky(weekdayShort, text, at);
  if (short === undefined) return undefined;
  if (whole === undefined && !inBrackets && !/[A-Z]/.test(original[at]!)) return undefined;
  const name = text.slice(inBrackets ? at + 1 : at, inBrackets ? at + 4 : at + 3);
  const end = whole ?? (inBrackets ? short : short - 1);
  return { ...exact, kind: "weekday", weekday: weekdayNames.indexOf(name), start: at, end };
}
