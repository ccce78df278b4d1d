import type { ModelCard } from "../vocabulary";

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** Japan has no summer time: its clock is UTC plus nine hours, all year. */
const japanMinutes = 9 * 60;

/** Is the model's server running? By its hours and the clock of Japan; `to` is not included, hours may run over midnight. */
export function isOpen(card: Pick<ModelCard, "hours">, now: Date): boolean {
  if (card.hours === undefined) return true;
  const from = minutesOf(card.hours.from);
  const to = minutesOf(card.hours.to);
  const minute = minuteOfDay(now);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** When a closed model opens next; undefined for one that is open. */
export function opensAt(card: Pick<ModelCard, "hours">, now: Date): Date | undefined {
  if (card.hours === undefined || isOpen(card, now)) return undefined;
  const wait = (minutesOf(card.hours.from) - minuteOfDay(now) + dayMinutes) % dayMinutes;
  const thisMinute = Math.floor(now.getTime() / minuteMs) * minuteMs;
  return new Date(thisMinute + (wait === 0 ? dayMinutes : wait) * minuteMs);
}

/** Today's date in Japan, YYYY-MM-DD: models retire by the calendar of their offices. */
export function dateInJapan(now: Date): string {
  return new Date(now.getTime() + japanMinutes * minuteMs).toISOString().slice(0, 10);
}

function minuteOfDay(now: Date): number {
  return (Math.floor(now.getTime() / minuteMs) + japanMinutes) % dayMinutes;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
