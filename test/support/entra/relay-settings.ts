import type { RelayConfig } from "@genai-office/relay";
import type { EntraServer } from "./entra-server";
import {
  botApplication,
  paneApplication,
  relayApplication,
  relayAudience,
  serviceApplication,
  testTenant,
} from "./tenant";

/** The sign-in of a relay that trusts the stand-in. `keysOrigin`: where the relay reaches it, when not by its own name. */
export function entraSettings(
  entra: Pick<EntraServer, "origin">,
  change: Partial<NonNullable<RelayConfig["entra"]>> = {},
): NonNullable<RelayConfig["entra"]> {
  return {
    authority: entra.origin,
    tenantIds: [testTenant],
    audiences: [relayApplication, relayAudience],
    scope: "GenAI.Use",
    scopeToAskFor: `${relayAudience}/GenAI.Use`,
    clientId: paneApplication,
    clientIds: [paneApplication, botApplication],
    serviceClientIds: [serviceApplication],
    botClientIds: [botApplication],
    serviceRole: "GenAI.Service",
    acceptVersion1: false,
    pseudonymSecret: "a secret of thirty-two characters or more",
    ...change,
  };
}
