import type { TokenIdentity } from "./signed-in-person";

/** Who a token was found to be of, for a short time. */
export interface TokenCache {
  /** Undefined when it is not known, no longer known, or has expired. */
  get(key: string): TokenIdentity | undefined;
  set(key: string, identity: TokenIdentity): void;
  readonly size: number;
}

/** So long a key that was withdrawn may go on opening with a token that was seen before. */
const longestMs = 300_000;

/**
 * Remembers at most `entries` tokens by their hash, the least recently used forgotten first, each for five minutes and
 * never beyond its own end.
 */
export function createTokenCache(entries: number, now: () => number): TokenCache {
  const kept = new Map<string, { identity: TokenIdentity; until: number }>();
  return {
    get(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      kept.delete(key);
      if (now() >= found.until) return undefined;
      // A Map keeps the order of insertion: the first is the one that was used longest ago.
      kept.set(key, found);
      return found.identity;
    },
    set(key, identity) {
      const until = Math.min(now() + longestMs, identity.expiresAt * 1000);
      kept.delete(key);
      kept.set(key, { identity, until });
      if (kept.size <= entries) return;
      const oldest = kept.keys().next();
      if (oldest.done !== true) kept.delete(oldest.value);
    },
    get size() {
      return kept.size;
    },
  };
}
