import { GenaiError } from "../vocabulary";

/**
 * Where a runner gets its keys from. Asked before every attempt, so that a token may be renewed; returns headers such as
 * `{ Authorization: "Bearer …" }`, `{ "api-key": "…" }` (Azure) or `{ "x-api-key": "…" }` (API management template).
 * Keys are never part of an option, an error or a log.
 */
export type CredentialPort = () => Promise<Record<string, string>>;

/** Where a bearer token comes from: a valid one at each call, renewed when it has to be. */
export type TokenPort = () => Promise<string>;

/** The port that sends a token the usual way (RFC 6750). */
export function bearerCredentials(token: TokenPort): CredentialPort {
  return async () => ({ Authorization: `Bearer ${await token()}` });
}

/**
 * Asks a port for its headers. A port that fails with anything but a GenaiError means "unauthorized"; what it threw is
 * not kept as the cause, since such errors quote keys and tokens.
 */
export async function credentialHeaders(credentials: CredentialPort | undefined): Promise<Record<string, string>> {
  if (credentials === undefined) return {};
  try {
    return await credentials();
  } catch (thrown) {
    if (GenaiError.isInstance(thrown)) throw thrown;
    throw new GenaiError("unauthorized", "the credentials could not be fetched");
  }
}
