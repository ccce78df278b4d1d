import { confirmSelection } from "./confirm-selection";
import { insertAtTop } from "./insert-at-top";
import { followItems } from "./item-events";
import { createItemLock } from "./item-lock";
import type { MailboxPort } from "./mailbox-port";
import { draftMessage, headOf, headOfDraft, obstacle, receivedMessage } from "./message-item";
import { openReply } from "./open-reply";
import { readDraft } from "./read-draft";
import { readReceived } from "./read-received";
import { roamingStore } from "./roaming-store";

/** The mailbox of the running Outlook. */
export function createOutlookMailbox(): MailboxPort {
  const events = followItems();
  const lock = createItemLock();
  return {
    head() {
      const received = receivedMessage();
      if (received !== undefined) return headOf(received);
      const draft = draftMessage();
      return draft === undefined ? undefined : headOfDraft(draft);
    },
    obstacle,
    owner() {
      const { displayName, emailAddress } = Office.context.mailbox.userProfile;
      return { name: displayName, address: emailAddress };
    },
    readItem: (signal) =>
      lock(() => (draftMessage() === undefined ? readReceived(events, signal) : readDraft(events, signal)), signal),
    confirm: (reading) => lock(async () => void (await confirmSelection(events, reading))),
    openReply: (reading, draft, all) => lock(() => openReply(events, reading, draft, all)),
    insertAtTop: (draft, text) => lock(() => insertAtTop(draft, text)),
    store: roamingStore(),
    onItemChanged: (handler) => events.subscribe(handler),
  };
}
