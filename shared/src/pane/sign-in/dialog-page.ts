import { createStandardPublicClientApplication, type AuthenticationResult } from "@azure/msal-browser";
import { readSignInOffer } from "../../sign-in";
import { loadOfficeScripts } from "../office/office-scripts";
import { dialogMessage } from "./dialog-result";
import { dialogPagePath, msalConfiguration } from "./msal-configuration";

/**
 * The page that a dialog of Office opens (sign-in/dialog.html): leads on to the login service, comes back with its code,
 * exchanges it (authorization code with proof key) and hands the token to the pane. It keeps nothing.
 */
async function main(): Promise<void> {
  const response = await fetch("/api/sign-in", { headers: { Accept: "application/json" } });
  const offer = readSignInOffer(await response.json());
  if (offer.mode !== "entra") throw new Error("no sign-in");
  const application = await createStandardPublicClientApplication(msalConfiguration(offer, dialogPagePath));
  const result = await application.handleRedirectPromise();
  if (result === null) return application.loginRedirect({ scopes: offer.scopes });
  await hand(result);
  // The pane has it; a window that is left open holds no token.
  await application.clearCache();
  show("done");
}

interface OfficeScript {
  onReady(): Promise<{ host: string | null }>;
  context: { ui: { messageParent(message: string, options: { targetOrigin: string }): void } };
}

/** By window.opener in a browser, by Office's own way in a dialog of desktop Office; for our own origin only. */
async function hand(result: AuthenticationResult | undefined): Promise<void> {
  const message = dialogMessage(result);
  if (window.opener !== null) {
    (window.opener as Window).postMessage(message, window.location.origin);
    return;
  }
  await loadOfficeScripts(document);
  const office = (window as unknown as { Office: OfficeScript }).Office;
  await office.onReady();
  office.context.ui.messageParent(message, { targetOrigin: window.location.origin });
}

function show(id: "done" | "failed"): void {
  document.getElementById(id)!.hidden = false;
}

main().catch(() => {
  show("failed");
  // Nobody may be there to be told, when the page was opened by hand.
  hand(undefined).catch(() => undefined);
});
