import type { Configuration } from "@azure/msal-browser";
import type { EntraOffer } from "../../sign-in";

/** Pages of the relay that the login service sends people back to; all have to be registered there. */
export const dialogPagePath = "/sign-in/dialog.html";
export const teamsPagePath = "/sign-in/teams.html";
export const returnPagePath = "/sign-in/return.html";

/** Settings of msal: tokens stay in this tab, nothing is logged, and no other login service is asked. */
export function msalConfiguration(
  { clientId, authority }: Pick<EntraOffer, "clientId" | "authority">,
  redirectPath: string,
): Configuration {
  return {
    auth: {
      clientId,
      authority,
      // Spares asking Microsoft's public service whether this one is Microsoft's.
      knownAuthorities: [new URL(authority).host],
      redirectUri: window.location.origin + redirectPath,
    },
    cache: { cacheLocation: "sessionStorage" },
    system: {
      loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false },
      iframeBridgeTimeout: 6_000,
    },
  };
}
