import { createHmac } from "node:crypto";

/** Gives the pseudonym of an object of a tenant. */
export type Pseudonyms = (tenantId: string, objectId: string) => string;

/**
 * Pseudonyms by HMAC-SHA-256 (RFC 2104) over tenant and object id: stable for a person on every way in, and turned back by
 * nobody without the secret, although the ids of all people of a ministry are known to each of them. 64 hex digits.
 */
export function createPseudonyms(secret: string): Pseudonyms {
  return (tenantId, objectId) =>
    createHmac("sha256", secret).update(`${tenantId.toLowerCase()}:${objectId.toLowerCase()}`).digest("hex");
}
