import type { MailAttachment, NewAttachment } from "./mail-attachment";
import type { MailPerson } from "./mail-person";

export type MailFolder = "received" | "sent";

/** A mail that was received or sent. Never changed in place: `MailStore` gives a new object for each change. */
export interface Mail {
  readonly kind: "mail";
  /** Id in the mailbox: what `Office.context.mailbox.item.itemId` is. */
  readonly id: string;
  readonly folder: MailFolder;
  readonly conversationId: string;
  readonly subject: string;
  /** From whom it is; undefined where the header names nobody. */
  readonly from: MailPerson | undefined;
  /** Who sent it on behalf of `from`; the same where the header names no other. */
  readonly sender: MailPerson | undefined;
  readonly replyTo: readonly MailPerson[];
  readonly to: readonly MailPerson[];
  readonly cc: readonly MailPerson[];
  readonly bcc: readonly MailPerson[];
  readonly received: Date;
  /** Message-ID with its angle brackets. */
  readonly messageId: string;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  /** The body as HTML; undefined for a mail in plain text. */
  readonly html: string | undefined;
  /** The body as plain text, for a mail without HTML. Outlook looks at no plain alternative beside HTML. */
  readonly text: string;
  /** Internet headers as they came, one a line; continuation lines begin with white space. */
  readonly headers: string;
  readonly attachments: readonly MailAttachment[];
  readonly isRead: boolean;
  readonly categories: readonly string[];
  /** Of the add-in, as JSON. */
  readonly customProperties: string;
  readonly notifications: readonly MailNotification[];
  /** A mail of another person's mailbox. */
  readonly shared: SharedMailbox | undefined;
  /**
   * Encrypted or rights-managed without programmatic access: "no-body" answers its head and refuses its body; "no-add-in" is
   * no item at all for an add-in (office-pitfalls 4.5, O2).
   */
  readonly protection: "no-body" | "no-add-in" | undefined;
}

/** What a mail is made of; everything but subject and date has a default. Its conversation is found by the store. */
export interface NewMail extends Partial<
  Omit<Mail, "kind" | "folder" | "attachments" | "notifications" | "subject" | "received">
> {
  readonly subject: string;
  readonly received: Date;
  readonly attachments?: readonly NewAttachment[];
}

export interface MailNotification {
  readonly key: string;
  readonly type: "informationalMessage" | "progressIndicator" | "errorMessage" | "insightMessage";
  readonly message: string;
  readonly icon?: string;
  readonly persistent?: boolean;
}

export interface SharedMailbox {
  readonly owner: string;
  /** Bits of `Office.MailboxEnums.DelegatePermissions`. */
  readonly delegatePermissions: number;
}
