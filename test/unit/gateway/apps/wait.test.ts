import { serverRhythm } from "@genai-office/shared/gateway/apps";
import { GenaiError, type SideEvent } from "@genai-office/shared/vocabulary";
import { readProgress } from "../../../../shared/src/gateway/apps/answer/read-progress";
import { readUsage } from "../../../../shared/src/gateway/apps/answer/read-usage";
import { waitForAnswer, type AppLook } from "../../../../shared/src/gateway/apps/wait/wait-for-answer";
import type { Clock } from "../../../../shared/src/gateway/transport/clock";

/** A clock whose timers are over at once; time passes by what they were set to. */
function passingClock(): Clock & { passed: () => number } {
  let now = 0;
  return {
    now: () => now,
    date: () => now,
    setTimeout: (callback, milliseconds) => {
      now += milliseconds;
      return setImmediate(callback);
    },
    clearTimeout: (handle) => clearImmediate(handle as NodeJS.Immediate),
    passed: () => now,
  };
}

async function waited(looks: () => AppLook, clock: Clock, signal = new AbortController().signal) {
  const events: SideEvent[] = [];
  const look = (): Promise<AppLook> => Promise.resolve().then(looks);
  const wait = waitForAnswer({ look, rhythm: serverRhythm, clock, acceptedAt: 0, lookAtOnce: false }, signal);
  for (;;) {
    const { value, done } = await wait.next();
    if (done === true) return { events, body: value };
    events.push(value);
  }
}

describe("the rhythm of looks", () => {
  it("is GENAI's own: 240 looks each at 30 seconds, one and five minutes, then a quarter of an hour up to 96 hours", async () => {
    const clock = passingClock();
    const pauses = new Map<number, number>();
    let looks = 0;
    const run = waited(() => {
      looks++;
      return { state: "running" };
    }, clock);
    await expect(run).rejects.toMatchObject({ code: "timeout", phase: "total" });
    for (let since = 0; ;) {
      const pause = serverRhythm(since);
      if (pause === undefined) break;
      pauses.set(pause, (pauses.get(pause) ?? 0) + 1);
      since += pause;
    }
    expect([...pauses]).toEqual([
      [30_000, 240],
      [60_000, 240],
      [300_000, 240],
      [900_000, 280],
    ]);
    expect(looks).toBe(1000);
    expect(clock.passed()).toBe(96 * 3_600_000);
  });

  it("waits as long as a failed look was told to, and begins to count anew after a good one", async () => {
    const clock = passingClock();
    let look = 0;
    const { events } = await waited(() => {
      look++;
      if (look === 1) throw new GenaiError("rate-limited", "x", { retryable: true, retryAfterMs: 120_000 });
      if (look < 10 || (look > 11 && look < 20)) throw new GenaiError("malformed-response", "x");
      return look < 21 ? { state: "running" } : { state: "completed", body: { outputs: "回答" } };
    }, clock);
    expect(events.slice(0, 2)).toEqual([
      { type: "waiting", state: "queued", nextLookMs: 30_000 },
      { type: "waiting", state: "queued", nextLookMs: 120_000 },
    ]);
    expect(look).toBe(21);
  });

  it("ends at once for what no look would mend", async () => {
    const forbidden = () => {
      throw new GenaiError("forbidden", "x");
    };
    await expect(waited(forbidden, passingClock())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what an app says about itself", () => {
  it.each([
    ["処理中... ステップ 3/5", { done: 3, total: 5 }],
    ["ステップ３／５", { done: 3, total: 5 }],
    ["６０％ 完了", { done: 60, total: 100 }],
    ["7/5", undefined],
    ["0/0", undefined],
    ["もうすぐです", undefined],
    ["", undefined],
    [null, undefined],
  ])("progress %j", (text, progress) => expect(readProgress(text)).toEqual(progress));

  it.each([
    [
      "Gemini, with thoughts",
      [{ tokens: { promptTokenCount: 10, candidatesTokenCount: 4, thoughtsTokenCount: 3 } }],
      [10, 7],
    ],
    ["Bedrock", [{ tokens: { inputTokens: 10, outputTokens: 4, totalTokens: 14 } }], [10, 4]],
    ["OpenAI", [{ tokens: { prompt_tokens: 10, completion_tokens: 4 } }], [10, 4]],
    ["two models", [{ tokens: { inputTokens: 1 } }, { tokens: { outputTokens: 2 } }], [1, 2]],
    ["only what it cost", [{ estimatedCostInfo: { estimatedCost: 1, inputTokens: 5, outputTokens: 6 } }], [5, 6]],
    ["JSON text of a history", '[{"tokens":{"inputTokens":1,"outputTokens":2}}]', [1, 2]],
  ])("tokens of %s", (_name, metadata, [inputTokens, outputTokens]) => {
    expect(readUsage(metadata)).toEqual({ type: "usage", inputTokens, outputTokens });
  });

  it.each([[undefined], [{}], [[]], ["{"], [[{ tokens: { inputTokens: "many" } }]], [7]])(
    "no tokens in %j",
    (metadata) => {
      expect(readUsage(metadata)).toBeUndefined();
    },
  );
});
