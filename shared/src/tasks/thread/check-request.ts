import { foldWidth } from "../../language";
import type { Finding, TaskLanguage } from "../../vocabulary";
import { japaneseDate } from "../minutes/relative-dates";
import { notSet } from "../minutes/parse-action";
import { addresseeOf } from "../requests/addressee";
import { findDues, type FoundDue } from "../requests/find-dues";
import { findRequests, type FoundRequest } from "../requests/find-requests";
import { resolveDay } from "../requests/resolve-day";
import { answeredBy } from "./answered-by";
import { askedOf } from "./asked-of";
import { mostLike } from "./likeness";
import type { DraftRequest } from "./thread-draft";
import { mailSentences, type ThreadMail } from "./thread-messages";
import type { ThreadRequest } from "./thread-request";

export interface RequestContext {
  mails: readonly ThreadMail[];
  me: readonly string[];
  language: TaskLanguage;
}

/** Share of the shorter of two texts from which on they speak of the same request. */
const sameRequest = 0.35;

export interface CheckedRequest extends Omit<ThreadRequest, "statement"> {
  /** `due-not-in-message` { found, used }. */
  findings: Finding[];
  /** The sentence of the mail that asks it, where there is one. */
  found: FoundRequest | undefined;
}

/**
 * What the mail itself says of a request that a model found in it: who asks and when by its label, of whom by its form of address,
 * by when by the deadline that stands with the sentence, under which condition by the words around it. A deadline that the mail does not set for this request is
 * replaced by the one it sets, or by 「未定」.
 */
export function checkRequest(line: DraftRequest, mail: ThreadMail, context: RequestContext): CheckedRequest {
  const { mails, me, language } = context;
  const asked = requestsOf(mail);
  const found = mostLike(line.text, asked, ({ text }) => text, sameRequest);
  const findings: Finding[] = [];
  const due = dueOf(line.due, mail, found, asked);
  if (line.due !== "" && (due === undefined || !agrees(due, line.due, mail))) {
    findings.push({
      guard: "evidence",
      code: "due-not-in-message",
      severity: "warning",
      values: { found: line.due, used: due === undefined ? notSet(language) : dueText(due, language) },
      source: [{ blockId: mail.id }],
    });
  }
  const sentence = mailSentences(mail).find(({ text }) => text === (found?.sentence ?? found?.text));
  const whom = askedOf(mail, mails, me, {
    place: sentence?.start ?? mail.text.length,
    addressee: addresseeIn(line.text, found, asked),
    hint: line.of,
  });
  const answer = answeredBy(
    found?.text ?? line.text,
    mail,
    whom,
    mails,
    asked.map(({ text }) => text),
  );
  return {
    asker: mail.writer,
    date: mail.date,
    due: due === undefined ? notSet(language) : dueText(due, language),
    ...(due?.date === undefined ? {} : { dueDate: due.date }),
    ...whom,
    ...(found?.condition === undefined ? {} : { condition: found.condition }),
    ...(answer === undefined ? {} : { answeredBy: answer }),
    findings,
    found,
  };
}

/** Whom a request names; a line that brings several of one sentence together names those that it names. */
function addresseeIn(
  line: string,
  found: FoundRequest | undefined,
  asked: readonly FoundRequest[],
): string | undefined {
  if (found?.sentence === undefined) return found?.addressee ?? addresseeOf(line);
  const named = asked.flatMap(({ sentence, addressee }) =>
    addressee !== undefined && sentence === found.sentence && line.includes(addressee.replace(title, ""))
      ? [addressee]
      : [],
  );
  return named.length > 1 ? named.join("、") : found.addressee;
}

const title = /(?:様|さん|氏|殿|先生|くん)$/u;

/** Every line of a summary looks into its mail anew. */
const known = new WeakMap<ThreadMail, readonly FoundRequest[]>();

function requestsOf(mail: ThreadMail): readonly FoundRequest[] {
  const requests =
    known.get(mail) ?? findRequests({ id: mail.id, text: mail.evidence }, mail.date === "" ? undefined : mail.date);
  known.set(mail, requests);
  return requests;
}

/** The deadline that the mail sets for a request; the model's only where it is one of the mail's that belongs to no other request. */
function dueOf(
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
function agrees(due: FoundDue, told: string, mail: ThreadMail): boolean {
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
function dueText({ words, date }: FoundDue, language: TaskLanguage): string {
  const isExplicit =
    /[0-9０-９]\s*(?:月|[/／]\s*[0-9０-９])|[0-9]{4}-|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu.test(
      words,
    );
  if (date === undefined || isExplicit) return words;
  return language === "ja" ? `${words}（${japaneseDate(date)}）` : `${words} (${date})`;
}
