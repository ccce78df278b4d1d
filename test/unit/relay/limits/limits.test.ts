import { GenaiError, type ModelCard } from "@genai-office/shared/vocabulary";
import { createDailyUsage } from "../../../../relay/src/limits/daily-usage";
import { createLimits, type Limits } from "../../../../relay/src/limits/limits";
import { memoryUsageStore, type UsageStore } from "../../../../relay/src/limits/usage-store";
import { localCaller, type Caller } from "../../../../relay/src/policy/caller";
import { defaultSettings } from "../../../../relay/src/settings/default-settings";
import type { Limits as LimitSettings, MinistrySettings } from "../../../../relay/src/settings/ministry-settings";
import type { RunOutcome } from "../../../../relay/src/streams/supervise-run";
import { stepOf, testCard } from "../../../support/test-step";

const step = stepOf("summarize");
const characters = step.blocks[0]!.text.length;
const finished: RunOutcome = {
  terminal: { type: "finished", reason: "stop" },
  clientGone: false,
  totalMs: 10,
  inputTokens: 100,
  outputTokens: 50,
  outputCharacters: 60,
};
/** Of a server that counts no tokens. */
const uncounted: RunOutcome = { terminal: finished.terminal, clientGone: false, totalMs: 10, outputCharacters: 60 };
const anna: Caller = { ...localCaller, pseudonym: "anna" };
const ben: Caller = { ...localCaller, pseudonym: "ben" };

interface Node {
  limits: Limits;
  flush(): Promise<void>;
}

let now: Date;
beforeEach(() => (now = new Date("2026-11-22T03:00:00Z")));

function node(limits: Partial<LimitSettings>, store: UsageStore = memoryUsageStore(), more: object = {}): Node {
  const settings: MinistrySettings = { ...defaultSettings, limits: { ...defaultSettings.limits, ...limits }, ...more };
  const usage = createDailyUsage({ store, now: () => now });
  return { limits: createLimits({ settings: () => settings, usage, now: () => now }), flush: () => usage.flush() };
}

async function refusal(limits: Limits, caller = anna, card = testCard(), asked: Parameters<Limits["admit"]>[1] = step) {
  const thrown = await limits.admit(caller, asked, card).then(
    () => undefined,
    (error: unknown) => error,
  );
  return thrown === undefined ? undefined : { code: (thrown as GenaiError).code, error: thrown as GenaiError };
}

async function run({ limits }: Node, caller = anna, outcome = finished, card: ModelCard = testCard()): Promise<void> {
  (await limits.admit(caller, step, card)).settle(outcome);
}

test("without settings everything goes, and use is counted all the same", async () => {
  const one = node({});
  for (let times = 0; times < 100; times++) await run(one);
  expect(await one.limits.usedBy(anna)).toEqual({ steps: 100, tokens: 15_000, cost: 0 });
});

describe("requests per minute", () => {
  test("any 60 seconds; the wait is until the oldest is a minute old; a refused one does not count", async () => {
    const one = node({ person: { requestsPerMinute: 3 } });
    await run(one);
    now = new Date(now.getTime() + 40_000);
    await run(one);
    await run(one);
    const first = await refusal(one.limits);
    expect(first).toMatchObject({ code: "rate-limited", error: { retryable: true, retryAfterMs: 20_000 } });
    now = new Date(now.getTime() + 19_999);
    expect(await refusal(one.limits)).toMatchObject({ code: "rate-limited", error: { retryAfterMs: 1 } });
    now = new Date(now.getTime() + 1);
    await run(one);
    expect(await refusal(one.limits)).toMatchObject({ error: { retryAfterMs: 40_000 } });
    expect(await refusal(one.limits, ben)).toBeUndefined();
  });

  test("of a section and of everybody", async () => {
    const one = node({ section: { requestsPerMinute: 2 }, whole: { requestsPerMinute: 3 } });
    const inSection = (caller: Caller): Caller => ({ ...caller, section: "x" });
    await run(one, inSection(anna));
    await run(one, inSection(ben));
    expect(await refusal(one.limits, inSection({ ...anna, pseudonym: "cora" }))).toMatchObject({
      code: "rate-limited",
    });
    expect(await refusal(one.limits, { ...anna, section: "y" })).toBeUndefined();
    expect(await refusal(one.limits, ben)).toMatchObject({ code: "rate-limited" });
  });

  test("a section's own limits take the place of the general ones, one by one", async () => {
    const sections = [
      { id: "x", name: { ja: "課" }, groups: ["g"], limits: { person: { requestsPerMinute: 3 }, section: {} } },
    ];
    const one = node({ person: { requestsPerMinute: 1, stepsPerDay: 2 } }, memoryUsageStore(), { sections });
    const caller = { ...anna, section: "x" };
    await run(one, caller);
    await run(one, caller);
    expect(await refusal(one.limits, caller)).toMatchObject({ code: "budget-exhausted" });
    await run(one, ben);
    expect(await refusal(one.limits, ben)).toMatchObject({ code: "rate-limited" });
  });
});

test("streams at the same time: ended, failed and refused ones give their place back, once", async () => {
  const one = node({ person: { concurrentStreams: 2 } });
  const first = await one.limits.admit(anna, step, testCard());
  const second = await one.limits.admit(anna, step, testCard());
  expect(await refusal(one.limits)).toMatchObject({ code: "rate-limited", error: { retryable: true } });
  first.cancel();
  first.cancel();
  first.settle(finished);
  await one.limits.admit(anna, step, testCard());
  expect(await refusal(one.limits)).toMatchObject({ code: "rate-limited" });
  second.settle(finished);
  expect(await refusal(one.limits)).toBeUndefined();
  expect((await one.limits.usedBy(anna)).steps).toBe(1);
});

describe("daily budgets", () => {
  test("steps: 100 at once on one node let through exactly what is left", async () => {
    const one = node({ person: { stepsPerDay: 7 } });
    const all = await Promise.allSettled(Array.from({ length: 100 }, () => one.limits.admit(anna, step, testCard())));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
    const codes = all.flatMap((one) => (one.status === "rejected" ? [(one.reason as GenaiError).code] : []));
    expect(new Set(codes)).toEqual(new Set(["budget-exhausted"]));
  });

  test("0 lets nothing through; the wait is until midnight in Japan, and asking again does not help", async () => {
    const one = node({ person: { stepsPerDay: 0 } });
    now = new Date("2026-11-22T14:59:50Z");
    const refused = await refusal(one.limits);
    expect(refused).toMatchObject({ code: "budget-exhausted", error: { retryable: false, retryAfterMs: 10_000 } });
  });

  test("the day is Japan's", async () => {
    const one = node({ person: { stepsPerDay: 1 } });
    now = new Date("2026-11-22T14:59:59Z");
    await run(one);
    expect(await refusal(one.limits)).toMatchObject({ code: "budget-exhausted" });
    now = new Date("2026-11-22T15:00:00Z");
    expect(await refusal(one.limits)).toBeUndefined();
  });

  test("tokens: a text that would go beyond the rest is not begun", async () => {
    const expected = Math.ceil(characters * testCard().tokensPerCharacter);
    const one = node({ person: { tokensPerDay: 150 + expected - 1 } });
    await run(one);
    expect(await refusal(one.limits)).toMatchObject({ code: "budget-exhausted" });
    const enough = node({ person: { tokensPerDay: 150 + expected } });
    await run(enough);
    expect(await refusal(enough.limits)).toBeUndefined();
  });

  test("cost by the price of the card, in yen", async () => {
    const price = { inputPerMillionTokens: 10_000, outputPerMillionTokens: 20_000 };
    const yen = testCard({ price: { currency: "JPY", ...price } });
    const dollars = testCard({ price: { currency: "USD", ...price } });
    const euros = testCard({ price: { currency: "EUR", ...price } });
    const one = node({ person: { costPerDay: 1000 }, exchangeRates: { USD: 150 } });
    await run(one, anna, finished, yen);
    expect((await one.limits.usedBy(anna)).cost).toBeCloseTo(2);
    await run(one, anna, finished, dollars);
    expect((await one.limits.usedBy(anna)).cost).toBeCloseTo(302);
    await run(one, anna, finished, euros);
    expect((await one.limits.usedBy(anna)).cost).toBeCloseTo(302);
  });

  test("a model that counts no tokens, and a stream that was left, are no way around", async () => {
    const one = node({});
    await run(one, anna, { ...uncounted, terminal: { type: "aborted", partial: "" }, outputCharacters: 100 });
    const { tokensPerCharacter } = testCard();
    const tokens = Math.ceil(characters * tokensPerCharacter) + Math.ceil(100 * tokensPerCharacter);
    expect(await one.limits.usedBy(anna)).toEqual({ steps: 1, tokens, cost: 0 });
  });

  test("what failed before any word came used no tokens", async () => {
    const error = new GenaiError("connection-failed", "no server");
    const one = node({});
    await run(one, anna, { ...uncounted, terminal: { type: "failed", error, partial: "" }, outputCharacters: 0 });
    expect(await one.limits.usedBy(anna)).toEqual({ steps: 1, tokens: 0, cost: 0 });
  });

  test("of a section and of everybody, over its people", async () => {
    const one = node({ section: { stepsPerDay: 2 }, whole: { stepsPerDay: 3 } });
    const inX = (caller: Caller): Caller => ({ ...caller, section: "x" });
    await run(one, inX(anna));
    await run(one, inX(ben));
    expect(await refusal(one.limits, inX(anna))).toMatchObject({ code: "budget-exhausted" });
    await run(one, ben);
    expect(await refusal(one.limits, anna)).toMatchObject({ code: "budget-exhausted" });
  });

  test("two nodes see each other's use with the next flush", async () => {
    const store = memoryUsageStore();
    const [one, two] = [node({ person: { stepsPerDay: 3 } }, store), node({ person: { stepsPerDay: 3 } }, store)];
    await run(one);
    await run(two);
    await one.flush();
    await two.flush();
    await one.flush();
    await run(one);
    expect(await refusal(one.limits)).toMatchObject({ code: "budget-exhausted" });
    await one.flush();
    await two.flush();
    expect(await refusal(two.limits)).toMatchObject({ code: "budget-exhausted" });
    expect(await two.limits.usedBy(anna)).toMatchObject({ steps: 3 });
  });

  test("a database that does not answer: budgets that are known go on, unknown ones let nothing through", async () => {
    const store = memoryUsageStore();
    let broken = false;
    const failing: UsageStore = {
      ...store,
      add: (amounts) => (broken ? Promise.reject(new Error("down")) : store.add(amounts)),
      read: (day, keys) => (broken ? Promise.reject(new Error("down")) : store.read(day, keys)),
    };
    const one = node({ person: { stepsPerDay: 3 } }, failing);
    await run(one);
    await one.flush();
    broken = true;
    await run(one);
    await expect(one.flush()).rejects.toThrow("down");
    expect(await refusal(one.limits, ben)).toMatchObject({ code: "unavailable", error: { retryable: true } });
    await run(one);
    expect(await refusal(one.limits)).toMatchObject({ code: "budget-exhausted" });
    broken = false;
    await one.flush();
    expect(await store.read("2026-11-22", [{ scope: "person", name: "anna" }])).toMatchObject([
      { amount: { steps: 3 } },
    ]);
  });
});

describe("sizes", () => {
  test("the text of a step, with everything that is text in it", async () => {
    const one = node({ textCharacters: characters });
    expect(await refusal(one.limits)).toBeUndefined();
    const longer = { ...step, options: { ...step.options, instruction: "短" } };
    expect(await refusal(one.limits, anna, testCard(), longer)).toMatchObject({ code: "input-too-large" });
  });

  test("files, as large as they are before base64", async () => {
    const research = stepOf("research");
    const withFile = (bytes: number): typeof research => ({
      ...research,
      options: {
        ...research.options,
        inputs: {
          ...research.options.inputs,
          files: { f: [{ filename: "a", content: Buffer.alloc(bytes).toString("base64") }] },
        },
      },
    });
    const one = node({ uploadBytes: 1000 });
    for (const bytes of [998, 999, 1000])
      expect(await refusal(one.limits, anna, testCard(), withFile(bytes))).toBeUndefined();
    expect(await refusal(one.limits, anna, testCard(), withFile(1001))).toMatchObject({ code: "input-too-large" });
  });
});
