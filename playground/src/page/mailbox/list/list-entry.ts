import type { Draft, HtmlTools, Mail, MailPerson } from "@genai-office/office-host/outlook";
import { texts } from "../texts";

/** What a line of the list shows. */
export interface ListEntry {
  readonly id: string;
  readonly people: string;
  readonly subject: string;
  readonly preview: string;
  readonly date: Date | undefined;
  readonly isUnread: boolean;
  readonly hasFiles: boolean;
}

const previewLength = 90;

/** Previews of mails already read: converting a long one at every change would be felt. */
const previews = new WeakMap<object, string>();

export function mailEntry(mail: Mail, html: HtmlTools): ListEntry {
  const people =
    mail.folder === "sent" ? names(mail.to) || texts.noRecipients : names(mail.from ? [mail.from] : []) || texts.nobody;
  return {
    id: mail.id,
    people,
    subject: mail.subject || texts.noSubject,
    preview: previewOf(mail, () => (mail.text.trim() === "" ? html.toText(mail.html ?? "") : mail.text)),
    date: mail.received,
    isUnread: !mail.isRead,
    hasFiles: mail.attachments.some(({ isInline }) => !isInline),
  };
}

export function draftEntry(draft: Draft, html: HtmlTools): ListEntry {
  return {
    id: draft.id,
    people: names([...draft.to, ...draft.cc]) || texts.noRecipients,
    subject: draft.subject || texts.noSubject,
    preview: previewOf(draft, () => (draft.bodyType === "text" ? draft.body : html.toText(draft.body))),
    date: undefined,
    isUnread: false,
    hasFiles: draft.attachments.some(({ isInline }) => !isInline),
  };
}

export function names(people: readonly MailPerson[]): string {
  return people.map(({ name, address }) => name || address).join("、");
}

function previewOf(item: Mail | Draft, text: () => string): string {
  const known = previews.get(item);
  if (known !== undefined) return known;
  const preview = text().slice(0, 2000).replace(/\s+/g, " ").trim().slice(0, previewLength);
  previews.set(item, preview);
  return preview;
}
