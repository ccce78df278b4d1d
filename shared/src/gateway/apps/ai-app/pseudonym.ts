import { toBase64Url } from "../base64";

/** Gives the secret that pseudonyms and tickets of a connection are made with. Never sent anywhere. */
export type SecretPort = () => Promise<string>;

/** HMAC-SHA256 (RFC 2104) of a text, with a key made of a secret for one purpose only. */
export async function authenticate(secret: string, purpose: string, text: string): Promise<Uint8Array> {
  const derived = await mac(new TextEncoder().encode(secret), purpose);
  return mac(derived, text);
}

async function mac(key: Uint8Array, text: string): Promise<Uint8Array> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", new Uint8Array(key), algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(text)));
}

/**
 * The stable pseudonym of a caller for the header `x-user-id`: base64url(HMAC-SHA256(secret, prefix + caller)), as GENAI
 * makes its own. Nobody without the secret can tell who it is, and it is another one for every secret.
 */
export async function pseudonymOf(secret: string, caller: string): Promise<string> {
  return toBase64Url(await mac(new TextEncoder().encode(secret), `genai-office-user-id:${caller}`));
}
