import type { EarlyStart, PaneAccount } from "@genai-office/shared/pane";
import type { ResearchServices } from "@genai-office/shared/pane/research";
import type { SummaryBackend } from "@genai-office/shared/pane/summary";
import type { OfficeConnection } from "./office/connect-office";

/** What the pane stands on; each is asked for when it is needed, so that the first paint waits for neither. */
export interface PaneServices extends Omit<SummaryBackend, "gate">, ResearchServices {
  /** Resolves when Office is ready. After a failure the next call tries again. */
  connect(): Promise<OfficeConnection>;
  /** Who is signed in to the relay; undefined where nobody signs in. */
  account?: PaneAccount | undefined;
  /** What was begun on the page's skeleton; left out where there was none. */
  early?: EarlyStart;
}
