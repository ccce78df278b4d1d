/** Today's date in Japan, YYYY-MM-DD: models retire by the calendar of their offices. */
export function todayInJapan(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format(now);
}
