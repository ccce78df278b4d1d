import { insertHtml } from "../html/edit-body";
import { MailboxError, mailboxError } from "../mailbox-error";
import type { Draft } from "../store";
import { coercionOf, insertion } from "./coercion";
import { done, draftOf, text, type MethodAnswer, type MethodCall } from "./method";

const longestSubject = 255;

/** The cursor stays with its text; at the very top it stays there. */
export function movedBy({ mailbox }: MethodCall, { bodyType, selection }: Draft, content: string): Draft["selection"] {
  const { field, start, end } = selection;
  if (field !== "body" || end === 0) return { field, start, end };
  const length = bodyType === "text" ? content.length : (mailbox.html.parse(content).body.textContent?.length ?? 0);
  return { field, start: start + length, end: end + length };
}

export function insertAtCursor(call: MethodCall, field: "body"): MethodAnswer {
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

export function insertIntoSubject(call: MethodCall): MethodAnswer {
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
