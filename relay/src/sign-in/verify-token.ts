import { createHash } from "node:crypto";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { compactVerify, decodeJwt, decodeProtectedHeader, errors } from "jose";
import type { EntraSettings } from "./entra-settings";
import { readClaims, type TokenRefusal } from "./read-claims";
import type { SigningKeys } from "./signing-keys";
import type { TokenIdentity } from "./signed-in-person";
import { createTokenCache } from "./token-cache";

/**
 * Says who a token is of.
 * @throws GenaiError "sign-in-required" for one that is no good, "forbidden" for a good one that is not enough,
 * "unavailable" when its key cannot be known now. The message names no reason.
 */
export type TokenVerifier = (token: string) => Promise<TokenIdentity>;

/** With 200 groups, the most that Entra writes into one, a token takes about 10 kB. */
export const largestTokenCharacters = 14_000;
const cachedTokens = 20_000;

/** Tokens of the Microsoft identity platform say "JWT"; RFC 9068 says "at+jwt". */
const accessTokenTypes = ["jwt", "at+jwt", "application/at+jwt"];

/**
 * Verifies access tokens of Entra for this relay: RS256 only, by a key of the token's own tenant, which must be an allowed
 * one. What was found is remembered for a short time, so that a step does not wait for a signature.
 */
export function createTokenVerifier(
  settings: EntraSettings,
  keys: SigningKeys,
  now: () => number = Date.now,
): TokenVerifier {
  const cache = createTokenCache(cachedTokens, now);
  return async (token) => {
    if (token.length > largestTokenCharacters) throw refusal("sign-in-required");
    const key = createHash("sha256").update(token).digest("base64");
    const known = cache.get(key);
    if (known !== undefined) return known;
    const identity = await verify(token, settings, keys, now() / 1000);
    cache.set(key, identity);
    return identity;
  };
}

async function verify(token: string, settings: EntraSettings, keys: SigningKeys, now: number): Promise<TokenIdentity> {
  const stated = readUnverified(token);
  if (stated === undefined || !settings.tenantIds.includes(stated.tenantId)) throw refusal("sign-in-required");
  const key = await keys.find(stated.tenantId, stated.keyId);
  if (key === undefined) throw refusal("sign-in-required");
  let claims: unknown;
  try {
    const { payload } = await compactVerify(token, key, { algorithms: ["RS256"] });
    claims = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch (thrown) {
    if (isUngenuine(thrown)) throw refusal("sign-in-required");
    throw thrown;
  }
  const read = readClaims(claims as Record<string, unknown>, settings, now);
  if (typeof read === "string") throw refusal(read);
  return read;
}

/** What of a token is needed to find its key; undefined when it has another form than Entra's access tokens. */
function readUnverified(token: string): { tenantId: string; keyId: string } | undefined {
  try {
    const { alg, typ, kid, crit } = decodeProtectedHeader(token);
    const { tid } = decodeJwt(token);
    const typed = typeof typ === "string" && accessTokenTypes.includes(typ.toLowerCase());
    if (alg !== "RS256" || !typed || crit !== undefined) return undefined;
    if (typeof kid !== "string" || kid === "" || kid.length > 256 || typeof tid !== "string") return undefined;
    return { tenantId: tid.toLowerCase(), keyId: kid };
  } catch (thrown) {
    if (isUngenuine(thrown)) return undefined;
    throw thrown;
  }
}

/** What jose and the parsers throw at text that is no token or has another signature. */
function isUngenuine(thrown: unknown): boolean {
  return thrown instanceof errors.JOSEError || thrown instanceof SyntaxError || thrown instanceof TypeError;
}

function refusal(code: TokenRefusal): GenaiError {
  return new GenaiError(code, "the token was not accepted");
}
