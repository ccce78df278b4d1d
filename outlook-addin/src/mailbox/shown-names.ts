import type { HiddenText } from "@genai-office/shared/guards";
import type { MailHead } from "./mailbox-port";
import type { ReceivedMessage } from "./message-item";

/**
 * Subject and sender of a message as a person sees them, and the invisible characters that stand in them and in the names of
 * recipients and attachments: they carry words, or turn the end of a file's name round.
 */
export async function shownNames(
  item: ReceivedMessage,
  { subject, from }: MailHead,
): Promise<Pick<MailHead, "subject" | "from"> & { hidden: HiddenText[] }> {
  const { hiddenInNames, shownName } = await import("@genai-office/shared/guards/injection");
  const { sender, to, cc, attachments } = item;
  const people = [item.from, sender, ...(to ?? []), ...(cc ?? [])].flatMap((one) => one?.displayName ?? []);
  return {
    subject: shownName(subject).trim(),
    from: from === undefined ? undefined : { ...from, name: shownName(from.name) },
    hidden: hiddenInNames({
      subject,
      // The sender stands in two places, and many people are recipients twice.
      people: [...new Set(people)],
      files: (attachments ?? []).map(({ name }) => name),
    }),
  };
}
