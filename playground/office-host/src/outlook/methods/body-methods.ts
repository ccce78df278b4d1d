import { textToFragment } from "../html";
import { selectedHtml, setSignature } from "../html/edit-body";
import { MailboxError, mailboxError } from "../mailbox-error";
import { doubledQuote, draftBody, mailBody } from "./body-of";
import { coercionOf, insertion } from "./coercion";
import { insertAtCursor, insertIntoSubject, movedBy } from "./cursor";
import { anyItem, done, draftOf, type RunMethod } from "./method";

/** Documented as 30,000; office.js of the npm package lets 120,000 pass. */
const longestSignature = 30_000;
const longestAppended = 5_000;

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
