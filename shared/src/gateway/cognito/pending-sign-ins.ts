import type { Clock } from "../transport/clock";

/** A sign-in that was started and waits for its code. Secret: it makes the code worth something. */
export interface PendingSignIn {
  caller: string;
  redirectUri: string;
  nonce: string;
  codeVerifier: string;
  startedAt: number;
}

/** How long a person may take at the sign-in pages. */
const lifeMs = 10 * 60_000;
/** A person may click again, but not fill the memory. */
const perCaller = 5;
const inAll = 10_000;

/** Sign-ins under way, by their `state`. Each can be taken once, in time, and by the caller who started it. */
export class PendingSignIns {
  private readonly pending = new Map<string, PendingSignIn>();

  constructor(private readonly clock: Clock) {}

  add(state: string, signIn: Omit<PendingSignIn, "startedAt">): void {
    const now = this.clock.date();
    const own: string[] = [];
    for (const [key, { caller, startedAt }] of this.pending) {
      if (now - startedAt >= lifeMs) this.pending.delete(key);
      else if (caller === signIn.caller) own.push(key);
    }
    if (own.length >= perCaller) this.pending.delete(own[0]!);
    if (this.pending.size >= inAll) this.pending.delete(this.pending.keys().next().value!);
    this.pending.set(state, { ...signIn, startedAt: now });
  }

  /** Undefined for a state that is unknown, too old, or another caller's: which of them is not told. */
  take(state: string, caller: string): PendingSignIn | undefined {
    const found = this.pending.get(state);
    if (found === undefined || found.caller !== caller) return undefined;
    this.pending.delete(state);
    return this.clock.date() - found.startedAt < lifeMs ? found : undefined;
  }
}
