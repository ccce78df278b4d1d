import { textToFragment } from "../html";
import { MailboxError, mailboxError } from "../mailbox-error";
import type { Draft } from "../store";
import { draftOf, text, type MethodCall, type MethodParameters } from "./method";

/** office.js's numbers for `Office.CoercionType`. */
const coercionType = { text: 0, html: 3 } as const;
/** office.js throws before it comes to that: "setAsync over 1,000,000 throws" (office-pitfalls 4.2). */
export const longestBody = 1_000_000;

export function coercionOf(parameters: MethodParameters): "text" | "html" {
  switch (parameters["coercionType"]) {
    case coercionType.text:
      return "text";
    case coercionType.html:
      return "html";
    default:
      throw new MailboxError(mailboxError.coercionTypeNotSupported);
  }
}

/** A draft, and what is to stand in its body: sanitised HTML, or text where the body is text. */
export interface Insertion {
  readonly draft: Draft;
  readonly content: string;
}

/**
 * @param longest characters of the data
 * @throws MailboxError 9002 for HTML into a body of plain text (documented as "InvalidFormatError"; the number is believed), 9031
 * for data that is too long
 */
export function insertion(call: MethodCall, longest = longestBody): Insertion {
  const draft = draftOf(call);
  const coercion = coercionOf(call.parameters);
  const data = text(call.parameters, "data");
  if (data.length > longest) throw new MailboxError(mailboxError.invalidParameterValue);
  if (draft.bodyType === "text") {
    if (coercion === "html") throw new MailboxError(mailboxError.internalFormatError);
    return { draft, content: data };
  }
  return { draft, content: coercion === "html" ? call.mailbox.html.fragment(data) : textToFragment(data) };
}
