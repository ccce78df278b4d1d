/** Tokens of people for the relay, in memory only. */
export interface PersonTokens {
  /** Undefined when there is none that lasts for another minute. */
  get(person: string): string | undefined;
  set(person: string, token: string, expiresAt: number): void;
  /** Nobody need wait for a token of this person any longer. */
  giveUp(person: string): void;
  /** Resolves when a token was set or given up, or after that time. */
  wait(person: string, milliseconds: number): Promise<void>;
}

/** A step begins with the token it was given; it has to last until the relay has read it. */
const spareMs = 60_000;

/** Keeps at most `people` tokens; the one that was set longest ago goes first. Times in milliseconds since 1970. */
export function createPersonTokens(people: number, now: () => number = Date.now): PersonTokens {
  const kept = new Map<string, { token: string; expiresAt: number }>();
  const waiting = new Map<string, Set<() => void>>();
  const wake = (person: string): void => {
    for (const go of waiting.get(person) ?? []) go();
  };
  return {
    giveUp: wake,
    get(person) {
      const found = kept.get(person);
      if (found === undefined) return undefined;
      if (found.expiresAt - spareMs > now()) return found.token;
      kept.delete(person);
      return undefined;
    },
    set(person, token, expiresAt) {
      kept.delete(person);
      kept.set(person, { token, expiresAt });
      const oldest = kept.keys().next();
      if (kept.size > people && oldest.done !== true) kept.delete(oldest.value);
      wake(person);
    },
    wait(person, milliseconds) {
      return new Promise((resolve) => {
        const all = waiting.get(person) ?? new Set();
        const go = (): void => {
          clearTimeout(timer);
          all.delete(go);
          if (all.size === 0) waiting.delete(person);
          resolve();
        };
        const timer = setTimeout(go, milliseconds);
        waiting.set(person, all.add(go));
      });
    },
  };
}
