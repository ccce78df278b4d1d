import { messageId } from "./item-id";
import type { Mail, NewMail } from "./mail";
import { withId } from "./mail-attachment";

/** A mail with what a new one leaves out, at its place in the mailbox. */
export function completeMail(mail: NewMail, place: Pick<Mail, "id" | "folder" | "conversationId">): Mail {
  return {
    from: undefined,
    replyTo: [],
    to: [],
    cc: [],
    bcc: [],
    inReplyTo: undefined,
    references: [],
    html: undefined,
    text: "",
    headers: "",
    isRead: false,
    categories: [],
    customProperties: "{}",
    shared: undefined,
    protection: undefined,
    sender: mail.from,
    messageId: messageId(),
    ...mail,
    kind: "mail",
    ...place,
    notifications: [],
    attachments: (mail.attachments ?? []).map((attachment) => withId(attachment)),
  };
}
