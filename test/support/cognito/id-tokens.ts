import { generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";

/** Claims of an ID token, times in seconds as on the wire. */
export interface IdClaims {
  sub: string;
  aud: string;
  iss: string;
  iat: number;
  exp: number;
  token_use: string;
  nonce?: string;
  [claim: string]: unknown;
}

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** An RS256 token, as a user pool signs them. */
export function signToken(claims: IdClaims, key: KeyObject = privateKey): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const input = `${encode({ alg: "RS256", typ: "JWT", kid: "test-key" })}.${encode(claims)}`;
  return `${input}.${sign("sha256", Buffer.from(input), key).toString("base64url")}`;
}

/** The claims of a token that is of this pool and still good; undefined otherwise. */
export function verifyToken(token: string): IdClaims | undefined {
  const [header, payload, signature] = token.split(".");
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  const genuine = verify("sha256", Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, "base64url"));
  if (!genuine) return undefined;
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as IdClaims;
  return claims.exp * 1000 > Date.now() ? claims : undefined;
}
