import type { MailPerson } from "../store";

export type QuoteLanguage = "ja" | "en";

interface QuoteWords {
  readonly from: string;
  readonly sent: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  date(date: Date, minutesEast: number): string;
}

/** The words that Outlook on the web writes above the mail it quotes. */
export const quoteWords: Readonly<Record<QuoteLanguage, QuoteWords>> = {
  ja: {
    from: "差出人:",
    sent: "送信日時:",
    to: "宛先:",
    cc: "CC:",
    subject: "件名:",
    date: (date, minutesEast) => {
      const local = new Date(date.getTime() + minutesEast * 60_000);
      const weekday = "日月火水木金土"[local.getUTCDay()];
      const time = `${local.getUTCHours()}:${String(local.getUTCMinutes()).padStart(2, "0")}`;
      return `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日(${weekday}) ${time}`;
    },
  },
  en: {
    from: "From:",
    sent: "Sent:",
    to: "To:",
    cc: "Cc:",
    subject: "Subject:",
    date: (date, minutesEast) =>
      new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeStyle: "short", timeZone: "UTC" }).format(
        new Date(date.getTime() + minutesEast * 60_000),
      ),
  },
};

/** "name <address>", as it stands in the head of a quoted mail. */
export function personText({ name, address }: MailPerson): string {
  if (name === "" || name === address) return address;
  return address === "" ? name : `${name} <${address}>`;
}
