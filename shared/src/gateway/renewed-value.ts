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
  /** How long its maker is left alone after a passing failure, while the value is good. Milliseconds. */
  pauseMs?: number;
  clock?: Clock;
}

/** Tokens are renewed five minutes ahead: longer than a step may run before its request is on its way. */
export const renewalMarginMs = 5 * 60_000;
const defaultTimeoutMs = 25_000;
const defaultPauseMs = 5_000;

/**
 * A token or key that expires: kept until shortly before, fetched once for all who ask at the same time. While it is
 * still good it is handed out at once and renewed in the background, so that a maker that hangs holds nobody up; after a passing
 * failure the maker is left alone for some seconds, unless there is no good value left.
 */
export class RenewedValue<Value> {
  private held: Expiring<Value> | undefined;
  private pending: Promise<Value> | undefined;
  private renewAt = 0;
  private pausedUntil = 0;
  private generation = 0;
  private readonly marginMs: number;
  private readonly timeoutMs: number;
  private readonly pauseMs: number;
  private readonly clock: Clock;

  /** @param renew gets what was held until now, also when that has expired. */
  constructor(
    private readonly renew: (held: Value | undefined) => Promise<Expiring<Value>>,
    options: RenewalOptions = {},
    initial?: Expiring<Value>,
  ) {
    this.marginMs = options.marginMs ?? renewalMarginMs;
    this.timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    this.pauseMs = options.pauseMs ?? defaultPauseMs;
    this.clock = options.clock ?? systemClock;
    if (initial !== undefined) this.hold(initial);
  }

  /** The value as it is, without renewing it; undefined when there is none. */
  get current(): Value | undefined {
    return this.held?.value;
  }

  /**
   * A value that is good for a while. Rejects with what `renew` threw, or with a "timeout". A lasting failure of a renewal
   * in the background drops the value: the next who asks gets that failure.
   */
  get(): Promise<Value> {
    const { held } = this;
    const now = this.clock.date();
    if (held !== undefined && now < this.renewAt) return Promise.resolve(held.value);
    if (held === undefined || now >= held.expiresAt) return this.renewal();
    if (now >= this.pausedUntil) {
      // A passing failure is remembered, a lasting one drops the value: the next who asks finds it again.
      this.renewal().catch(() => undefined);
    }
    return Promise.resolve(held.value);
  }

  /** Drops the value, as when the server did not accept it; one that is on its way is not kept either. */
  forget(): void {
    this.generation++;
    this.held = undefined;
    this.pending = undefined;
    this.pausedUntil = 0;
  }

  /** The renewal that is under way, or a new one. */
  private renewal(): Promise<Value> {
    if (this.pending !== undefined) return this.pending;
    const pending = this.renewOnce().finally(() => {
      // After a `forget` another renewal may be under way.
      if (this.pending === pending) this.pending = undefined;
    });
    this.pending = pending;
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
      const current = generation === this.generation;
      const passing = isPassing(thrown);
      if (current && passing) this.pausedUntil = this.clock.date() + this.pauseMs;
      if (current && !passing) this.held = undefined;
      if (current && passing && held !== undefined && this.clock.date() < held.expiresAt) return held.value;
      throw thrown;
    }
  }

  /** What lives shorter than the margin is used for half its life, or every call would fetch a new one. */
  private hold(held: Expiring<Value>): void {
    this.held = held;
    this.pausedUntil = 0;
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
