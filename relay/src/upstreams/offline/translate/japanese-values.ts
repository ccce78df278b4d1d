import { translationData } from "./load-data";
import { formatEnglishNumber, japaneseNumber, parseJapaneseNumber, withCommas } from "./japanese-numbers";

export const englishMonths =
  "January February March April May June July August September October November December".split(" ");
const weekdays: Readonly<Record<string, string>> = {
  日: "Sunday",
  月: "Monday",
  火: "Tuesday",
  水: "Wednesday",
  木: "Thursday",
  金: "Friday",
  土: "Saturday",
};
/** First year of each era, less one. */
export const eras: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };

const year = "(?:(?:明治|大正|昭和|平成|令和)(?:元|[0-9]{1,2})|[0-9]{4})年";
const weekday = "(?:\\s?[(（]?[日月火水木金土](?:曜日?)?[)）])?";
/** A date in folded width, with or without its year, month or day. */
export const japaneseDate = `(?:${year}度|${year}[0-9]{1,2}月[0-9]{1,2}日${weekday}|${year}[0-9]{1,2}月|${year}|[0-9]{1,2}月[0-9]{1,2}日${weekday}|[0-9]{1,2}月)`;

const dateParts =
  /^(?:(?:(明治|大正|昭和|平成|令和)(元|[0-9]{1,2})|([0-9]{4}))年(度)?)?(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?(?:\s?[(（]?([日月火水木金土])(?:曜日?)?[)）])?$/;

/** A date, and the preposition it takes. */
export interface EnglishDate {
  text: string;
  preposition: "on" | "in";
}

/** Turns a Japanese date (folded width) into English: 令和7年6月20日 -> June 20, 2025, 令和7年度 -> fiscal year 2025. */
export function englishDate(text: string): EnglishDate | undefined {
  const [, era, eraYear, commonYear, fiscal, month, day, name] = dateParts.exec(text) ?? [];
  const inEra = eraYear === "元" ? 1 : Number(eraYear);
  const yearNumber = era !== undefined ? eras[era]! + inEra : commonYear === undefined ? undefined : Number(commonYear);
  if (yearNumber === undefined && month === undefined) return undefined;
  if (fiscal !== undefined)
    return month === undefined ? { text: `fiscal year ${yearNumber}`, preposition: "in" } : undefined;
  if (month === undefined) return day === undefined ? { text: String(yearNumber), preposition: "in" } : undefined;
  const monthName = englishMonths[Number(month) - 1];
  if (monthName === undefined || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return undefined;
  const ofYear = yearNumber === undefined ? "" : day === undefined ? ` ${yearNumber}` : `, ${yearNumber}`;
  if (day === undefined) return { text: monthName + ofYear, preposition: "in" };
  const ofWeek = name === undefined ? "" : `${weekdays[name]}, `;
  return { text: `${ofWeek}${monthName} ${Number(day)}${ofYear}`, preposition: "on" };
}

const time = /^(午前|午後)?([0-9]{1,2})(?:時(半)?(?:([0-9]{1,2})分)?|:([0-9]{2}))$/;

/** 午後1時30分 -> 1:30 p.m., 14時 -> 14:00. */
export function englishTime(text: string): string | undefined {
  const [, half, hour, halfHour, minutes, afterColon] = time.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 24) return undefined;
  const minute = halfHour !== undefined ? "30" : (minutes ?? afterColon ?? "00").padStart(2, "0");
  if (half === undefined) return `${hour}:${minute}`;
  return `${Number(hour)}:${minute} ${half === "午前" ? "a.m." : "p.m."}`;
}

/** The counting words of the data as a pattern, longest first. */
function countersPattern(): string {
  const words = translationData().counters.map(([japanese]) => japanese);
  return [...words].sort((one, other) => other.length - one.length).join("|");
}

let quantity: RegExp | undefined;

/** 約1,250万円 -> about 12.5 million yen, 3割 -> 30%, 42件以上 -> 42 cases or more. */
export function englishQuantity(text: string): string | undefined {
  quantity ??= new RegExp(
    `^(約|およそ|計|延べ)?(${japaneseNumber})(%|パーセント|割|${countersPattern()})?(程度|余り)?(以上|以下|未満|超)?$`,
  );
  const [, before, number, unit, rough, bound] = quantity.exec(text) ?? [];
  if (number === undefined) return undefined;
  const value = parseJapaneseNumber(number);
  // A single kanji digit is a word as often as a figure (一部, 三者).
  if (unit === undefined && !/[0-9]/.test(number)) return undefined;
  let words = counted(value, unit, /[十百千万億兆]/.test(number));
  if (before === "計") words = `a total of ${words}`;
  else if (before === "延べ") words = `a cumulative ${words}`;
  else if (before !== undefined || rough !== undefined) words = `about ${words}`;
  switch (bound) {
    case "以上":
      return `${words} or more`;
    case "以下":
      return `${words} or less`;
    case "未満":
      return `less than ${words}`;
    case "超":
      return `more than ${words}`;
    default:
      return words;
  }
}

function counted(value: number, unit: string | undefined, rounded: boolean): string {
  const number = rounded || value >= 1e9 ? formatEnglishNumber(value) : withCommas(value);
  if (unit === undefined) return number;
  if (unit === "%" || unit === "パーセント") return `${number}%`;
  if (unit === "割") return `${withCommas(value * 10)}%`;
  const [, singular, plural] = translationData().counters.find(([japanese]) => japanese === unit)!;
  return `${number} ${value === 1 ? singular : plural}`;
}

const places: Readonly<Record<string, (number: number) => string>> = {
  章: (number) => `Chapter ${number}`,
  節: (number) => `Section ${number}`,
  条: (number) => `Article ${number}`,
  項: (number) => `paragraph (${number})`,
  号: (number) => `item (${number})`,
  四半期: (number) => `${ordinal(number)} quarter`,
  回: (number) => ordinal(number),
  期: (number) => `${ordinal(number)} term`,
  版: (number) => `${ordinal(number)} edition`,
  位: (number) => `${ordinal(number)} place`,
};
const place = new RegExp(`第(${japaneseNumber})(${Object.keys(places).join("|")})`, "g");
const labels: Readonly<Record<string, string>> = {
  表: "Table",
  図: "Figure",
  別紙: "Attachment",
  別添: "Attachment",
  別表: "Appended Table",
  様式: "Form",
  資料: "Material",
  参考: "Reference",
  参考資料: "Reference Material",
  議題: "Agenda Item",
  付録: "Appendix",
};
const label = new RegExp(`^(${Object.keys(labels).join("|")})\\s?第?(${japaneseNumber}(?:-[0-9]+)*)号?$`);

/** 第3条第2項 -> Article 3, paragraph (2); 表1 -> Table 1. */
export function englishPlace(text: string): string | undefined {
  const [, name, number] = label.exec(text) ?? [];
  if (name !== undefined) return `${labels[name]} ${/^[0-9]/.test(number!) ? number : parseJapaneseNumber(number!)}`;
  const parts = [...text.matchAll(place)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) return undefined;
  return parts.map(([, count, unit]) => places[unit!]!(parseJapaneseNumber(count!))).join(", ");
}

/** 1st, 2nd, 3rd, 11th. */
export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${withCommas(number)}${ending}`;
}

/** Any figure: a date, a time, a quantity, a place in a law or document, or two of them as a range. */
export function englishValue(text: string): string | undefined {
  const range = /^(.+?)(?:から|[~～〜]|–)(.+?)(?:まで)?$/.exec(text);
  return (
    englishDate(text)?.text ??
    dateAndTime(text) ??
    englishTime(text) ??
    englishPlace(text) ??
    englishQuantity(text) ??
    (range === null ? undefined : rangeOf(range[1]!, range[2]!))
  );
}

function dateAndTime(text: string): string | undefined {
  const [, date, clock] = /^(.+?(?:日|[)）]))\s*((?:午前|午後)?[0-9]{1,2}[時:].*)$/.exec(text) ?? [];
  if (date === undefined || clock === undefined) return undefined;
  const [day, at] = [englishDate(date)?.text, englishTime(clock) ?? clockRange(clock)];
  return day === undefined || at === undefined ? undefined : `${day}, ${at}`;
}

function clockRange(text: string): string | undefined {
  const [, from, to] = /^(.+?)(?:から|[~～〜])(.+?)(?:まで)?$/.exec(text) ?? [];
  const [first, last] = [from, to].map((clock) => (clock === undefined ? undefined : englishTime(clock)));
  return first === undefined || last === undefined ? undefined : `${first} to ${last}`;
}

function rangeOf(from: string, to: string): string | undefined {
  const [first, last] = [englishValue(from), englishValue(to)];
  return first === undefined || last === undefined ? undefined : `${first} to ${last}`;
}
