import { textToFragment, textToPage, type HtmlTools } from "../html";
import { MailboxError, mailboxError } from "../mailbox-error";
import { quotedMail } from "../reply";
import type { Draft, Mail } from "../store";
import type { MethodCall } from "./method";

export function mailBody({ mailbox }: MethodCall, mail: Mail, coercion: "text" | "html"): string {
  if (mail.protection !== undefined) throw new MailboxError(mailboxError.genericResponseError);
  const known = converted.get(mail) ?? {};
  const body = known[coercion] ?? convert(mail, coercion, mailbox.html);
  converted.set(mail, { ...known, [coercion]: body });
  return body;
}

/** A mail's body as it was answered before: long ones take a while, and add-ins ask again and again. */
const converted = new WeakMap<Mail, Partial<Record<"text" | "html", string>>>();

function convert(mail: Mail, coercion: "text" | "html", html: HtmlTools): string {
  if (mail.html !== undefined) return coercion === "html" ? html.page(mail.html) : html.toText(mail.html);
  const lines = mail.text.replace(/\r\n?|\n/g, "\r\n");
  return coercion === "text" ? lines : textToPage(lines);
}

export function draftBody({ mailbox }: MethodCall, draft: Draft, coercion: "text" | "html"): string {
  if (mailbox.faults.replyBodyEmpty === true && draft.composeType === "reply") return "";
  if (draft.bodyType === coercion) return draft.body;
  return coercion === "text" ? mailbox.html.toText(draft.body) : textToFragment(draft.body);
}

/** The thread that Outlook puts below an answer whose body was replaced, where the faults say so. */
export function doubledQuote({ mailbox }: MethodCall, draft: Draft): string {
  const original = draft.originalId === undefined ? undefined : mailbox.store.mail(draft.originalId);
  if (mailbox.faults.quoteDoubled !== true || original === undefined) return "";
  const { html, language, owner } = mailbox;
  const quote = quotedMail(original, { html, language, timeZoneOffset: owner.timeZoneOffset });
  return draft.bodyType === "html" ? quote : html.toText(quote);
}
