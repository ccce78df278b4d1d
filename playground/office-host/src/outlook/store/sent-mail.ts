import type { Draft } from "./draft";
import { messageId } from "./item-id";
import type { NewMail } from "./mail";
import type { MailPerson } from "./mail-person";

/** What a draft becomes when the person sends it. */
export function sentMail(draft: Draft, owner: MailPerson, sent: Date): NewMail {
  const id = messageId();
  const html = draft.bodyType === "html" ? draft.body + draft.appendOnSend : undefined;
  const text = draft.bodyType === "text" ? draft.body + draft.appendOnSend : "";
  return {
    subject: draft.subject,
    received: sent,
    from: owner,
    to: draft.to,
    cc: draft.cc,
    bcc: draft.bcc,
    messageId: id,
    inReplyTo: draft.inReplyTo,
    references: draft.references,
    html,
    text,
    headers: [
      `Message-ID: ${id}`,
      ...(draft.inReplyTo === undefined ? [] : [`In-Reply-To: ${draft.inReplyTo}`]),
      ...Object.entries(draft.internetHeaders).map(([name, value]) => `${name}: ${value}`),
    ].join("\r\n"),
    attachments: draft.attachments,
    categories: draft.categories,
    customProperties: draft.customProperties,
    isRead: true,
    ...(draft.itemId !== undefined && { id: draft.itemId }),
  };
}
