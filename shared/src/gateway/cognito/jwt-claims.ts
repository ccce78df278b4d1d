import { GenaiError } from "../../vocabulary";

/** Claims of a token that are used here. */
export interface JwtClaims {
  /** Who it was made for. */
  sub: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Reads the claims of a token that came straight from its issuer over TLS. Checks no signature: this tells when a token
 * has to be renewed and whether two belong to one person, and decides nothing for anybody who could have made it up.
 * @throws GenaiError "malformed-response"; the token is in no error
 */
export function jwtClaims(token: string): JwtClaims {
  const payload = decodePayload(token.split(".")[1] ?? "");
  const { sub, exp } = (payload ?? {}) as { sub?: unknown; exp?: unknown };
  if (typeof sub !== "string" || sub === "" || typeof exp !== "number") {
    throw new GenaiError("malformed-response", "the token is none that says whose it is and how long it lasts");
  }
  return { sub, expiresAt: exp * 1000 };
}

function decodePayload(part: string): unknown {
  try {
    const binary = atob(part.replace(/-/g, "+").replace(/_/g, "/"));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)))) as unknown;
  } catch {
    // The error would quote the token; the caller says what is wrong.
    return undefined;
  }
}
