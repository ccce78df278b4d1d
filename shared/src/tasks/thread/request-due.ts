import { foldWidth } from "../../language";
import type { TaskLanguage } from "../../vocabulary";
import { japaneseDate } from "../minutes/relative-dates";
import { findDues, type FoundDue } from "../requests/find-dues";
import type { FoundRequest } from "../requests/find-requests";
import { resolveDay } from "../requests/resolve-day";
import type { ThreadMail } from "./thread-messages";

/** The deadline that the mail sets for a request; the model's only where it is one of the mail's that belongs to no other request. */
export function dueOf(
  told: string,
  mail: ThreadMail,
  found: FoundRequest | undefined,
  asked: readonly FoundRequest[],
): FoundDue | undefined {
  const written = mail.date === "" ? undefined : mail.date;
  if (found !== undefined) {
    const own = findDues(found.text, written);
    const meant = told === "" ? undefined : own.find((due) => agrees(due, told, mail));
    if (meant !== undefined) return meant;
    if (found.due !== undefined) return found.due;
  }
  if (told === "") return undefined;
  const others = asked.filter((one) => one !== found).flatMap(({ text }) => findDues(text, written));
  return findDues(mail.evidence, written).find(
    (due) => agrees(due, told, mail) && (found === undefined || !others.some(({ words }) => words === due.words)),
  );
}

/** True when words name a deadline of the mail: the same day, or the same words. */
export function agrees(due: FoundDue, told: string, mail: ThreadMail): boolean {
  const day = mail.date === "" ? undefined : resolveDay(told, mail.date);
  if (day !== undefined && due.date !== undefined) return day === due.date;
  const [words, said] = [plain(due.words), plain(told)];
  return said !== "" && (words.includes(said) || said.includes(words));
}

function plain(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/[（(][^（()）]*[)）]/g, "")
    .replace(/(?:まで(?:に|の)?|迄|中(?:に)?|に|必着|厳守|頃|ごろ)$/u, "")
    .replace(/[\s.,、。]+/g, "");
}

/** As the mail says it, with the day behind words such as 来週の金曜日. */
export function dueText({ words, date }: FoundDue, language: TaskLanguage): string {
  const isExplicit =
    /[0-9０-９]\s*(?:月|[/／]\s*[0-9０-９])|[0-9]{4}-|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu.test(
      words,
    );
  if (date === undefined || isExplicit) return words;
  return language === "ja" ? `${words}（${japaneseDate(date)}）` : `${words} (${date})`;
}
