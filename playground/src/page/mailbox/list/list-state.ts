import type { MailboxHost } from "@genai-office/office-host/outlook";
import { draftEntry, mailEntry } from "./list-entry";
import type { FolderId, ListState } from "./mail-list";

/** What the list shows of a mailbox. Counted are what is unread, and what is being written. */
export function listState({ html, store }: MailboxHost, folder: FolderId, selectedId: string | undefined): ListState {
  const drafts = store.drafts();
  const entries =
    folder === "drafts"
      ? drafts.map((draft) => draftEntry(draft, html))
      : store.mails(folder).map((mail) => mailEntry(mail, html));
  const unread = store.mails("received").filter(({ isRead }) => !isRead).length;
  return { folder, counts: { received: unread, drafts: drafts.length, sent: 0 }, entries, selectedId };
}
