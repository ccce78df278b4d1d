import { retryDelay } from "../../../../teams-bot/src/jobs/retry-delay";

describe("how long a job waits before it is tried again", () => {
  it("doubles up to five minutes", () => {
    const delays = [1, 2, 3, 8, 9, 20].map((tries) => retryDelay(tries, { retryAfterMs: undefined }, () => 0.5));
    expect(delays).toEqual([2, 4, 8, 256, 300, 300]);
  });

  it("spreads jobs that failed together", () => {
    const [least, most] = [0, 0.999].map((random) => retryDelay(5, { retryAfterMs: undefined }, () => random));
    expect([least, most]).toEqual([24, 40]);
  });

  it("waits as long as the server asks, within reason", () => {
    expect(retryDelay(1, { retryAfterMs: 45_000 }, () => 0.5)).toBe(45);
    expect(retryDelay(9, { retryAfterMs: 45_000 }, () => 0.5)).toBe(300);
    expect(retryDelay(1, { retryAfterMs: 86_400_000 }, () => 0.5)).toBe(600);
  });
});
