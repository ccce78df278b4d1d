import { issuerOf, version1IssuerOf, type EntraSettings } from "./entra-settings";
import type { TokenIdentity } from "./signed-in-person";

/** Why a token is not taken: it is no good (sign in again), or it is good and not enough (forbidden). */
export type TokenRefusal = "sign-in-required" | "forbidden";

type Claims = Readonly<Record<string, unknown>>;

/** How far clocks may differ. Seconds. */
export const clockSkewSeconds = 60;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Reads the claims of a token whose signature was found good. Claims as documented for access tokens of the Microsoft
 * identity platform (access token claims reference).
 * @param now seconds since 1970
 */
export function readClaims(claims: Claims, settings: EntraSettings, now: number): TokenIdentity | TokenRefusal {
  const tenantId = lowerCase(claims.tid);
  if (tenantId === undefined || !settings.tenantIds.includes(tenantId)) return "sign-in-required";
  if (!isOfIssuer(claims, settings, tenantId)) return "sign-in-required";
  // Entra writes one audience. A list would be another service's token that names us as well.
  if (typeof claims.aud !== "string" || !settings.audiences.includes(claims.aud)) return "sign-in-required";
  if (!isOfNow(claims, now)) return "sign-in-required";
  const objectId = lowerCase(claims.oid);
  const clientId = lowerCase(claims.ver === "1.0" ? claims.appid : claims.azp);
  // An ID token says nothing of the application that may use it: it is not for an API, whatever its audience.
  if (objectId === undefined || !guid.test(objectId) || clientId === undefined) return "sign-in-required";
  const kind = kindOf(claims, settings, clientId, objectId);
  if (kind === undefined) return "forbidden";
  return {
    tenantId,
    objectId,
    clientId,
    kind,
    groups: words(claims.groups),
    roles: words(claims.roles),
    expiresAt: claims.exp as number,
  };
}

/** The version says where the issuer has to stand, and under which name the application; they never mix. */
function isOfIssuer({ ver, iss }: Claims, settings: EntraSettings, tenantId: string): boolean {
  if (ver === "2.0") return iss === issuerOf(settings, tenantId);
  return settings.acceptVersion1 && ver === "1.0" && iss === version1IssuerOf(tenantId);
}

function isOfNow({ exp, nbf, iat }: Claims, now: number): boolean {
  if (!isTime(exp) || !isTime(nbf) || !isTime(iat)) return false;
  return exp > now - clockSkewSeconds && nbf <= now + clockSkewSeconds && iat <= now + clockSkewSeconds && iat < exp;
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

function kindOf(
  claims: Claims,
  settings: EntraSettings,
  clientId: string,
  objectId: string,
): TokenIdentity["kind"] | undefined {
  const { scp, idtyp } = claims;
  if (scp !== undefined) {
    const scopes = typeof scp === "string" ? scp.split(" ") : [];
    const asPerson = idtyp === undefined || idtyp === "user";
    return asPerson && scopes.includes(settings.scope) && settings.clientIds.includes(clientId) ? "person" : undefined;
  }
  // Without a person the subject is the application itself; `idtyp` is an optional claim.
  const asApplication = (idtyp === undefined || idtyp === "app") && lowerCase(claims.sub) === objectId;
  if (!asApplication || !words(claims.roles).includes(settings.serviceRole)) return undefined;
  if (settings.botClientIds.includes(clientId)) return "bot";
  return settings.serviceClientIds.includes(clientId) ? "service" : undefined;
}

function lowerCase(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value.toLowerCase() : undefined;
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === "string") : [];
}
