import { randomBytes } from "node:crypto";
import type { Claims } from "./signing-key";
import { paneApplication, principalOf, relayApplication, testTenant, type TestPerson } from "./tenant";

export interface ClaimsOptions {
  /** Origin of the login service. */
  authority: string;
  tenantId?: string;
  audience?: string;
  clientId?: string;
  /** Seconds from now until it expires. */
  seconds?: number;
}

function times(seconds: number): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { iat: now, nbf: now, exp: now + seconds, uti: randomBytes(12).toString("base64url") };
}

/** Claims of a person's access token of version 2.0, as Entra writes them. */
export function personClaims(person: TestPerson, scope: string, options: ClaimsOptions): Claims {
  const { authority, tenantId = testTenant, audience = relayApplication, clientId = paneApplication } = options;
  return {
    aud: audience,
    iss: `${authority}/${tenantId}/v2.0`,
    ...times(options.seconds ?? 3600),
    azp: clientId,
    azpacr: "0",
    ...(person.groups.length === 0 ? {} : { groups: person.groups }),
    name: person.name,
    oid: person.objectId,
    preferred_username: person.userName,
    rh: "1.AAAA",
    ...(person.roles.length === 0 ? {} : { roles: person.roles }),
    scp: scope,
    sub: `subject-of-${person.objectId}`,
    tid: tenantId,
    ver: "2.0",
  };
}

/** Claims of an application's own access token (client credentials). */
export function applicationClaims(clientId: string, roles: string[], options: ClaimsOptions): Claims {
  const { authority, tenantId = testTenant, audience = relayApplication } = options;
  const principal = principalOf[clientId];
  return {
    aud: audience,
    iss: `${authority}/${tenantId}/v2.0`,
    ...times(options.seconds ?? 3600),
    azp: clientId,
    azpacr: "1",
    oid: principal,
    rh: "1.AAAA",
    ...(roles.length === 0 ? {} : { roles }),
    sub: principal,
    tid: tenantId,
    ver: "2.0",
  };
}

/** Claims of an ID token: for the application itself, not for an API. */
export function idTokenClaims(person: TestPerson, options: ClaimsOptions & { nonce?: string | undefined }): Claims {
  const { authority, tenantId = testTenant, clientId = paneApplication } = options;
  return {
    aud: clientId,
    iss: `${authority}/${tenantId}/v2.0`,
    ...times(options.seconds ?? 3600),
    name: person.name,
    ...(options.nonce === undefined ? {} : { nonce: options.nonce }),
    oid: person.objectId,
    preferred_username: person.userName,
    rh: "1.AAAA",
    sub: `subject-of-${person.objectId}`,
    tid: tenantId,
    ver: "2.0",
  };
}
