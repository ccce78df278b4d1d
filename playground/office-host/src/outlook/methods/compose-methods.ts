import { MailboxError, mailboxError } from "../mailbox-error";
import { done, draftOf, refused, text, type RunMethod } from "./method";

/** The draft itself: subject, saving, closing, how it came about. */
export const composeMethods: Readonly<Record<number, RunMethod>> = {
  17: (call) => {
    const subject = text(call.parameters, "subject").replace(/[\r\n]+/g, " ");
    call.mailbox.store.changeDraft(draftOf(call).id, { subject });
    return done;
  },
  18: (call) => ({ data: draftOf(call).subject }),
  32: (call) => ({ data: call.mailbox.store.saveDraft(draftOf(call).id).itemId }),
  41: (call) => {
    const draft = draftOf(call);
    if (draft.saved) call.mailbox.store.closeDraft(draft.id);
    else call.mailbox.emit("close-asked", { draftId: draft.id });
    return done;
  },
  164: (call) => {
    const { itemId } = draftOf(call);
    if (itemId === undefined) throw new MailboxError(mailboxError.itemNotSaved);
    return { data: itemId };
  },
  174: (call) => {
    const { composeType, bodyType } = draftOf(call);
    return { data: { composeType, coercionType: bodyType } };
  },
  175: (call) => ({ data: draftOf(call).clientSignature }),
  176: (call) => {
    call.mailbox.store.changeDraft(draftOf(call).id, { clientSignature: false });
    return done;
  },
  // A token would lead to servers that are not there, and a time of delivery to a sending that is not ours.
  12: refused("Mailbox.getCallbackTokenAsync"),
  166: refused("DelayDeliveryTime.getAsync"),
  167: refused("DelayDeliveryTime.setAsync"),
};
