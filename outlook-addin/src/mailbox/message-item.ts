import type { MailHead } from "./mailbox-port";

/** What office.js shows of a selected message that was received: subject and sender are values, not promises of such. */
export type ReceivedMessage = Pick<
  Office.MessageRead,
  "itemId" | "subject" | "from" | "dateTimeCreated" | "conversationId" | "internetMessageId" | "body"
> &
  Partial<Pick<Office.MessageRead, "getAllInternetHeadersAsync" | "sender" | "to" | "cc" | "attachments">>;

/** The selected item if it is a received message: not an appointment, not one being written, and there at all. */
export function receivedMessage(): ReceivedMessage | undefined {
  // `item` is null between two messages and for what cannot be read, against its type (office-pitfalls O1).
  const item = Office.context.mailbox.item as (Partial<ReceivedMessage> & { itemType?: string }) | null | undefined;
  if (item === null || item === undefined || item.body === undefined) return undefined;
  if (item.itemType !== "message" || typeof item.subject !== "string") return undefined;
  return item as ReceivedMessage;
}

/** Which message it is. Items in shared folders and meeting answers may have no id: then their other marks serve. */
export function headOf(item: ReceivedMessage): MailHead {
  const from = item.from as Office.EmailAddressDetails | undefined;
  const date = item.dateTimeCreated as Date | undefined;
  const marks = [item.internetMessageId, item.conversationId, date?.toISOString(), item.subject];
  return {
    itemId: (item.itemId as string | null | undefined) || marks.join("|"),
    subject: item.subject.trim(),
    from: from === undefined ? undefined : { name: from.displayName, address: from.emailAddress },
    date,
  };
}
