import { foldWidth, nameOfLabel } from "../../language";
import { resolveDay } from "../requests/resolve-day";

/** A label is a line; patterns are not tried on more. */
const longestLabel = 300;

const dayWords =
  /20[0-9]{2}[-/.年]\s*[0-9]{1,2}[-/.月]\s*[0-9]{1,2}|(?:令和|R)\s*[0-9元]{1,2}[年.]\s*[0-9]{1,2}[月.]\s*[0-9]{1,2}|[0-9]{1,2}月\s*[0-9]{1,2}日|(?<![0-9/])[0-9]{1,2}\/[0-9]{1,2}(?![0-9/])|[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:,?\s+20[0-9]{2})?|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+[0-9]{1,2}(?:st|nd|rd|th)?(?:,?\s+20[0-9]{2})?(?!:)/;

/** Who a label names, as `nameOfLabel`, also where it says the day without a year (「鈴木 11/2」) or in English. */
export function labelWriter(label: string | undefined): string {
  const name = nameOfLabel(label?.slice(0, longestLabel));
  const day = dayWords.exec(foldWidth(name));
  if (day === null) return name;
  return `${name.slice(0, day.index)} ${name.slice(day.index + day[0].length)}`
    .replace(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|[（(][日月火水木金土][)）]|[0-9]{1,2}:[0-9]{2}/g, " ")
    .replace(/^[\s\u3000,、/]+|[\s\u3000,、/]+$/g, "")
    .trim();
}

/**
 * The day a label says, YYYY-MM-DD: 「佐藤 2026-07-01T10:05」, 「令和８年７月１日 佐藤」, 「鈴木 11/2 9:30」, "2 Nov 2026". A day without
 * a year is the last one of that name up to the day of reading; empty where there is none.
 */
export function labelDate(label: string | undefined, read: string | undefined): string {
  if (label === undefined) return "";
  const text = foldWidth(label.slice(0, longestLabel)).replace(/[\w.+-]+@[\w.-]+/g, " ");
  const hasYear = /(?:20[0-9]{2}[-/.年]|(?:令和|R)\s*[0-9元]{1,2}[年.])\s*[0-9]{1,2}|\b20[0-9]{2}\b/.test(text);
  if (!/[0-9]/.test(text)) return "";
  const dayOfLabel = dayWords.exec(text)?.[0];
  if (dayOfLabel === undefined) return "";
  if (hasYear) return resolveDay(dayOfLabel, read ?? "2000-01-01") ?? "";
  if (read === undefined) return "";
  const year = Number(read.slice(0, 4));
  // Days that are still to come are those of the year before: a mail was written before it is read.
  const candidates = [year, year - 1].flatMap((one) => {
    const date = resolveDay(dayOfLabel, `${one}-07-01`);
    return date === undefined ? [] : `${one}${date.slice(4)}`;
  });
  return candidates.find((date) => date <= read) ?? "";
}
