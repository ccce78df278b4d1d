import type { BeforeReply } from "../protocol";
import type { PermissionLevel } from "./initial-data";
import type { MailboxHost } from "./mailbox-host";

export interface OutlookSessionOptions {
  /** Sends one message to the add-in's page. */
  post(message: string): void;
  readonly hostOrigin: string;
  readonly mailbox: MailboxHost;
  /** The mail, or the draft, beside which the pane is opened. Undefined: none is selected. */
  readonly itemId?: string | undefined;
  /** The pane stays open when another mail is selected, where the edition can do that. Default false. */
  readonly pinned?: boolean;
  /** What the add-in's manifest asks for. Default "readWriteItem". */
  readonly permission?: PermissionLevel;
  /** The manifest says SupportsNoItemContext: without an item there is still a mailbox. Default false. */
  readonly supportsNoItem?: boolean;
  /** Language of Office's interface. Default "ja-JP". */
  readonly locale?: string;
  readonly addinName?: string;
  readonly beforeReply?: BeforeReply;
  readonly onEvent?: (event: OutlookSessionEvent) => void;
  readonly onDefect?: (error: unknown, location: string) => void;
}

/** What the add-in does, for whoever shows or tests it. No text of a mail. */
export type OutlookSessionEvent =
  | { readonly type: "booted"; readonly paneOrigin: string }
  | { readonly type: "call"; readonly dispatchId: number; readonly member: string; readonly error: number }
  | { readonly type: "not-emulated"; readonly member: string }
  | { readonly type: "event-registered" | "event-unregistered"; readonly name: string }
  | { readonly type: "item-changed"; readonly delivered: boolean }
  /** The page has to be loaded again (office-pitfalls O3). */
  | { readonly type: "reload" }
  /** The pane is to go: another mail was selected, the draft was closed, or the add-in asked for it. */
  | { readonly type: "closed"; readonly reason: "item-switched" | "draft-closed" | "closed-by-addin" };

export interface OutlookSession {
  /** Id of the mail or draft that is selected now. */
  readonly itemId: string | undefined;
  readonly pinned: boolean;
  /**
   * Selects another mail, or none, as a person does in the list. A pane that is not pinned is closed by it.
   * @throws TypeError when there is no such mail, and beside a draft
   */
  select(itemId: string | undefined): void;
  /** The name for the add-in's frame. */
  windowName(hostPageUrl: string): string;
  /** Answers one message of the add-in's page; false when it is none of office.js to this session. */
  receive(message: unknown): boolean;
  /** From now on nothing is answered. */
  dispose(): void;
}
