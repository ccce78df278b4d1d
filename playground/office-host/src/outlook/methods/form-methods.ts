import { attachedAll } from "../attached-files";
import { MailboxError, mailboxError } from "../mailbox-error";
import { replyDraft } from "../reply";
import { comparableId, withId, type Mail, type MailPerson } from "../store";
import { done, mailOf, text, type MethodAnswer, type MethodCall, type RunMethod } from "./method";

/** UTF-16 length of the HTML that a form takes; office.js throws before it comes to that. */
const longestHtml = 32 * 1024;

/** Forms: answers, new mails, mails in a window. Nothing is ever sent. */
export const formMethods: Readonly<Record<number, RunMethod>> = {
  10: (call) => reply(call, false),
  30: (call) => reply(call, false),
  11: (call) => reply(call, true),
  31: (call) => reply(call, true),
  181: (call) => replyAsync(call, false),
  183: (call) => replyAsync(call, false),
  182: (call) => replyAsync(call, true),
  184: (call) => replyAsync(call, true),
  44: newMessage,
  178: newMessage,
  8: showMessage,
  179: showMessage,
};

function replyAsync(call: MethodCall, all: boolean): Promise<MethodAnswer> {
  if (call.mailbox.faults.replyFormFails === true) throw new MailboxError(mailboxError.genericResponseError);
  return reply(call, all);
}

async function reply(call: MethodCall, all: boolean): Promise<MethodAnswer> {
  const { mailbox, parameters } = call;
  const mail: Mail = mailOf(call);
  const htmlBody = html(parameters["htmlBody"]);
  const dropped = all && mailbox.faults.replyAllDropsAttachments === true;
  const attachments = dropped ? [] : await attachedAll(mailbox, parameters["attachments"]);
  const { owner, language } = mailbox;
  const draft = mailbox.store.openDraft(
    replyDraft(mail, {
      owner,
      all,
      htmlBody,
      attachments,
      language,
      timeZoneOffset: owner.timeZoneOffset,
      html: mailbox.html,
      plainReplies: mailbox.faults.plainReplies === true,
    }),
  );
  mailbox.emit("draft-opened", { draftId: draft.id });
  call.answerOpened();
  return done;
}

async function newMessage({ mailbox, parameters }: MethodCall): Promise<MethodAnswer> {
  const attachments = (await attachedAll(mailbox, parameters["attachments"])).map(withId);
  const draft = mailbox.store.openDraft({
    to: people(parameters["toRecipients"]),
    cc: people(parameters["ccRecipients"]),
    bcc: people(parameters["bccRecipients"]),
    subject: typeof parameters["subject"] === "string" ? parameters["subject"] : "",
    body: mailbox.html.fragment(html(parameters["htmlBody"])),
    attachments,
  });
  mailbox.emit("draft-opened", { draftId: draft.id });
  return done;
}

function showMessage({ mailbox, parameters }: MethodCall): MethodAnswer {
  const wanted = text(parameters, "itemId");
  const item = mailbox.store.item(wanted);
  // A draft that was never saved has no id that an add-in could know.
  const known =
    item?.kind === "mail" || (item?.itemId !== undefined && comparableId(item.itemId) === comparableId(wanted));
  if (item === undefined || !known) throw new MailboxError(mailboxError.itemNotFound);
  // Outlook shows nothing of a longer one, and says nothing either: "by design" (office-pitfalls 4.2, #4696).
  const length = item.kind === "mail" ? (item.html ?? item.text).length : item.body.length;
  if (length <= longestHtml) mailbox.emit("message-opened", { itemId: item.id });
  return done;
}

function html(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string" || value.length > longestHtml)
    throw new MailboxError(mailboxError.invalidParameterValue);
  return value;
}

/** Addresses: a form's recipients come without names. */
function people(value: unknown): MailPerson[] {
  return Array.isArray(value) ? value.map((address) => ({ name: String(address), address: String(address) })) : [];
}
