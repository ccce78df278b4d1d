import type { Translator } from "@genai-office/shared/i18n";
import type { MailHead } from "./mailbox";

/** Who sent the message and when: 「鈴木 一郎・2026/11/02 9:30」, in the time of the mailbox. */
export function mailLine(t: Translator, { from, date, zoneOffset }: MailHead): string {
  const format = new Intl.DateTimeFormat(t.locale === "en" ? "en" : "ja", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  const sender = from === undefined ? [] : [from.name || from.address];
  return [...sender, ...(date === undefined ? [] : [format.format(date.getTime() + zoneOffset * 60_000)])].join("・");
}
