import { GenaiError } from "@genai-office/shared/vocabulary";
import { defaultRetryPolicy, retryDelay } from "../../../shared/src/gateway/transport/retry-policy";

const asked = (retryAfterMs: number) => new GenaiError("rate-limited", "busy", { retryable: true, retryAfterMs });

describe("how long a server is waited for", () => {
  it("as long as it asks, up to a minute", () => {
    expect(retryDelay(asked(40_000), 0, defaultRetryPolicy, () => 0)).toBe(40_000);
    expect(retryDelay(asked(61_000), 0, defaultRetryPolicy, () => 0)).toBeUndefined();
  });

  it("not longer than the policy allows, where another model can answer sooner", () => {
    const policy = { ...defaultRetryPolicy, longestObeyedWaitMs: 5_000 };
    expect(retryDelay(asked(5_000), 0, policy, () => 0)).toBe(5_000);
    expect(retryDelay(asked(5_001), 0, policy, () => 0)).toBeUndefined();
  });
});
