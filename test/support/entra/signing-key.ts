import { createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

/** A key that the stand-in signs with, and how it is published. */
export interface SigningKey {
  id: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

export function makeSigningKey(id = randomBytes(16).toString("base64url")): SigningKey {
  return { id, ...generateKeyPairSync("rsa", { modulusLength: 2048 }) };
}

/** The entry of the key set, with the fields that Entra's has. */
export function publishedKey({ id, publicKey }: SigningKey, issuer: string): Record<string, unknown> {
  const { n, e } = publicKey.export({ format: "jwk" });
  return { kty: "RSA", use: "sig", kid: id, x5t: id, n, e, issuer };
}

export type Claims = Record<string, unknown>;

function part(value: unknown): string {
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
}

/** A token signed with RS256; `header` changes what stands in the header. */
export function signToken(claims: Claims | string, key: SigningKey, header: Record<string, unknown> = {}): string {
  const input = `${part({ typ: "JWT", alg: "RS256", kid: key.id, ...header })}.${part(claims)}`;
  return `${input}.${sign("sha256", Buffer.from(input), key.privateKey).toString("base64url")}`;
}

/** Without a signature. */
export function unsignedToken(claims: Claims, key: SigningKey): string {
  return `${part({ typ: "JWT", alg: "none", kid: key.id })}.${part(claims)}.`;
}

/** Signed with a secret that everybody knows: the public key (key confusion). */
export function confusedToken(claims: Claims, key: SigningKey): string {
  const input = `${part({ typ: "JWT", alg: "HS256", kid: key.id })}.${part(claims)}`;
  const secret = key.publicKey.export({ type: "spki", format: "pem" });
  return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
}
