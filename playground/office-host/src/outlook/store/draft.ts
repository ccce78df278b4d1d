import type { MailAttachment } from "./mail-attachment";
import type { MailNotification } from "./mail";
import type { MailPerson } from "./mail-person";

export type ComposeType = "newMail" | "reply" | "forward";

/** Where the person's cursor is: characters of the body's text (of the subject), `start` = `end` without a selection. */
export interface DraftSelection {
  readonly field: "body" | "subject" | "none";
  readonly start: number;
  readonly end: number;
  /**
   * The cursor among the elements that begin or end at `start`: indexes of children, from the body element on; the last one is the
   * offset in the node reached. Without it the cursor belongs to the text before it.
   */
  readonly place?: readonly number[];
}

/** A mail that is being written in a window of its own. Never changed in place: `MailStore` gives a new object for each change. */
export interface Draft {
  readonly kind: "draft";
  /** Names it in this emulator, from the moment it is opened. What the add-in sees is `itemId`. */
  readonly id: string;
  /** Id in the mailbox; undefined until the first saving. */
  readonly itemId: string | undefined;
  readonly composeType: ComposeType;
  /** The mail that is answered or forwarded. */
  readonly originalId: string | undefined;
  readonly conversationId: string | undefined;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  readonly subject: string;
  readonly to: readonly MailPerson[];
  readonly cc: readonly MailPerson[];
  readonly bcc: readonly MailPerson[];
  readonly bodyType: "html" | "text";
  /** What stands in the editor: for "html" the inside of the body element, sanitised. */
  readonly body: string;
  readonly selection: DraftSelection;
  readonly attachments: readonly MailAttachment[];
  readonly internetHeaders: Readonly<Record<string, string>>;
  readonly sessionData: Readonly<Record<string, string>>;
  /** Added below the body when the person sends. */
  readonly appendOnSend: string;
  /** Outlook's own signature is inserted (the add-in can switch it off). */
  readonly clientSignature: boolean;
  readonly categories: readonly string[];
  readonly customProperties: string;
  readonly notifications: readonly MailNotification[];
  /** Its window is open. */
  readonly open: boolean;
  /** Nothing was changed since it was saved the last time. */
  readonly saved: boolean;
}

export type NewDraft = Partial<
  Omit<Draft, "kind" | "id" | "itemId" | "open" | "saved" | "notifications" | "customProperties" | "sessionData">
>;

/** What a draft's fields can be set to. */
export type DraftChange = Partial<Omit<Draft, "kind" | "id" | "itemId" | "open" | "saved">>;
