import {
  replySubject,
  samePerson,
  withId,
  type Mail,
  type MailPerson,
  type NewAttachment,
  type NewDraft,
} from "../store";
import { quotedMail, type QuoteOptions } from "./quoted-mail";

export interface ReplyOptions extends QuoteOptions {
  readonly owner: MailPerson;
  readonly all: boolean;
  /** What the add-in, or the person, puts above the quoted thread; not yet sanitised. */
  readonly htmlBody: string;
  readonly attachments?: readonly NewAttachment[];
  /** Answers a mail in plain text in plain text. Default: every answer is HTML. */
  readonly plainReplies?: boolean;
}

/**
 * An answer as Outlook opens it: recipients, "RE:", the text above the quoted thread with the pictures it shows, the cursor at
 * the top.
 */
export function replyDraft(mail: Mail, options: ReplyOptions): NewDraft {
  const isPlain = options.plainReplies === true && mail.html === undefined;
  const text = options.htmlBody === "" ? "<div><br></div>" : options.html.fragment(options.htmlBody);
  const body = `${text}\n${quotedMail(mail, options)}`;
  const shown = isPlain || mail.protection !== undefined ? [] : mail.attachments.filter(({ isInline }) => isInline);
  return {
    ...recipients(mail, options),
    composeType: "reply",
    originalId: mail.id,
    conversationId: mail.conversationId,
    inReplyTo: mail.messageId,
    references: [...mail.references, mail.messageId],
    subject: replySubject(mail.subject),
    bodyType: isPlain ? "text" : "html",
    body: isPlain ? options.html.toText(body) : body,
    attachments: [...shown, ...(options.attachments ?? [])].map(withId),
  };
}

function recipients(mail: Mail, { all, owner }: ReplyOptions): Pick<NewDraft, "to" | "cc"> {
  const mine = mail.from !== undefined && samePerson(mail.from, owner);
  // Who answers a mail of their own goes on writing to the same people.
  const first = mine ? mail.to : mail.replyTo.length > 0 ? mail.replyTo : mail.from === undefined ? [] : [mail.from];
  if (!all) return { to: first, cc: [] };
  const to = unique([...first, ...(mine ? [] : mail.to)], [owner]);
  return { to, cc: unique(mail.cc, [owner, ...to]) };
}

/** Each once, in order, and none of the others. */
function unique(people: readonly MailPerson[], others: readonly MailPerson[]): MailPerson[] {
  const kept: MailPerson[] = [];
  for (const person of people) {
    if (![...others, ...kept].some((other) => samePerson(person, other))) kept.push(person);
  }
  return kept;
}
