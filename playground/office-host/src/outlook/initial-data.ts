import { normalizedSubject, type MailItem, type MailPerson } from "./mail-item";

export interface MailboxOwner {
  readonly name: string;
  readonly address: string;
  /** As Exchange names time zones. */
  readonly timeZone: string;
  /** Minutes east of Greenwich. */
  readonly timeZoneOffset: number;
}

export const permissionLevel = { restricted: 0, readItem: 1, readWriteMailbox: 2, readWriteItem: 3 } as const;

const itemType = { message: 1 } as const;

function person({ name, address }: MailPerson): Record<string, unknown> {
  return { name, address, recipientType: 0 };
}

/**
 * The flat object out of which office.js builds `Office.context.mailbox` and its item: the answer to `GetInitialData`,
 * and the payload of the event that another item was selected. (Reference: office-host-protocol 8.2.)
 */
export function initialData(item: MailItem, owner: MailboxOwner, permission: number): Record<string, unknown> {
  const january = { month: 0, date: 1, hours: 0, minutes: 0, seconds: 0, milliseconds: 0 };
  return {
    permissionLevel: permission,
    itemType: itemType.message,
    hostVersion: "15.20.9999.0",
    owaView: "ThreeColumns",
    userDisplayName: owner.name,
    userEmailAddress: owner.address,
    userProfileType: "office365",
    userTimeZone: owner.timeZone,
    timeZoneOffsets: [
      { start: { year: 2000, ...january }, end: { year: 2100, ...january }, offset: owner.timeZoneOffset },
    ],
    ewsUrl: "",
    restUrl: "",
    isRestIdSupported: true,
    extensionId: "office-host",
    entities: {},
    regExMatches: {},
    filteredEntities: {},
    selectedEntities: {},
    isRead: true,
    endNodeUrl: "",
    marketplaceAssetId: "",
    isFromSharedFolder: false,
    conversationId: item.conversationId ?? item.id,
    seriesId: null,
    id: item.id,
    subject: item.subject,
    normalizedSubject: normalizedSubject(item.subject),
    from: person(item.from),
    sender: person(item.from),
    to: (item.to ?? [{ name: owner.name, address: owner.address }]).map(person),
    cc: (item.cc ?? []).map(person),
    dateTimeCreated: item.received.getTime(),
    dateTimeModified: item.received.getTime(),
    internetMessageId: `<${item.id}@mail.invalid>`,
    itemClass: "IPM.Note",
    attachments: [],
  };
}
