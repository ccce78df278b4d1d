import { foldWidth } from "../../language";
import { relativeDates } from "../minutes/relative-dates";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const dayMs = 86_400_000;

/**
 * The one day that words mean in a text written on a day: 「７月３日（金）」, "3 July", 「来週の金曜日」, 「今月末」, 「15日」. Undefined
 * where they name none, several, or one that people may understand differently. A date without a year is the next one, or
 * one that has passed lately.
 * @param written YYYY-MM-DD
 * @returns YYYY-MM-DD
 */
export function resolveDay(words: string, written: string): string | undefined {
  const today = new Date(`${written}T00:00:00Z`);
  if (Number.isNaN(today.getTime())) return undefined;
  const text = foldWidth(words).toLowerCase();
  return explicitDay(text, today) ?? relativeDay(text, written, today);
}

function explicitDay(text: string, today: Date): string | undefined {
  const iso = /(20[0-9]{2})[-/.年]\s*([0-9]{1,2})[-/.月]\s*([0-9]{1,2})/.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const era = /(?:令和|r)\s*([0-9]{1,2}|元)[年./]\s*([0-9]{1,2})[月./]\s*([0-9]{1,2})/.exec(text);
  if (era !== null) return dayOf(2018 + (era[1] === "元" ? 1 : Number(era[1])), Number(era[2]), Number(era[3]));
  // 20/03 and 20/03/2026, as English mails write it: no month is the 20th.
  const dayFirst = /(?<![0-9/])(1[3-9]|2[0-9]|3[01])\/([0-9]{1,2})(?:\/(20[0-9]{2}))?(?![0-9/])/.exec(text);
  if (dayFirst !== null) {
    const [, day, month, year] = dayFirst;
    return year === undefined
      ? nearest(Number(month), Number(day), today)
      : dayOf(Number(year), Number(month), Number(day));
  }
  const japanese = /(?<![0-9])([0-9]{1,2})(?:月\s*|\/)(?:([0-9]{1,2})日?|(末))/.exec(text);
  if (japanese !== null)
    return nearest(Number(japanese[1]), japanese[3] === undefined ? Number(japanese[2]) : 0, today);
  const name = months.map((month) => `${month}[a-z]*`).join("|");
  const english = new RegExp(
    `(?:([0-9]{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${name})|(${name})\\.?\\s+([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:]))(?:,?\\s+(20[0-9]{2}))?`,
  ).exec(text);
  if (english !== null) {
    const month = months.indexOf((english[2] ?? english[3])!.slice(0, 3)) + 1;
    const day = Number(english[1] ?? english[4]);
    return english[5] === undefined ? nearest(month, day, today) : dayOf(Number(english[5]), month, day);
  }
  const end = new RegExp(`end of (${name})`).exec(text);
  return end === null ? undefined : nearest(months.indexOf(end[1]!.slice(0, 3)) + 1, 0, today);
}

function relativeDay(text: string, written: string, today: Date): string | undefined {
  const alone = /^([0-9]{1,2})日(?!間|後|以内|目)/.exec(text);
  if (alone !== null) return dayOfMonth(Number(alone[1]), today);
  const within = /^([0-9]{1,2})(日|週間)以内/.exec(text);
  if (within !== null) return shifted(today, Number(within[1]) * (within[2] === "日" ? 1 : 7));
  // まで lets the rules for a bare weekday and for 月末 see what they look for.
  const days = [
    ...new Set(relativeDates(/[a-z]/.test(text) ? `by ${text}` : `${text}までに`, written).map(({ date }) => date)),
  ];
  return days.length === 1 ? days[0] : undefined;
}

/** Day 0 is the last of the month. */
function nearest(month: number, day: number, today: Date): string | undefined {
  const candidates = [-1, 0, 1].flatMap((shift) => {
    const year = today.getUTCFullYear() + shift;
    return day === 0 ? isoDay(new Date(Date.UTC(year, month, 0))) : (dayOf(year, month, day) ?? []);
  });
  const distance = (date: string): number => (new Date(`${date}T00:00:00Z`).getTime() - today.getTime()) / dayMs;
  return candidates.find((date) => distance(date) >= -120 && distance(date) < 245);
}

function dayOfMonth(day: number, today: Date): string | undefined {
  const month = today.getUTCMonth() + (day < today.getUTCDate() ? 2 : 1);
  return dayOf(today.getUTCFullYear() + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, day);
}

function shifted(today: Date, days: number): string {
  return isoDay(new Date(today.getTime() + days * dayMs));
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(date) : undefined;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
