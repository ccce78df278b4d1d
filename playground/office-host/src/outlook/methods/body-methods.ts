import { insertHtml, selectedHtml, setSignature } from "../html/edit-body";
import { textToFragment, textToPage, type HtmlTools } from "../html";
import { MailboxError, mailboxError } from "../mailbox-error";
import { quotedMail } from "../reply";
import type { Draft, Mail } from "../store";
import { coercionOf, insertion } from "./coercion";
import { anyItem, done, draftOf, text, type MethodAnswer, type MethodCall, type RunMethod } from "./method";

/** Documented as 30,000; office.js of the npm package lets 120,000 pass. */
const longestSignature = 30_000;
const longestAppended = 5_000;
const longestSubject = 255;

export const bodyMethods: Readonly<Record<number, RunMethod>> = {
  37: (call) => {
    const item = anyItem(call);
    const coercion = coercionOf(call.parameters);
    return { data: item.kind === "mail" ? mailBody(call, item, coercion) : draftBody(call, item, coercion) };
  },
  14: (call) => ({ data: draftOf(call).bodyType }),
  38: (call) => {
    const { draft, content } = insertion(call);
    const body = content + doubledQuote(call, draft);
    call.mailbox.store.changeDraft(draft.id, { body, selection: { field: "body", start: 0, end: 0 } });
    return done;
  },
  23: (call) => {
    const { draft, content } = insertion(call);
    call.mailbox.store.changeDraft(draft.id, { body: content + draft.body, selection: movedBy(call, draft, content) });
    return done;
  },
  13: (call) => insertAtCursor(call, "body"),
  29: (call) => {
    const { field } = draftOf(call).selection;
    if (field === "none") throw new MailboxError(mailboxError.invalidSelection);
    return field === "subject" ? insertIntoSubject(call) : insertAtCursor(call, "body");
  },
  28: (call) => {
    const { selection, subject, body, bodyType } = draftOf(call);
    if (selection.field === "none") throw new MailboxError(mailboxError.invalidSelection);
    const { html } = call.mailbox;
    const coercion = coercionOf(call.parameters);
    if (selection.field === "subject")
      return { data: { data: subject.slice(selection.start, selection.end), sourceProperty: "subject" } };
    if (bodyType === "text") {
      const plain = body.slice(selection.start, selection.end);
      return { data: { data: coercion === "text" ? plain : textToFragment(plain), sourceProperty: "body" } };
    }
    const selected = selectedHtml(body, selection, html.parse);
    const data = coercion === "html" ? selected : html.toText(selected).replace(/\r\n$/, "");
    return { data: { data, sourceProperty: "body" } };
  },
  100: (call) => {
    // No text takes back what was set before.
    const given = typeof call.parameters["appendTxt"] === "string" ? call.parameters["appendTxt"] : "";
    const appended = { ...call, parameters: { ...call.parameters, data: given } };
    const { draft, content } = insertion(appended, longestAppended);
    call.mailbox.store.changeDraft(draft.id, { appendOnSend: content });
    return done;
  },
  173: (call) => {
    const { draft, content } = insertion(call, longestSignature);
    const body =
      draft.bodyType === "html"
        ? setSignature(draft.body, content, call.mailbox.html.parse)
        : `${draft.body}\r\n${content}`;
    call.mailbox.store.changeDraft(draft.id, { body, clientSignature: false });
    return done;
  },
};

function mailBody({ mailbox }: MethodCall, mail: Mail, coercion: "text" | "html"): string {
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

function draftBody({ mailbox }: MethodCall, draft: Draft, coercion: "text" | "html"): string {
  if (mailbox.faults.replyBodyEmpty === true && draft.composeType === "reply") return "";
  if (draft.bodyType === coercion) return draft.body;
  return coercion === "text" ? mailbox.html.toText(draft.body) : textToFragment(draft.body);
}

/** The thread that Outlook puts below an answer whose body was replaced, where the faults say so. */
function doubledQuote({ mailbox }: MethodCall, draft: Draft): string {
  const original = draft.originalId === undefined ? undefined : mailbox.store.mail(draft.originalId);
  if (mailbox.faults.quoteDoubled !== true || original === undefined) return "";
  const { html, language, owner } = mailbox;
  const quote = quotedMail(original, { html, language, timeZoneOffset: owner.timeZoneOffset });
  return draft.bodyType === "html" ? quote : html.toText(quote);
}

/** The cursor stays with its text; at the very top it stays there. */
function movedBy({ mailbox }: MethodCall, { bodyType, selection }: Draft, content: string): Draft["selection"] {
  const { field, start, end } = selection;
  if (field !== "body" || end === 0) return { field, start, end };
  const length = bodyType === "text" ? content.length : (mailbox.html.parse(content).body.textContent?.length ?? 0);
  return { field, start: start + length, end: end + length };
}

function insertAtCursor(call: MethodCall, field: "body"): MethodAnswer {
  const { draft, content } = insertion(call);
  // With the cursor in another field, body.setSelectedDataAsync inserts at the top.
  const span = draft.selection.field === field ? draft.selection : { start: 0, end: 0 };
  if (draft.bodyType === "text") {
    const body = draft.body.slice(0, span.start) + content + draft.body.slice(span.end);
    const cursor = span.start + content.length;
    call.mailbox.store.changeDraft(draft.id, { body, selection: { field, start: cursor, end: cursor } });
    return done;
  }
  const inserted = insertHtml(draft.body, span, content, call.mailbox.html.parse);
  const selection = { field, ...inserted.selection };
  call.mailbox.store.changeDraft(draft.id, { body: inserted.body, selection });
  return done;
}

function insertIntoSubject(call: MethodCall): MethodAnswer {
  const draft = draftOf(call);
  const { start, end } = draft.selection;
  const data = text(call.parameters, "data");
  // A subject is a line of text, whatever it is given as.
  const plain = coercionOf(call.parameters) === "html" ? call.mailbox.html.toText(data) : data;
  const line = plain.replace(/[\r\n]+/g, " ").trim();
  const subject = draft.subject.slice(0, start) + line + draft.subject.slice(end);
  if (subject.length > longestSubject) throw new MailboxError(mailboxError.invalidParameterValue);
  const cursor = start + line.length;
  call.mailbox.store.changeDraft(draft.id, { subject, selection: { field: "subject", start: cursor, end: cursor } });
  return done;
}
