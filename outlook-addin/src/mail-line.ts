import type { Translator } from "@genai-office/shared/i18n";
import type { MailHead } from "./mailbox";

/** Who sent the message and when: 「鈴木 一郎・2026/11/02 9:30」, in the time of this machine. */
export function mailLine(t: Translator, { from, date }: MailHead): string {
  const format = new Intl.DateTimeFormat(t.locale === "en" ? "en" : "ja", { dateStyle: "medium", timeStyle: "short" });
  const sender = from === undefined ? [] : [from.name || from.address];
  return [...sender, ...(date === undefined ? [] : [format.format(date)])].join("・");
}
