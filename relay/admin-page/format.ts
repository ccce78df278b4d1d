/** A moment as people in the ministry read it: by the clock of Japan. */
export function momentText(iso: string, locale: "ja" | "en"): string {
  return new Intl.DateTimeFormat(locale === "ja" ? "ja-JP" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "Asia/Tokyo",
  }).format(new Date(iso));
}

export function numberText(value: number, locale: "ja" | "en", digits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** @param share 0..1 */
export function shareText(share: number | undefined, locale: "ja" | "en"): string {
  if (share === undefined) return "—";
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share);
}

export function moneyText(amount: number, currency: string, locale: "ja" | "en"): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 2 }).format(amount);
}

/** Milliseconds as seconds with two digits. */
export function secondsText(milliseconds: number | undefined, locale: "ja" | "en"): string {
  if (milliseconds === undefined) return "—";
  const seconds = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(milliseconds / 1000);
  return locale === "ja" ? `${seconds} 秒` : `${seconds} s`;
}

/** Today, or that many days before, in Japan: YYYY-MM-DD. */
export function dayInJapan(now: Date, daysBefore = 0): string {
  const japanOffsetMs = 9 * 3_600_000;
  return new Date(now.getTime() + japanOffsetMs - daysBefore * 86_400_000).toISOString().slice(0, 10);
}
