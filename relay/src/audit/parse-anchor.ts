import type { ChainAnchor } from "./verify-chain";

/**
 * An anchor as people hand it over: number and hash of a line "audit anchor" of the log, `N:HASH` with 64 hexadecimal digits.
 * Undefined for anything else.
 */
export function parseAnchor(text: string): ChainAnchor | undefined {
  const [, digits, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  return digits === undefined || hash === undefined
    ? undefined
    : { sequence: Number(digits), hash: hash.toLowerCase() };
}
