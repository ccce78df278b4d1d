export interface MailPerson {
  readonly name: string;
  readonly address: string;
}

/** A received message, as the mailbox shows it. */
export interface MailItem {
  /** Id in the mailbox: what `Office.context.mailbox.item.itemId` is. */
  readonly id: string;
  readonly subject: string;
  readonly from: MailPerson;
  readonly to?: readonly MailPerson[];
  readonly cc?: readonly MailPerson[];
  readonly received: Date;
  readonly conversationId?: string;
  /** The body as plain text: what the host answers for the coercion type "text". */
  readonly text: string;
  /** The body as HTML; a message without one answers its text for both. */
  readonly html?: string;
  /** Internet headers as they came, one a line; continuation lines begin with white space. */
  readonly headers?: string;
}

/** Prefixes that mail clients put before a subject, Japanese ones with their full-width colon too. */
const subjectPrefix = /^(?:(?:re|fw|fwd|返信|転送)\s*[:：]\s*)+/i;

/** Subject without the prefixes of answering and forwarding. */
export function normalizedSubject(subject: string): string {
  return subject.replace(subjectPrefix, "");
}
