import { createStandardPublicClientApplication } from "@azure/msal-browser";
import { readSignInOffer } from "../../sign-in";
import { dialogMessage } from "./dialog-result";
import { msalConfiguration } from "./msal-configuration";

/**
 * A page that signs somebody in for the page that had it opened: leads on to the login service, comes back with its code,
 * exchanges it (authorization code with proof key) and hands the token over. It keeps nothing. What is not known is shown as
 * failed, and handed over as that.
 * @param path of this page, which the login service sends people back to
 * @param hand tells the page that had it opened; what `dialogMessage` makes
 */
export async function runSignInPage(path: string, hand: (message: string) => Promise<void>): Promise<void> {
  try {
    const response = await fetch("/api/sign-in", { headers: { Accept: "application/json" } });
    const offer = readSignInOffer(await response.json());
    if (offer.mode !== "entra") throw new Error("no sign-in");
    const application = await createStandardPublicClientApplication(msalConfiguration(offer, path));
    const result = await application.handleRedirectPromise();
    if (result === null) return await application.loginRedirect({ scopes: offer.scopes });
    await hand(dialogMessage(result));
    // The other page has it; a window that is left open holds no token.
    await application.clearCache();
    show("done");
  } catch {
    show("failed");
    // Nobody may be there to be told, when the page was opened by hand.
    await hand(dialogMessage(undefined)).catch(() => undefined);
  }
}

function show(id: "done" | "failed"): void {
  document.getElementById(id)!.hidden = false;
}
