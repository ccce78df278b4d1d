import {
  attachOutlookPane,
  createMailboxHost,
  type AttachedOutlookPane,
  type MailboxHost,
  type OutlookSessionEvent,
} from "@genai-office/office-host/outlook";
import { inquiry, notice, restricted } from "./mails";

/** The host page of the test: a list of three messages of ours, and the pane that the address names. */
export interface OutlookTestHost {
  readonly pane: AttachedOutlookPane;
  readonly mailbox: MailboxHost;
  readonly mails: Record<"inquiry" | "notice" | "restricted", typeof inquiry>;
  readonly events: OutlookSessionEvent[];
  readonly defects: string[];
  /** Milliseconds before each answer of a mailbox method. */
  delay: number;
}

declare global {
  interface Window {
    outlookHost: OutlookTestHost;
  }
}

const parameters = new URLSearchParams(location.search);
const mailbox = createMailboxHost(parameters.get("mail") === "none" ? undefined : inquiry);
const events: OutlookSessionEvent[] = [];
const defects: string[] = [];
const state = { delay: 0 };

const pane = attachOutlookPane({
  container: document.body,
  paneUrl: parameters.get("pane") ?? "",
  addinName: "AIアシスト",
  mailbox,
  beforeReply: () => (state.delay > 0 ? { delay: state.delay } : undefined),
  onEvent: (event) => events.push(event),
  onDefect: (_error, location_) => defects.push(location_),
});

window.outlookHost = Object.assign(state, { pane, mailbox, mails: { inquiry, notice, restricted }, events, defects });
