import type { Finding, TaskLanguage } from "../../vocabulary";
import { notSet } from "../minutes/parse-action";
import { addresseeOf } from "../requests/addressee";
import { findRequests, type FoundRequest } from "../requests/find-requests";
import { answeredBy } from "./answered-by";
import { askedOf } from "./asked-of";
import { mostLike } from "./likeness";
import { agrees, dueOf, dueText } from "./request-due";
import type { DraftRequest } from "./thread-draft";
import { mailSentences, type ThreadMail } from "./thread-messages";
import type { ThreadRequest } from "./thread-request";

export interface RequestContext {
  mails: readonly ThreadMail[];
  me: readonly string[];
  language: TaskLanguage;
}

/** A request says what it is about: 「名簿を提出ください」, 「要否を…」, an English sentence. */
const namesThing = /[をはがも]|について|に関|の件|[A-Za-z]{3}|か[。\s]*$/u;
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
  const sentences = mailSentences(mail);
  const at = sentences.findIndex(({ text }) => text === (found?.sentence ?? found?.text));
  const whom = askedOf(mail, mails, me, {
    place: sentences[at]?.start ?? mail.text.length,
    addressee: addresseeIn(line.text, found, asked),
    hint: line.of,
  });
  const words = found?.text ?? line.text;
  const answer = answeredBy(
    // 「申請書が必要です。６日までに御提出ください。」: what is to be handed in stands before it.
    at > 0 && !namesThing.test(words) ? thingIn(sentences[at - 1]!.text) + words : words,
    mail,
    whom,
    mails,
    asked.flatMap(({ text }) => (text === words ? [] : [text])),
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

/** 「申請書を」 of 「利用には申請書が必要です」, 「様式を」 of 「様式をお送りします」; "" where it names none. */
function thingIn(sentence: string): string {
  const thing =
    /([^、。はがをにの\s]{2,16})(?:の(?:提出|登録|回答|返送))?(?:が必要|を(?:添付|送付|お送り|配布|作成|用意|同封|別添|要し))/u.exec(
      sentence,
    )?.[1];
  return thing === undefined ? "" : `${thing}を`;
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
