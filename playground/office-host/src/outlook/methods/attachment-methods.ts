import { wireAttachment } from "../initial-data";
import { MailboxError, mailboxError } from "../mailbox-error";
import { attachedItem, attachedUrl } from "../attached-files";
import { decodeBase64, encodeBase64 } from "../base64";
import { withId, type Draft, type NewAttachment } from "../store";
import { anyItem, done, draftOf, text, type MethodAnswer, type MethodCall, type RunMethod } from "./method";

const mostAttachments = 499;
/** Bytes of one file: Outlook's limit for a mail as a whole is not kept by the emulator. */
const largestAttachment = 25 * 1024 * 1024;

export const attachmentMethods: Readonly<Record<number, RunMethod>> = {
  16: async (call) => {
    const draft = draftOf(call);
    const { parameters, mailbox } = call;
    return add(
      call,
      draft,
      await attachedUrl(mailbox, text(parameters, "name"), text(parameters, "uri"), isInline(call)),
    );
  },
  19: (call) => {
    const { parameters, mailbox } = call;
    return add(call, draftOf(call), attachedItem(mailbox, text(parameters, "name"), text(parameters, "itemId")));
  },
  20: (call) => {
    const draft = draftOf(call);
    const wanted = text(call.parameters, "attachmentIndex");
    const attachments = draft.attachments.filter(({ id }) => id !== wanted);
    if (attachments.length === draft.attachments.length)
      throw new MailboxError(mailboxError.attachmentToDeleteDoesNotExist);
    call.mailbox.store.changeDraft(draft.id, { attachments });
    return done;
  },
  148: (call) => {
    const name = text(call.parameters, "name");
    const bytes = decodeBase64(text(call.parameters, "base64String"));
    if (bytes === undefined) throw new MailboxError(mailboxError.attachmentUploadGeneralFailure);
    const contentType = "application/octet-stream";
    const inline = isInline(call);
    return add(call, draftOf(call), {
      name,
      contentType,
      kind: "file",
      isInline: inline,
      bytes,
      ...(inline && { contentId: name }),
    });
  },
  149: (call) => ({ data: draftOf(call).attachments.map(wireAttachment) }),
  150: (call) => {
    const wanted = text(call.parameters, "id");
    const item = anyItem(call);
    const found = item.attachments.find(({ id }) => id === wanted);
    if (found === undefined) throw new MailboxError(mailboxError.invalidAttachmentId);
    if (item.kind === "mail" && item.protection !== undefined)
      throw new MailboxError(mailboxError.genericResponseError);
    // A mail in the mail comes as the text of its file.
    const eml = found.kind === "item";
    const content = eml ? new TextDecoder().decode(found.bytes) : encodeBase64(found.bytes);
    return { data: { content, format: eml ? "eml" : "base64" } };
  },
};

function isInline({ parameters }: MethodCall): boolean {
  return parameters["isInline"] === true;
}

function add({ mailbox }: MethodCall, { id }: Draft, attachment: NewAttachment): MethodAnswer {
  // Getting the file took time: the draft may have got others, or be gone.
  const draft = mailbox.store.draft(id);
  if (draft?.open !== true) throw new MailboxError(mailboxError.itemNotFound);
  if (draft.attachments.length >= mostAttachments) throw new MailboxError(mailboxError.numberOfAttachmentsExceeded);
  if (attachment.bytes.length > largestAttachment) throw new MailboxError(mailboxError.attachmentSizeExceeded);
  const added = withId(attachment);
  mailbox.store.changeDraft(id, { attachments: [...draft.attachments, added] });
  return { data: added.id };
}
