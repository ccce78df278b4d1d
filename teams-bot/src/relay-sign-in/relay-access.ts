import type { INetworkModule } from "@azure/msal-node";

/** How the bot gets tokens for the relay. */
export interface RelayAccess {
  /** Application id URI of the relay, e.g. "api://6f0b5f0e-…". */
  audience: string;
  /** Scope for a person's token. */
  scope: string;
  /** Address of the login service with the tenant, e.g. "https://login.microsoftonline.com/TENANT". */
  authority: string;
  /** Asking people of Teams for their own tokens; without it the bot asks the relay for them in its own name. */
  personal?: { connectionName: string; resource: string };
  /** Replaces the network of the token library; in tests. */
  networkClient?: INetworkModule;
}
