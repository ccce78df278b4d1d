import type { MailHead, MailObstacle, MailPerson } from "./mailbox-port";
import { zoneOffset } from "./zone-offset";

/** What office.js shows of a selected message that was received: subject and sender are values, not promises of such. */
export type ReceivedMessage = Pick<
  Office.MessageRead,
  "itemId" | "subject" | "from" | "dateTimeCreated" | "conversationId" | "internetMessageId" | "body"
> &
  Partial<
    Pick<
      Office.MessageRead,
      | "getAllInternetHeadersAsync"
      | "sender"
      | "to"
      | "cc"
      | "attachments"
      | "itemClass"
      | "displayReplyForm"
      | "displayReplyAllForm"
      | "displayReplyFormAsync"
      | "displayReplyAllFormAsync"
    >
  >;

/** What office.js shows of a message that is being written. */
export type DraftMessage = Pick<Office.MessageCompose, "body" | "subject"> &
  Partial<Pick<Office.MessageCompose, "conversationId" | "to" | "cc" | "getAttachmentsAsync">>;

type AnyItem = Partial<Omit<ReceivedMessage, "subject" | "body">> & {
  itemType?: string;
  subject?: unknown;
  body?: unknown;
};

/** The selected item, whatever it is; null between two messages and for what cannot be read, against its type (office-pitfalls O1). */
function selectedItem(): AnyItem | undefined {
  return (Office.context.mailbox.item as AnyItem | null | undefined) ?? undefined;
}

function isMessage(item: AnyItem | undefined): item is AnyItem {
  return item?.itemType === "message" && item.body !== undefined;
}

/** The selected item if it is a received message: not an appointment, not one being written, and there at all. */
export function receivedMessage(): ReceivedMessage | undefined {
  const item = selectedItem();
  return isMessage(item) && typeof item.subject === "string" ? (item as ReceivedMessage) : undefined;
}

/** The item if it is a message that the person is writing. */
export function draftMessage(): DraftMessage | undefined {
  const item = selectedItem();
  const isDraft = isMessage(item) && typeof item.subject === "object" && item.subject !== null;
  return isDraft ? (item as unknown as DraftMessage) : undefined;
}

/** Why there is neither. */
export function obstacle(): MailObstacle {
  const item = selectedItem();
  if (item === undefined) return "none";
  return item.itemType === "appointment" ? "appointment" : "unreadable";
}

/** Classes of messages whose body Outlook gives to nobody: S/MIME, and mails under rights management. */
export function isProtected({ itemClass }: Pick<ReceivedMessage, "itemClass">): boolean {
  return /SMIME|rpmsg|\.Encrypted/i.test(itemClass ?? "");
}

export function personOf({ displayName, emailAddress }: Office.EmailAddressDetails): MailPerson {
  return { name: displayName, address: emailAddress };
}

/** Which message it is. Items in shared folders and meeting answers may have no id: then their other marks serve. */
export function headOf(item: ReceivedMessage): MailHead {
  const from = item.from as Office.EmailAddressDetails | undefined;
  const date = item.dateTimeCreated as Date | undefined;
  const id = item.itemId as string | null | undefined;
  const others = [item.internetMessageId, date?.toISOString(), item.subject];
  return {
    identity: [...(id ? [id] : others), item.conversationId].map((mark) => mark ?? "").join(" "),
    kind: "received",
    conversation: item.conversationId || undefined,
    subject: item.subject.trim(),
    from: from === undefined ? undefined : personOf(from),
    date,
    zoneOffset: zoneOffset(date ?? new Date()),
  };
}

/**
 * Which draft it is. A draft has no id of its own, and two answers in one conversation look alike from here: with every event of
 * Outlook's it counts as another one.
 * @param sequence number of the selections that Outlook has told of so far
 */
export function headOfDraft({ conversationId }: DraftMessage, sequence: number): MailHead {
  const conversation = conversationId || undefined;
  return {
    identity: `draft ${sequence} ${conversation ?? ""}`,
    kind: "draft",
    conversation,
    subject: "",
    from: undefined,
    date: undefined,
    zoneOffset: zoneOffset(new Date()),
  };
}
