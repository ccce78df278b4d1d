import type { Draft, NewDraft } from "./draft";

/** A draft in an open window, with what a new one leaves out. */
export function completeDraft(draft: NewDraft): Draft {
  return {
    composeType: "newMail",
    originalId: undefined,
    conversationId: undefined,
    inReplyTo: undefined,
    references: [],
    subject: "",
    to: [],
    cc: [],
    bcc: [],
    bodyType: "html",
    body: "",
    selection: { field: "body", start: 0, end: 0 },
    attachments: [],
    internetHeaders: {},
    appendOnSend: "",
    clientSignature: false,
    categories: [],
    ...draft,
    kind: "draft",
    id: `draft-${crypto.randomUUID()}`,
    itemId: undefined,
    sessionData: {},
    customProperties: "{}",
    notifications: [],
    open: true,
    saved: false,
  };
}
