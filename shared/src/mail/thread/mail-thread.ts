import type { HiddenText } from "../../guards/injection/hidden-text";
import type { MailAddress } from "../read-mail";

/** A piece of an earlier mail, and what is written below it. */
export interface InlineAnswer {
  quoted: string;
  text: string;
}

/** One mail of a thread, as far as the body of the newest shows it. */
export interface ThreadMessage {
  /** An address or a name that is not told is "". */
  author: MailAddress | undefined;
  /**
   * ISO 8601 where the words could be read as a date: with the time where told, with the offset where told
   * (2026-11-02T09:30:00+09:00, 2026-11-02T09:30:00, 2026-11-02). Otherwise as it is written.
   */
  date: string | undefined;
  /** Its own words: without what it quotes, without its signature, without the marks of quoting. */
  text: string;
  /** "" where there is none. Footers of mailing lists and lines of mobile programs stand here too. */
  signature: string;
  /** Words that stand directly below a quoted piece; left out where there are none. They are part of `text` as well. */
  answers?: InlineAnswer[];
  /** What the header above it says of it. */
  subject?: string;
  /** It was passed on to the reader, not answered. */
  forwarded?: true;
}

/** The body of a mail, taken apart. */
export interface MailThread {
  /** Newest first: the mail itself, then what it quotes. Never empty. */
  messages: ThreadMessage[];
  /** Text of the newest message. */
  newest: string;
  /** All lines that belong to earlier mails, as they stand in the body: with headers and marks of quoting. */
  quoted: string;
  /** Signature of the newest message. */
  signature: string;
  /** What the body holds without showing it; it stands in none of the messages. */
  hidden: HiddenText[];
}

/** What the header of the mail says. */
export interface ThreadHead {
  from?: MailAddress | undefined;
  date?: string | undefined;
  subject?: string | undefined;
}
