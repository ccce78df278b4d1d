import { createHmac, timingSafeEqual } from "node:crypto";
import type { SharedSecret } from "./shared-secret";

/** A token that says: a page of ours asked for it, for this caller, and it has not expired. */
export interface CsrfToken {
  token: string;
  /** Milliseconds since 1970. */
  expires: number;
}

/** A token for a caller, good on every node that has the secret. */
export async function makeCsrfToken(secret: SharedSecret, callerId: string, expires: number): Promise<CsrfToken> {
  return { token: `${expires}.${sign(await secret(), callerId, expires)}`, expires };
}

/** True for a token that was made for this caller and still holds. */
export async function isCsrfToken(
  secret: SharedSecret,
  callerId: string,
  token: string | undefined,
  now: number,
): Promise<boolean> {
  const [, digits, signature] = /^([1-9]\d{0,14})\.([A-Za-z0-9_-]{43})$/.exec(token ?? "") ?? [];
  if (digits === undefined || signature === undefined || Number(digits) <= now) return false;
  const expected = sign(await secret(), callerId, Number(digits));
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
}

function sign(secret: Uint8Array, callerId: string, expires: number): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["csrf", callerId, expires]))
    .digest("base64url");
}
