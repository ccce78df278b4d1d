import type { Table } from "docx";
import type { TableTranslator } from "@genai-office/shared/i18n";
import type { TaskLanguage } from "@genai-office/shared/vocabulary";
import type { MinutesDocumentRequest } from "./document-request";
import type { DocumentKey } from "./document-texts";
import { pairTable } from "./document-parts";

/** 日時, 場所, 出席者, 議題. What is not known is left to be filled in: nothing is guessed, not who was there either. */
export function meetingHead(request: MinutesDocumentRequest, translate: TableTranslator<DocumentKey>): Table {
  const { place = "", attendees = [], agenda = [], result } = request;
  const between = translate("between");
  const fillIn = translate("fillIn");
  const present =
    attendees.length > 0
      ? attendees.join(between)
      : result.speakers.length > 0
        ? translate("fillInAttendees", { speakers: result.speakers.join(between) })
        : fillIn;
  const topics =
    agenda.length > 0 ? [...agenda] : result.topics.map(({ title }) => title).filter((title) => title !== "");
  const numbered = topics.length > 1 ? topics.map((title, index) => `${index + 1}　${title}`) : topics;
  return pairTable([
    [translate("date"), [when(request, translate)]],
    [translate("place"), [place.trim() === "" ? fillIn : place.trim()]],
    [translate("attendees"), [present]],
    [translate("agenda"), numbered.length === 0 ? [fillIn] : numbered],
  ]);
}

function when(
  { date, time = "", language = "ja" }: MinutesDocumentRequest,
  translate: TableTranslator<DocumentKey>,
): string {
  if (date === undefined) return time.trim() === "" ? translate("fillIn") : `${translate("fillIn")}　${time.trim()}`;
  const day = dateText(date, language);
  return time.trim() === ""
    ? translate("fillInTime", { date: day })
    : `${day}${language === "ja" ? "　" : ", "}${time.trim()}`;
}

/** 「令和8年7月1日（水）」, "Wednesday, 1 July 2026"; what is no date stays as it is. */
export function dateText(date: string, language: TaskLanguage): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined;
  if (day === undefined || Number.isNaN(day.getTime())) return date;
  const locale = language === "ja" ? "ja-JP-u-ca-japanese" : "en-GB";
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    day: "numeric",
    weekday: language === "ja" ? "short" : "long",
    ...(language === "ja" ? { era: "long" } : {}),
  }).formatToParts(day);
  if (language === "en") return parts.map(({ value }) => value).join("");
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("era")}${of("year")}年${of("month").replace("月", "")}月${of("day")}日（${of("weekday")}）`;
}
