import {
  attachOutlookPane,
  createMailboxHost,
  type AttachedOutlookPane,
  type MailboxHost,
  type OutlookSessionEvent,
} from "@genai-office/office-host/outlook";
import { inquiry, notice, restricted } from "./mails";

/** The host page of the test: a mailbox with three mails of ours, and a pane that the address names. */
export interface OutlookTestHost {
  /** The pane beside the mail that was selected first; beside a draft after `compose`. */
  readonly pane: AttachedOutlookPane;
  readonly mailbox: MailboxHost;
  readonly mails: Record<"inquiry" | "notice" | "restricted", { readonly id: string }>;
  readonly events: OutlookSessionEvent[];
  readonly defects: string[];
  /** Selects a mail under the pane, or none. */
  select(mail: { readonly id: string } | undefined): void;
  /** Opens a pane beside a draft, in the place of the one that is there. */
  compose(draftId: string): void;
  /** Milliseconds before each answer of a mailbox method. */
  delay: number;
}

declare global {
  interface Window {
    outlookHost: OutlookTestHost;
  }
}

const parameters = new URLSearchParams(location.search);
const mailbox = createMailboxHost();
const mails = { inquiry, notice, restricted };
for (const mail of Object.values(mails)) mailbox.store.add(mail);
const events: OutlookSessionEvent[] = [];
const defects: string[] = [];

function open(itemId: string | undefined): AttachedOutlookPane {
  return attachOutlookPane({
    container: document.body,
    paneUrl: parameters.get("pane") ?? "",
    addinName: "AIアシスト",
    mailbox,
    itemId,
    pinned: true,
    beforeReply: () => (window.outlookHost.delay > 0 ? { delay: window.outlookHost.delay } : undefined),
    onEvent: (event) => events.push(event),
    onDefect: (_error, where) => defects.push(where),
  });
}

let pane = open(parameters.get("mail") === "none" ? undefined : inquiry.id);

window.outlookHost = {
  get pane() {
    return pane;
  },
  mailbox,
  mails,
  events,
  defects,
  select: (mail) => pane.select(mail?.id),
  compose(draftId) {
    pane.dispose();
    events.length = 0;
    pane = open(draftId);
  },
  delay: 0,
};
