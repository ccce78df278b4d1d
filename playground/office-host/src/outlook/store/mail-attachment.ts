import { attachmentId } from "./item-id";

/** A part of a mail beside its body. */
export interface MailAttachment {
  /** Id within the mailbox. */
  readonly id: string;
  readonly name: string;
  /** Media type: "application/pdf"; "message/rfc822" for a mail in the mail. */
  readonly contentType: string;
  readonly kind: "file" | "item";
  readonly isInline: boolean;
  /** Name by which the body refers to it (`cid:`), without angle brackets. */
  readonly contentId?: string;
  readonly bytes: Uint8Array;
}

export type NewAttachment = Omit<MailAttachment, "id">;

/** An attachment with an id of its own. */
export function withId(attachment: NewAttachment): MailAttachment {
  return { ...attachment, id: attachmentId() };
}
