import { findInstructions } from "../../guards";
import { foldWidth, nameOfLabel } from "../../language";
import type { Block } from "../../vocabulary";
import { isPerson } from "../requests/person-names";
import { cutMail, type CutSentence } from "../requests/cut-mail";
import { ownWords } from "../requests/own-words";
import { writerOfQuoted } from "./quoted-writer";
import { labelDate, labelWriter } from "./label-date";
import type { MessageHead, ThreadSummaryRequest } from "./thread-request";

/** One mail of a thread as the checks look at it. */
export interface ThreadMail {
  id: string;
  /** Place in the thread, oldest first. */
  place: number;
  /** As it goes to the model. */
  block: Block;
  /** Its own words. */
  text: string;
  /** Its own words without sentences that address an AI: nothing can rest on those. */
  evidence: string;
  /** Who wrote it; empty where nobody knows. */
  writer: string;
  /** YYYY-MM-DD; empty where nobody knows. */
  date: string;
  /** The reader wrote it. */
  isMine: boolean;
  /** The later mail that answers words of it right below them, where nothing else tells who wrote it: it was put to that one's writer. */
  quotedBy?: Pick<ThreadMail, "writer" | "isMine">;
  head: MessageHead;
}

/** The mails of a request that have words, oldest first. */
export function threadMails(request: Pick<ThreadSummaryRequest, "blocks" | "heads" | "me" | "date">): ThreadMail[] {
  const me = personal(request.me);
  const mails = request.blocks
    .map((block) => ({ block, text: ownWords(block.text) }))
    .filter(({ text }) => text !== "")
    .map(({ block, text }, place): ThreadMail => {
      const head = request.heads?.[block.id] ?? {};
      const told = head.from ?? block.label ?? "";
      const writer = labelWriter(block.label) || nameOfLabel(head.from) || (addressIn(told) ?? "");
      return {
        id: block.id,
        place,
        block: { ...block, text },
        text,
        evidence: withoutInstructions(text),
        writer,
        date: head.date ?? labelDate(block.label, request.date),
        isMine: isPerson(told, me) || (told !== writer && addressIn(told) === undefined && isPerson(writer, me)),
        head,
      };
    });
  return mails.map((mail) => (isUnknown(mail) ? { ...mail, ...writerOfQuoted(mail, mails, me) } : mail));
}

function isUnknown({ head, writer }: ThreadMail): boolean {
  return head.from === "" || (head.from === undefined && writer === "");
}

/** A sentence of a mail, in its own words, and where it stands. */
export type MailSentence = Pick<CutSentence, "text" | "start">;

/** Sentences of a mail's own words without list marks and line breaks; what it quotes and what addresses an AI is none. */
export function mailSentences(mail: Pick<ThreadMail, "evidence">): readonly MailSentence[] {
  const known = cut.get(mail);
  if (known !== undefined) return known;
  const sentences = cutSentences(mail);
  cut.set(mail, sentences);
  return sentences;
}

/** Every request of a thread looks through the mails behind it. */
const cut = new WeakMap<object, readonly MailSentence[]>();

function cutSentences(mail: Pick<ThreadMail, "evidence">): MailSentence[] {
  const text = mail.evidence.replace(/^[ \t]*[>＞].*$/gmu, (line) => " ".repeat(line.length));
  return cutMail(text);
}

/** A text with its sentences to an AI as spaces, so that places stay what they are. */
export function withoutInstructions(text: string): string {
  let clean = text;
  for (const { start, end } of findInstructions(text)) {
    clean = clean.slice(0, start) + clean.slice(start, end).replace(/[^\r\n]/g, " ") + clean.slice(end);
  }
  return clean;
}

const office = /(?:課|室|係|局|部|省|庁|班|署|所|センター|事務局)$/u;

/** Names that mean the reader alone: others of the same office write as well. All of them where none does. */
function personal(me: readonly string[]): readonly string[] {
  const people = me.filter((name) => !office.test(name.trim()));
  return people.length === 0 ? me : people;
}

function addressIn(text: string): string | undefined {
  return /[\w.+-]+@[\w.-]+/.exec(foldWidth(text))?.[0];
}
