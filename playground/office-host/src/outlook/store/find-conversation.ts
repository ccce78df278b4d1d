import { conversationId } from "./item-id";
import type { Mail, NewMail } from "./mail";
import { normalizedSubject } from "./subject";

/**
 * The conversation to which a mail belongs: that of a mail it refers to (In-Reply-To, References), or that refers to it;
 * without any reference that of the newest mail with the same subject, prefixes apart. A new one when there is none.
 */
export function findConversation(mail: NewMail, newestFirst: readonly Mail[]): string {
  const referred = [...(mail.inReplyTo === undefined ? [] : [mail.inReplyTo]), ...(mail.references ?? []).toReversed()];
  for (const id of referred) {
    const original = newestFirst.find((other) => other.messageId === id);
    if (original !== undefined) return original.conversationId;
  }
  const { messageId } = mail;
  const answer = newestFirst.find(
    (other) => messageId !== undefined && (other.inReplyTo === messageId || other.references.includes(messageId)),
  );
  if (answer !== undefined) return answer.conversationId;
  // Answers to one mail that is not here belong together.
  const sibling = newestFirst.find((other) =>
    referred.some((id) => other.inReplyTo === id || other.references.includes(id)),
  );
  if (sibling !== undefined) return sibling.conversationId;
  const subject = normalizedSubject(mail.subject).trim();
  const same = newestFirst.find((other) => subject !== "" && normalizedSubject(other.subject).trim() === subject);
  return same?.conversationId ?? conversationId();
}
