import type { HiddenText } from "@genai-office/shared/guards";
import type { MailAttachment, MailHead, MailReading } from "./mailbox-port";
import { personOf, type ReceivedMessage } from "./message-item";

type Names = Pick<MailReading, "subject" | "from" | "to" | "cc" | "attachments">;

/**
 * Subject, people and attachments of a message as a person sees them, and the invisible characters that stand in them: they
 * carry words, or turn the end of a file's name round. Pictures inside the text are no attachments to a person.
 */
export async function shownNames(
  item: ReceivedMessage,
  { subject, from }: MailHead,
): Promise<Names & { hidden: HiddenText[] }> {
  const { hiddenInNames, shownName } = await import(
    /* webpackChunkName: "mail-reader" */ "@genai-office/shared/guards/injection"
  );
  const { sender, to = [], cc = [], attachments = [] } = item;
  const people = [item.from, sender, ...to, ...cc].flatMap((one) => one?.displayName ?? []);
  const shownPeople = (list: readonly Office.EmailAddressDetails[]) =>
    list.map(personOf).map(({ name, address }) => ({ name: shownName(name), address }));
  return {
    subject: shownName(subject).trim(),
    from: from === undefined ? undefined : { ...from, name: shownName(from.name) },
    to: shownPeople(to),
    cc: shownPeople(cc),
    attachments: attachments
      .filter(({ isInline }) => !isInline)
      .map(({ id, name }, index): MailAttachment => ({ id: id ?? String(index), name: shownName(name).trim() })),
    hidden: hiddenInNames({
      subject,
      // The sender stands in two places, and many people are recipients twice.
      people: [...new Set(people)],
      files: attachments.map(({ name }) => name),
    }),
  };
}
