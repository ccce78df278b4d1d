import { retryable } from "@genai-office/shared/pane";
import { followItems } from "./item-events";
import { createItemLock } from "./item-lock";
import type { MailboxPort } from "./mailbox-port";
import { draftMessage, headOf, headOfDraft, obstacle, receivedMessage } from "./message-item";
import { readReceived } from "./read-received";
import { roamingStore } from "./roaming-store";

/** What writes, and what reads a draft: few messages need it. */
const loadWriting = retryable(() => import(/* webpackChunkName: "mailbox-writing" */ "./writing"));

/** The mailbox of the running Outlook. */
export function createOutlookMailbox(): MailboxPort {
  const events = followItems();
  const lock = createItemLock();
  return {
    head() {
      const received = receivedMessage();
      if (received !== undefined) return headOf(received);
      const draft = draftMessage();
      return draft === undefined ? undefined : headOfDraft(draft, events.sequence());
    },
    obstacle,
    owner() {
      // Against its type: a pane that opened without an item is told nobody's name.
      const profile = Office.context.mailbox.userProfile as Partial<
        Record<keyof Office.UserProfile, string | null>
      > | null;
      return { name: profile?.displayName ?? "", address: profile?.emailAddress ?? "" };
    },
    readItem: (signal) =>
      lock(async () => {
        if (draftMessage() === undefined) return readReceived(events, signal);
        return (await loadWriting()).readDraft(events, signal);
      }, signal),
    confirm: (reading) => lock(async () => void (await (await loadWriting()).confirmSelection(events, reading))),
    openReply: (reading, draft, all) => lock(async () => (await loadWriting()).openReply(events, reading, draft, all)),
    insertAtTop: (draft, text) => lock(async () => (await loadWriting()).insertAtTop(events, draft, text)),
    store: roamingStore(),
    onItemChanged: (handler) => events.subscribe(handler),
  };
}
