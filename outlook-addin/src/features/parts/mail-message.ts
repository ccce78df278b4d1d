import { readThread, type InlineAnswer, type MailThread, type ThreadMessage } from "@genai-office/shared/mail/thread";
import type { MailPerson, MailReading } from "../../mailbox";
import { nameOf } from "./name-of";

/** One mail of a thread, ready to be shown and sent. */
export interface MailMessage {
  /** "message-1" is the oldest. */
  id: string;
  /** Who wrote it, as a person reads it; empty where nobody knows. */
  author: string;
  from: MailPerson | undefined;
  /** YYYY-MM-DD, in the time of the mailbox; empty where nobody knows. */
  day: string;
  /** With the time, where it is known: 「2026-11-02 09:30」; as it is written where nobody could read it. */
  moment: string;
  subject: string | undefined;
  text: string;
  /** What it answers right below the words it quotes; left out where it answers nothing so. */
  answers?: InlineAnswer[];
  signature: string;
  quotes: boolean;
}

/**
 * The mails that a message shows, oldest first: itself and what it quotes. Of a draft only what it quotes: the person's own words
 * are no mail yet.
 */
export function messagesOf(reading: MailReading): MailMessage[] {
  const head = {
    from: reading.from,
    ...(reading.date === undefined ? {} : { date: reading.date.toISOString() }),
    subject: reading.subject,
  };
  return arranged(readThread(reading.body, head), reading);
}

function arranged({ messages }: MailThread, { kind, date, from, zoneOffset }: MailReading): MailMessage[] {
  const mails = kind === "draft" ? messages.slice(1) : messages;
  const count = mails.length;
  return mails
    .map((mail, index): MailMessage => {
      const isNewest = kind === "received" && index === 0;
      const author = isNewest ? (from ?? mail.author) : mail.author;
      const when =
        isNewest && date !== undefined ? momentOf(date.toISOString(), zoneOffset) : momentOf(mail.date, zoneOffset);
      return {
        id: `message-${count - index}`,
        author: nameOf(author),
        from: author,
        ...when,
        subject: mail.subject,
        text: mail.text,
        ...(mail.answers === undefined ? {} : { answers: mail.answers }),
        signature: mail.signature,
        quotes: !isNewest,
      };
    })
    .filter(hasWords)
    .reverse();
}

function hasWords({ text, signature }: Pick<ThreadMessage, "text" | "signature">): boolean {
  return text.trim() !== "" || signature.trim() !== "";
}

function momentOf(written: string | undefined, zoneOffset: number): Pick<MailMessage, "day" | "moment"> {
  if (written === undefined) return { day: "", moment: "" };
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(written);
  if (iso === null) return { day: "", moment: written };
  const [, day = "", time, offset] = iso;
  if (time === undefined) return { day, moment: day };
  if (offset === undefined) return { day, moment: `${day} ${time}` };
  const at = new Date(written).getTime();
  if (Number.isNaN(at)) return { day: "", moment: written };
  const local = new Date(at + zoneOffset * 60_000).toISOString();
  const shown = local.slice(0, 10);
  return { day: shown, moment: `${shown} ${local.slice(11, 16)}` };
}
