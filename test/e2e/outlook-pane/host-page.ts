import {
  attachOutlookPane,
  createMailboxHost,
  type AttachedOutlookPane,
  type MailboxHost,
  type OutlookSessionEvent,
} from "@genai-office/office-host/outlook";
import { inquiry, notice, restricted } from "./mails";
import { english, thread } from "./thread-mails";

/** The host page of the test: a mailbox with five mails of ours, and a pane that the address names. */
export interface OutlookTestHost {
  /** The pane beside the mail that was selected first; beside a draft after `compose`. */
  readonly pane: AttachedOutlookPane;
  readonly mailbox: MailboxHost;
  readonly mails: Record<"inquiry" | "notice" | "restricted" | "thread" | "english", { readonly id: string }>;
  readonly events: OutlookSessionEvent[];
  readonly defects: string[];
  /** Selects a mail under the pane, or none. */
  select(mail: { readonly id: string } | undefined): void;
  /** Opens a pane beside a draft, in the place of the one that is there. */
  compose(draftId: string): void;
  /** Drafts that the add-in has opened, in their order. */
  readonly opened: string[];
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
const mails = { inquiry, notice, restricted, thread, english };
for (const mail of Object.values(mails)) mailbox.store.add(mail);
const events: OutlookSessionEvent[] = [];
const defects: string[] = [];
const opened: string[] = [];
mailbox.on("draft-opened", ({ draftId }) => opened.push(draftId));

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

const first = (parameters.get("mail") ?? "inquiry") as keyof typeof mails | "none";
let pane = open(first === "none" ? undefined : mails[first].id);

window.outlookHost = {
  get pane() {
    return pane;
  },
  mailbox,
  mails,
  events,
  defects,
  opened,
  select: (mail) => pane.select(mail?.id),
  compose(draftId) {
    pane.dispose();
    events.length = 0;
    pane = open(draftId);
  },
  delay: 0,
};
