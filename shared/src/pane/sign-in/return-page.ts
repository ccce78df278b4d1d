import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";

/**
 * The page that the login service comes back to in a window or in silence (sign-in/return.html): tells the page that waits,
 * by a channel of this origin. Opened by hand it does nothing.
 */
broadcastResponseToMainFrame().catch(() => {
  document.getElementById("failed")!.hidden = false;
});
