/** Who signs people in to the relay, and which of their tokens it takes. Made by read-entra-settings.ts. */
export interface EntraSettings {
  /** Origin of the login service: the issuer of tokens of version 2.0 begins with it. */
  authority: string;
  /** Ids of the tenants whose people and applications may come in; lower case. */
  tenantIds: readonly string[];
  /** Values of the claim `aud` that mean this relay: its application id, and its application id URI. */
  audiences: readonly string[];
  /** Scope that a person's token must hold, as in the claim `scp`. */
  scope: string;
  /** Application that the panes sign in as. */
  clientId: string;
  /** Full name of the scope, as the panes ask for it. */
  scopeToAskFor: string;
  /** Applications that may come with a person's token (claim `azp`); lower case. */
  clientIds: readonly string[];
  /** Applications that may come with a token of their own, as themselves; lower case. */
  serviceClientIds: readonly string[];
  /** Applications that may come with a token of their own and must say for whom (the bot); lower case. */
  botClientIds: readonly string[];
  /** Application role that a token without a person must hold. */
  serviceRole: string;
  /** Also take tokens of version 1.0, whose issuer is sts.windows.net. */
  acceptVersion1: boolean;
  /** Where the keys are fetched when the authority is reached by another name from here (closed networks). */
  keysOrigin?: string;
  /** Secret behind the pseudonyms, at least 256 bits. */
  pseudonymSecret: string;
}

export const entraDefaults = {
  authority: "https://login.microsoftonline.com",
  scope: "GenAI.Use",
  serviceRole: "GenAI.Service",
  acceptVersion1: false,
} as const;

/** The issuer of a tenant's tokens of version 2.0. */
export function issuerOf({ authority }: Pick<EntraSettings, "authority">, tenantId: string): string {
  return `${authority}/${tenantId}/v2.0`;
}

/** The issuer of a tenant's tokens of version 1.0. */
export function version1IssuerOf(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}
