import type { MailboxHost } from "./mailbox-host";
import { normalizedSubject, type Draft, type Mail, type MailAttachment, type MailPerson } from "./store";

/** The host's numbers for what the manifest asks for; office.js counts them otherwise. */
export const permissionLevel = { restricted: 0, readItem: 1, readWriteMailbox: 2, readWriteItem: 3 } as const;
export type PermissionLevel = keyof typeof permissionLevel;

const itemType = { message: 1, messageCompose: 4, itemLess: 6 } as const;

/**
 * The flat object out of which office.js builds `Office.context.mailbox` and its item: the answer to `GetInitialData`, and the
 * payload of the event that another item was selected. Undefined: a mailbox without an item, for an add-in that says it can do
 * without (SupportsNoItemContext). (Reference: office-host-protocol 8.2; outlook-web, `OutlookAppOm`.)
 */
export function initialData(
  item: Mail | Draft | undefined,
  mailbox: MailboxHost,
  permission: PermissionLevel,
): Record<string, unknown> {
  const { owner } = mailbox;
  const common = {
    permissionLevel: permissionLevel[permission],
    hostVersion: "15.20.9999.0",
    owaView: "ThreeColumns",
    userDisplayName: owner.name,
    userEmailAddress: owner.address,
    userProfileType: "office365",
    userTimeZone: owner.timeZone,
    // Numbers: office.js reads them with parseInt. (outlook-web, `findOffset`.)
    timeZoneOffsets: [{ start: Date.UTC(1970, 0), end: Date.UTC(2100, 0), offset: owner.timeZoneOffset }],
    ewsUrl: "",
    restUrl: "",
    isRestIdSupported: true,
    extensionId: "office-host",
    entities: {},
    regExMatches: {},
    filteredEntities: {},
    selectedEntities: {},
    endNodeUrl: "",
    marketplaceAssetId: "",
    seriesId: null,
    isFromSharedFolder: false,
  };
  if (item === undefined) return { ...common, itemType: itemType.itemLess };
  if (item.kind === "draft") {
    return { ...common, itemType: itemType.messageCompose, conversationId: item.conversationId ?? null };
  }
  const people = (list: readonly MailPerson[]) => list.map((one) => wirePerson(one, mailbox));
  return {
    ...common,
    itemType: itemType.message,
    isRead: item.isRead,
    isFromSharedFolder: item.shared !== undefined,
    conversationId: item.conversationId,
    id: item.id,
    subject: item.subject,
    normalizedSubject: normalizedSubject(item.subject),
    from: item.from && wirePerson(item.from, mailbox),
    sender: item.sender && wirePerson(item.sender, mailbox),
    to: people(item.to),
    cc: people(item.cc),
    bcc: people(item.bcc),
    dateTimeCreated: item.received.getTime(),
    dateTimeModified: item.received.getTime(),
    internetMessageId: item.messageId,
    itemClass: "IPM.Note",
    attachments: item.attachments.map(wireAttachment),
  };
}

/** A person as office.js expects one: type 2 a user of the organisation, 3 somebody else, by the address. */
export function wirePerson({ name, address }: MailPerson, { owner }: MailboxHost): Record<string, unknown> {
  const domain = (text: string) => text.slice(text.lastIndexOf("@") + 1).toLowerCase();
  return { name: name || address, address, recipientType: domain(address) === domain(owner.address) ? 2 : 3 };
}

export function wireAttachment({
  id,
  name,
  contentType,
  kind,
  isInline,
  bytes,
}: MailAttachment): Record<string, unknown> {
  return { id, name, contentType, size: bytes.length, attachmentType: kind === "file" ? 0 : 1, isInline };
}
