import { translationData } from "./load-data";
import { formatJapaneseNumber, withCommas } from "./japanese-numbers";
import { englishMonths } from "./japanese-values";

const month = `(?:${englishMonths.join("|")})`;
/** A date as English writes it. */
export const englishDatePattern = `(?:(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, )?${month} [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} ${month}(?: [0-9]{4})?|${month}(?:,? [0-9]{4})?|(?:fiscal year |fiscal |FY ?)[0-9]{4}|[0-9]{4})`;

const days: Readonly<Record<string, string>> = {
  sunday: "日",
  monday: "月",
  tuesday: "火",
  wednesday: "水",
  thursday: "木",
  friday: "金",
  saturday: "土",
};

/** June 20, 2025 -> 2025年6月20日, fiscal year 2025 -> 2025年度. A bare number is a year only with `bareYear`. */
export function japaneseDateOf(text: string, bareYear = false): string | undefined {
  const fiscal = /^(?:fiscal year |fiscal |FY ?)([0-9]{4})$/i.exec(text)?.[1];
  if (fiscal !== undefined) return `${fiscal}年度`;
  if (/^[0-9]{4}$/.test(text)) return bareYear ? `${text}年` : undefined;
  const american = new RegExp(`^(?:(\\w+day), )?(${month})(?: ([0-9]{1,2}))?(?:,? ([0-9]{4}))?$`, "i").exec(text);
  const british = new RegExp(`^()([0-9]{1,2}) (${month})(?:,? ([0-9]{4}))?$`, "i").exec(text);
  const [name, monthName, day, year] =
    american !== null ? american.slice(1) : british === null ? [] : [british[1], british[3], british[2], british[4]];
  if (monthName === undefined) return undefined;
  const index = englishMonths.findIndex((known) => known.toLowerCase() === monthName.toLowerCase());
  const ofWeek = name === undefined || name === "" ? "" : `（${days[name.toLowerCase()] ?? ""}）`;
  return `${year === undefined ? "" : `${year}年`}${index + 1}月${day === undefined ? "" : `${Number(day)}日`}${ofWeek}`;
}

/** 1:30 p.m. -> 午後1時30分, 14:00 -> 14時. */
export function japaneseTimeOf(text: string): string | undefined {
  const [, hour, minute, half] = /^([0-9]{1,2})(?::([0-9]{2}))?\s?(a\.?m\.?|p\.?m\.?)?$/i.exec(text) ?? [];
  if (hour === undefined || (minute === undefined && half === undefined) || Number(hour) > 24) return undefined;
  const before = half === undefined ? "" : half.toLowerCase().startsWith("a") ? "午前" : "午後";
  return `${before}${Number(hour)}時${minute === undefined || minute === "00" ? "" : `${Number(minute)}分`}`;
}

const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const quantity =
  /^(about |approximately |around |more than |over |at least |less than |under |up to |a total of )?([$€£¥]|JPY ?|USD ?)?([0-9][0-9,]*(?:\.[0-9]+)?)(?: ?(thousand|million|billion|trillion))?(?: ?(%|percent\b|per cent\b)| ([a-z ]+?))?( or more| or less)?$/i;
const signs: Readonly<Record<string, string>> = {
  $: "ドル",
  USD: "ドル",
  "€": "ユーロ",
  "£": "ポンド",
  "¥": "円",
  JPY: "円",
};
/** Where several Japanese words count the same English thing, the plainest. */
const plainest: Readonly<Record<string, string>> = {
  times: "回",
  time: "回",
  years: "年間",
  year: "年間",
  month: "か月",
  months: "か月",
};

/** about 12.5 million yen -> 約1,250万円, 30% -> 30％, 42 cases or more -> 42件以上. */
export function japaneseQuantityOf(text: string): string | undefined {
  const [, before = "", sign, digits, scale, percent, noun, after = ""] = quantity.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(
    (Number(digits.replaceAll(",", "")) * (scales[scale?.toLowerCase() ?? ""] ?? 1)).toPrecision(15),
  );
  const unit =
    percent !== undefined ? "％" : sign !== undefined ? signs[sign.trim()] : noun === undefined ? "" : counterOf(noun);
  if (unit === undefined) return undefined;
  const number = scale !== undefined || unit === "円" ? formatJapaneseNumber(value) : withCommas(value);
  const bound = {
    "more than": "超",
    over: "超",
    "at least": "以上",
    "less than": "未満",
    under: "未満",
    "up to": "以下",
  }[before.trim().toLowerCase()];
  const rough = /^(?:about|approximately|around)/i.test(before) ? "約" : /^a total/i.test(before) ? "計" : "";
  const last = after.trim().toLowerCase() === "or more" ? "以上" : after.trim() === "" ? "" : "以下";
  return `${rough}${number}${unit}${bound ?? last}`;
}

function counterOf(noun: string): string | undefined {
  const words = noun.toLowerCase();
  if (plainest[words] !== undefined) return plainest[words];
  return translationData().counters.find(([, singular, plural]) => singular === words || plural === words)?.[0];
}

const placeNames: Readonly<Record<string, string>> = { chapter: "章", section: "節", article: "条" };
const labelNames: Readonly<Record<string, string>> = {
  table: "表",
  figure: "図",
  attachment: "別紙",
  appendix: "付録",
  form: "様式",
  "appended table": "別表第",
};

/** Article 3, paragraph (2) -> 第3条第2項, Table 1 -> 表1. */
export function japanesePlaceOf(text: string): string | undefined {
  const [, name, number, paragraph, item] =
    /^(chapter|section|article) ([0-9]+)(?:, paragraph \(?([0-9]+)\)?)?(?:, item \(?([0-9]+)\)?)?$/i.exec(text) ?? [];
  if (name !== undefined) {
    const more = `${paragraph === undefined ? "" : `第${paragraph}項`}${item === undefined ? "" : `第${item}号`}`;
    return `第${number}${placeNames[name.toLowerCase()]}${more}`;
  }
  const [, label, count] =
    /^(table|figure|attachment|appendix|form|appended table)(?: no\.)? ([0-9]+(?:-[0-9]+)*)$/i.exec(text) ?? [];
  return label === undefined ? undefined : `${labelNames[label.toLowerCase()]}${count}`;
}

/** Any figure: a date, a time, a quantity, a place in a law or document, or two of them as a range. */
export function japaneseValueOf(text: string): string | undefined {
  const single =
    japaneseDateOf(text) ??
    japaneseTimeOf(text) ??
    japanesePlaceOf(text) ??
    japaneseQuantityOf(text) ??
    dateAndTime(text);
  if (single !== undefined) return single;
  const [, from, to] = /^(?:from )?(.+?) (?:to|until) (.+)$/i.exec(text) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [japaneseValueOf(from), japaneseValueOf(to)];
  return first === undefined || last === undefined ? undefined : `${first}から${last}まで`;
}

function dateAndTime(text: string): string | undefined {
  const [, date, clock] = /^(.+[0-9]),? (?:at )?([0-9]{1,2}(?::[0-9]{2})?\s?(?:[ap]\.?m\.?)?)$/i.exec(text) ?? [];
  if (date === undefined || clock === undefined) return undefined;
  const [day, at] = [japaneseDateOf(date), japaneseTimeOf(clock)];
  return day === undefined || at === undefined ? undefined : day + at;
}
