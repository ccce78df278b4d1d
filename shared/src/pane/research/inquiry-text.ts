import type { TableTranslator, Translator } from "../../i18n";
import type { ResearchKey } from "../../i18n/research-texts";
import type { Inquiry } from "./jobs/inquiry";

/** One line on how an inquiry stands, with when it is looked at next. */
export function inquiryStatus(tr: TableTranslator<ResearchKey>, inquiry: Inquiry, now: number): string {
  const { status, text, remote, nextLookAt, progress } = inquiry;
  const counted = progress === undefined ? "" : `（${tr("progress", { ...progress })}）`;
  if (status === "sending") return `${tr(text === "" ? "status_sending" : "status_streaming")}${counted}`;
  if (status !== "waiting") return tr(`status_${status}`);
  if (text !== "") return tr("status_streaming");
  const working = `${tr(remote === "queued" ? "status_queued" : "status_waiting")}${counted}`;
  return nextLookAt === undefined ? working : `${working}。${nextLook(tr, nextLookAt - now)}`;
}

/** 「次の確認は約30秒後」; never less than a second. */
function nextLook(tr: TableTranslator<ResearchKey>, milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 90 ? tr("nextSeconds", { seconds }) : tr("nextMinutes", { minutes: Math.round(seconds / 60) });
}

/** When an inquiry was made, by the clock of Japan: 14:05, or 11月20日 14:05 on another day. */
export function sinceText(t: Translator, since: number, now: number): string {
  const zone = { timeZone: "Asia/Tokyo" } as const;
  const day = (time: number) => new Intl.DateTimeFormat("sv-SE", zone).format(time);
  return new Intl.DateTimeFormat(t.locale === "en" ? "en" : "ja", {
    ...zone,
    hour: "numeric",
    minute: "2-digit",
    ...(day(since) === day(now) ? {} : { month: "long", day: "numeric" }),
  }).format(since);
}
