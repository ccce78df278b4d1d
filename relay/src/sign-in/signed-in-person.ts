/** What a token that was found good says about who sent it. */
export interface TokenIdentity {
  tenantId: string;
  /** Of the person, or of the service principal of an application; lower case. */
  objectId: string;
  /** Application that the token was given to. */
  clientId: string;
  /** How it comes in: a person, an application as itself, or an application that has to say for whom. */
  kind: "person" | "service" | "bot";
  /** Values of the claim `groups`; empty when there are too many for a token (overage) or none. */
  groups: readonly string[];
  /** Values of the claim `roles`. */
  roles: readonly string[];
  /** Seconds since 1970. */
  expiresAt: number;
}
