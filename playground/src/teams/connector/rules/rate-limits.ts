import type { Refusal } from "../activity";

/** Requests of one bot in one conversation (reference page on Teams, 7.5). Milliseconds. */
export const conversationLimits: readonly { requests: number; withinMs: number }[] = [
  { requests: 7, withinMs: 1_000 },
  { requests: 8, withinMs: 2_000 },
  { requests: 60, withinMs: 30_000 },
  { requests: 1_800, withinMs: 3_600_000 },
];

/** Counts the requests of one conversation. Refused ones do not count. @param now milliseconds */
export class RateLimits {
  private readonly taken: number[] = [];

  constructor(private readonly now: () => number) {}

  /** Notes a request, or says why it is refused. */
  take(): Refusal | undefined {
    const at = this.now();
    while (this.taken.length > 0 && at - this.taken[0]! >= 3_600_000) this.taken.shift();
    let waitMs = 0;
    for (const { requests, withinMs } of conversationLimits) {
      const oldest = this.taken[this.taken.length - requests];
      if (oldest !== undefined && at - oldest < withinMs) waitMs = Math.max(waitMs, withinMs - (at - oldest));
    }
    if (waitMs === 0) {
      this.taken.push(at);
      return undefined;
    }
    return {
      status: 429,
      code: "TooManyRequests",
      message: "API calls quota exceeded! Maximum admitted requests per conversation.",
      retryAfter: Math.ceil(waitMs / 1_000),
    };
  }
}
