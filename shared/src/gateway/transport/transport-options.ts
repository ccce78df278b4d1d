import { systemClock, type Clock } from "./clock";
import { sendRequest, type Send } from "./http-client";
import { defaultRetryPolicy, type RetryPolicy } from "./retry-policy";
import { defaultTimers, type Timers } from "./timers";

/** What may be tuned or, in tests, replaced. */
export interface TransportOptions {
  timers?: Partial<Timers>;
  retry?: Partial<RetryPolicy>;
  clock?: Clock;
  /** How requests are sent; the runtime's fetch when left out. */
  send?: Send;
  /** A number in 0..1, for the jitter of the back-off. */
  random?: () => number;
  /**
   * False leaves `partial` of the terminal event empty: who hands every word on at once, as a relay does, need not hold a
   * second copy of a thousand answers.
   */
  keepPartial?: boolean;
}

export interface Transport {
  timers: Timers;
  retry: RetryPolicy;
  clock: Clock;
  send: Send;
  random: () => number;
  keepPartial: boolean;
}

/** Fills in the defaults. */
export function completeTransport(options: TransportOptions): Transport {
  return {
    timers: { ...defaultTimers, ...options.timers },
    retry: { ...defaultRetryPolicy, ...options.retry },
    clock: options.clock ?? systemClock,
    send: options.send ?? sendRequest,
    random: options.random ?? Math.random,
    keepPartial: options.keepPartial ?? true,
  };
}
