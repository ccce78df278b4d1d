import { loadOfficeScripts } from "../office/office-scripts";
import { dialogPagePath } from "./msal-configuration";
import { runSignInPage } from "./run-sign-in-page";

interface OfficeScript {
  onReady(): Promise<{ host: string | null }>;
  context: { ui: { messageParent(message: string, options: { targetOrigin: string }): void } };
}

/** By window.opener in a browser, by Office's own way in a dialog of desktop Office; for our own origin only. */
async function hand(message: string): Promise<void> {
  if (window.opener !== null) {
    (window.opener as Window).postMessage(message, window.location.origin);
    return;
  }
  await loadOfficeScripts(document);
  const office = (window as unknown as { Office: OfficeScript }).Office;
  await office.onReady();
  office.context.ui.messageParent(message, { targetOrigin: window.location.origin });
}

/** The page that a dialog of Office opens (sign-in/dialog.html). */
void runSignInPage(dialogPagePath, hand);
