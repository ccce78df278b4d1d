const options = { timeZone: "Asia/Tokyo" } as const;
const dayFormat = new Intl.DateTimeFormat("ja-JP", {
  ...options,
  month: "numeric",
  day: "numeric",
  weekday: "short",
});
const wholeFormat = new Intl.DateTimeFormat("ja-JP", {
  ...options,
  year: "numeric",
  month: "numeric",
  day: "numeric",
  weekday: "short",
  hour: "numeric",
  minute: "2-digit",
});

/** "11/19(木)", as a list has room for. */
export function shortDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : dayFormat.format(date);
}

/** "2026/11/19(木) 15:27" in Japan. */
export function wholeDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : wholeFormat.format(date);
}
