import { GenaiError } from "../vocabulary";
import { systemClock, type Clock } from "./transport/clock";

/** Something that expires, as its maker handed it out. */
export interface Expiring<Value> {
  value: Value;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface RenewalOptions {
  /** How long before it expires a value is renewed. Milliseconds. */
  marginMs?: number;
  /** How long its maker may take; what hangs must not hang everybody who asks later. Milliseconds. */
  timeoutMs?: number;
  clock?: Clock;
}

/** Tokens are renewed five minutes ahead: longer than a step may run before its request is on its way. */
export const renewalMarginMs = 5 * 60_000;
const defaultTimeoutMs = 25_000;

/**
 * A token or key that expires: kept until shortly before, fetched once for all who ask at the same time. When renewing
 * fails for a passing reason while the old one is still good, the old one is handed out.
 */
export class RenewedValue<Value> {
  private held: Expiring<Value> | undefined;
  private pending: Promise<Value> | undefined;
  private renewAt = 0;
  private generation = 0;
  private readonly marginMs: number;
  private readonly timeoutMs: number;
  private readonly clock: Clock;

  /** @param renew gets what was held until now, also when that has expired. */
  constructor(
    private readonly renew: (held: Value | undefined) => Promise<Expiring<Value>>,
    options: RenewalOptions = {},
    initial?: Expiring<Value>,
  ) {
    this.marginMs = options.marginMs ?? renewalMarginMs;
    this.timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    this.clock = options.clock ?? systemClock;
    if (initial !== undefined) this.hold(initial);
  }

  /** The value as it is, without renewing it; undefined when there is none. */
  get current(): Value | undefined {
    return this.held?.value;
  }

  /** A value that is good for a while. Rejects with what `renew` threw, or with a "timeout". */
  get(): Promise<Value> {
    const { held } = this;
    if (held !== undefined && this.clock.date() < this.renewAt) return Promise.resolve(held.value);
    this.pending ??= this.startRenewal();
    return this.pending;
  }

  /** Drops the value, as when the server did not accept it; one that is on its way is not kept either. */
  forget(): void {
    this.generation++;
    this.held = undefined;
    this.pending = undefined;
  }

  private startRenewal(): Promise<Value> {
    const pending = this.renewOnce().finally(() => {
      // After a `forget` another renewal may be under way.
      if (this.pending === pending) this.pending = undefined;
    });
    return pending;
  }

  private async renewOnce(): Promise<Value> {
    const { generation, held } = this;
    try {
      const renewed = await this.withinTime(this.renew(held?.value));
      if (generation === this.generation) {
        this.hold(renewed);
      }
      return renewed.value;
    } catch (thrown) {
      const stillGood = held !== undefined && generation === this.generation && this.clock.date() < held.expiresAt;
      if (stillGood && isPassing(thrown)) return held.value;
      throw thrown;
    }
  }

  /** What lives shorter than the margin is used for half its life, or every call would fetch a new one. */
  private hold(held: Expiring<Value>): void {
    this.held = held;
    this.renewAt = held.expiresAt - Math.min(this.marginMs, (held.expiresAt - this.clock.date()) / 2);
  }

  private withinTime<Result>(promise: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const handle = this.clock.setTimeout(
        () => reject(new GenaiError("timeout", "renewing took too long", { retryable: true, phase: "connect" })),
        this.timeoutMs,
      );
      void promise.then(resolve, reject).finally(() => this.clock.clearTimeout(handle));
    });
  }
}

function isPassing(thrown: unknown): boolean {
  return GenaiError.isInstance(thrown) && thrown.retryable;
}
