import type { Translator } from "../../i18n";

const zone = "Asia/Tokyo";

/** A date YYYY-MM-DD as people write it: 2026年12月31日. What is no date stays as it is. */
export function calendarDate(t: Translator, date: string): string {
  const day = new Date(`${date}T00:00:00+09:00`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat(language(t), { dateStyle: "long", timeZone: zone }).format(day);
}

/** 7:00, or with its day when that is not today: 11月22日 7:00. By the clock of Japan. */
export function clockTime(t: Translator, time: Date, now: Date): string {
  const today = dayOf(time) === dayOf(now);
  return new Intl.DateTimeFormat(language(t), {
    timeZone: zone,
    hour: "numeric",
    minute: "2-digit",
    ...(today ? {} : { month: "long", day: "numeric" }),
  }).format(time);
}

function dayOf(time: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(time);
}

function language(t: Translator): string {
  return t.locale === "en" ? "en" : "ja";
}
