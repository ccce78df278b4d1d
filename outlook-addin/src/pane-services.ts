import type { EarlyStart, PaneAccount } from "@genai-office/shared/pane";
import type { ResearchServices } from "@genai-office/shared/pane/research";
import type { SummaryBackend } from "@genai-office/shared/pane/summary";
import type { OutlookConnection } from "./connect-outlook";
import type { MailEngine } from "./features/work/mail-engine";

/** What the pane stands on; each is asked for when it is needed, so that the first paint waits for neither. */
export interface PaneServices extends SummaryBackend, ResearchServices {
  /** Resolves when Outlook is ready. After a failure the next call tries again. */
  connect(): Promise<OutlookConnection>;
  /** The tasks on mails; loaded with the first click on one. */
  mailEngine(): Promise<MailEngine>;
  /** Who is signed in to the relay; undefined where nobody signs in. */
  account?: PaneAccount | undefined;
  /** What was begun on the page's skeleton; left out where there was none. */
  early?: EarlyStart;
  /** Resolves when a message may be looked at without a click; left out: at once. */
  attention?(): Promise<void>;
}
