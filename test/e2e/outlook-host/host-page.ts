import {
  attachOutlookPane,
  createMailboxHost,
  type AttachOutlookPaneOptions,
  type AttachedOutlookPane,
  type MailboxHost,
  type OutlookProfileId,
  type OutlookSessionEvent,
} from "@genai-office/office-host/outlook";
import { mailFromEml } from "@genai-office/office-host/outlook/eml";
import { threadMail } from "./mails";

/** The host page of the test: a mailbox without a mail, and panes that the test opens. */
export interface MailboxTestHost {
  readonly mailbox: MailboxHost;
  readonly events: OutlookSessionEvent[];
  readonly defects: string[];
  readonly pane: AttachedOutlookPane;
  /** Puts the mail of the fixture into the mailbox; gives its id. */
  addThreadMail(): Promise<string>;
  /** Opens a pane in the place of the one that is there. */
  open(options: PaneOptions): void;
  /** Opens a pane beside those that are there. */
  openBeside(options: PaneOptions): void;
}

export type PaneOptions = Partial<
  Pick<AttachOutlookPaneOptions, "itemId" | "pinned" | "permission" | "supportsNoItem">
>;

declare global {
  interface Window {
    host: MailboxTestHost;
  }
}

const parameters = new URLSearchParams(location.search);
const mailbox = createMailboxHost({
  profile: (parameters.get("profile") ?? "web") as OutlookProfileId,
  fetchFile: (url) =>
    url === "https://files.example.go.jp/table.csv"
      ? Promise.resolve({ bytes: new TextEncoder().encode("a,b\r\n"), contentType: "text/csv" })
      : Promise.reject(new Error("not there")),
});
const events: OutlookSessionEvent[] = [];
const defects: string[] = [];
let pane: AttachedOutlookPane | undefined;

window.host = {
  mailbox,
  events,
  defects,
  get pane() {
    if (pane === undefined) throw new Error("No pane is open.");
    return pane;
  },
  async addThreadMail() {
    return mailbox.store.add(await mailFromEml(new TextEncoder().encode(threadMail))).id;
  },
  open(options) {
    pane?.dispose();
    events.length = 0;
    pane = attach(options);
  },
  openBeside(options) {
    attach(options);
  },
};

function attach(options: PaneOptions): AttachedOutlookPane {
  return attachOutlookPane({
    container: document.body,
    paneUrl: parameters.get("pane") ?? "",
    addinName: "AIアシスト",
    mailbox,
    ...options,
    onEvent: (event) => events.push(event),
    onDefect: (_error, where) => defects.push(where),
  });
}
