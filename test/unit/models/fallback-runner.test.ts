import { createFallbackRunner, fallbacksOf } from "@genai-office/shared/models";
import {
  GenaiError,
  type GenaiErrorCode,
  type GenerateEvent,
  type ModelCard,
  type Step,
  type StepRunner,
  type SummarizeStep,
} from "@genai-office/shared/vocabulary";
import { modelCard } from "./cards";

const noon = new Date("2026-10-01T12:00:00+09:00");

function step(model: string, changes: Partial<SummarizeStep> = {}): SummarizeStep {
  return {
    task: "summarize",
    promptVersion: "summarize/2",
    model,
    declaredClass: "2",
    confirmed: true,
    documentHash: "f".repeat(64),
    blocks: [{ id: "a", kind: "paragraph", text: "要約する文。" }],
    options: { part: "chunk", length: { kind: "page" }, language: "ja", targetCharacters: 100 },
    ...changes,
  };
}

const words = (text: string): GenerateEvent[] => [
  { type: "text-delta", text },
  { type: "finished", reason: "stop" },
];

function failing(code: GenaiErrorCode, details: ConstructorParameters<typeof GenaiError>[2] = {}, partial = "") {
  const events: GenerateEvent[] = partial === "" ? [] : [{ type: "text-delta", text: partial }];
  return [...events, { type: "failed", error: new GenaiError(code, "scripted", details), partial } as GenerateEvent];
}

/** A runner with an answer for each model; `asked` lists the models that got a request. */
function scripted(answers: Record<string, GenerateEvent[]>): StepRunner & { asked: string[]; steps: Step[] } {
  const asked: string[] = [];
  const steps: Step[] = [];
  return {
    asked,
    steps,
    async *run(asking) {
      asked.push(asking.model);
      steps.push(asking);
      yield* answers[asking.model] ?? failing("model-unknown");
    },
  };
}

async function run(
  runner: StepRunner,
  cards: ModelCard[],
  asking: Step,
  more: Partial<Parameters<typeof createFallbackRunner>[0]> = {},
  signal?: AbortSignal,
): Promise<GenerateEvent[]> {
  const events: GenerateEvent[] = [];
  const chain = createFallbackRunner({ runner, cards, now: () => noon, ...more });
  for await (const event of chain.run(asking, signal === undefined ? {} : { signal })) events.push(event);
  expect(events.filter(({ type }) => ["finished", "failed", "aborted"].includes(type))).toHaveLength(1);
  expect(["finished", "failed", "aborted"]).toContain(events.at(-1)?.type);
  return events;
}

const switches = (events: GenerateEvent[]) =>
  events.flatMap((event) => (event.type === "model-switched" ? [`${event.from}>${event.to}:${event.reason}`] : []));
const text = (events: GenerateEvent[]): string =>
  events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");

describe("a failure before any word", () => {
  const cards = [modelCard("a", { fallbacks: ["b", "c"] }), modelCard("b"), modelCard("c")];

  test.each<[GenaiErrorCode, ConstructorParameters<typeof GenaiError>[2]]>([
    ["unavailable", {}],
    ["rate-limited", { retryable: true }],
    ["server-error", {}],
    ["connection-failed", {}],
    ["connection-lost", {}],
    ["timeout", { phase: "connect" }],
    ["timeout", { phase: "first-token" }],
    ["not-found", {}],
    ["model-unknown", {}],
    ["upstream-unauthorized", {}],
    ["upstream-error", {}],
  ])("%s %j: the next one answers, and is named before its words", async (code, details) => {
    const runner = scripted({ a: failing(code, details), b: words("答え") });
    const events = await run(runner, cards, step("a"));
    expect(events).toEqual([{ type: "model-switched", from: "a", to: "b", reason: code }, ...words("答え")]);
    expect(runner.asked).toEqual(["a", "b"]);
    expect(runner.steps[1]).toEqual(step("b"));
  });

  test.each<[GenaiErrorCode, ConstructorParameters<typeof GenaiError>[2]]>([
    ["confidentiality-blocked", {}],
    ["confidentiality-unconfirmed", {}],
    ["model-not-cleared", {}],
    ["bad-request", {}],
    ["content-blocked", {}],
    ["refused", {}],
    ["aborted", {}],
    ["unauthorized", {}],
    ["forbidden", {}],
    ["timeout", { phase: "idle" }],
    ["timeout", { phase: "total" }],
    ["internal", {}],
  ])("%s %j: nobody else is asked", async (code, details) => {
    const runner = scripted({ a: failing(code, details), b: words("答え") });
    expect(await run(runner, cards, step("a"))).toMatchObject([{ type: "failed", error: { code } }]);
    expect(runner.asked).toEqual(["a"]);
  });

  test("the whole chain is told; when nobody answers, the first model's failure is what counts", async () => {
    const runner = scripted({ a: failing("rate-limited", { retryAfterMs: 5 }), b: failing("server-error") });
    const events = await run(runner, cards, step("a"));
    expect(switches(events)).toEqual(["a>b:rate-limited", "b>c:server-error"]);
    expect(events.at(-1)).toMatchObject({ error: { code: "rate-limited", retryAfterMs: 5 } });
  });

  test("a fallback that is refused by the gate or filters the answer ends the chain", async () => {
    const runner = scripted({ a: failing("unavailable"), b: failing("content-blocked"), c: words("答え") });
    expect((await run(runner, cards, step("a"))).at(-1)).toMatchObject({ error: { code: "content-blocked" } });
    expect(runner.asked).toEqual(["a", "b"]);
  });

  test("usage and progress before the failure do not stand in the way, words do", async () => {
    const usage: GenerateEvent = { type: "usage", inputTokens: 1, outputTokens: 0 };
    const early = scripted({ a: [usage, ...failing("server-error")], b: words("答え") });
    expect(text(await run(early, cards, step("a")))).toBe("答え");
    const late = scripted({ a: failing("server-error", {}, "言"), b: words("答え") });
    const events = await run(late, cards, step("a"));
    expect(events.at(-1)).toMatchObject({ type: "failed", partial: "言" });
    expect(late.asked).toEqual(["a"]);
  });

  test("an empty answer and a filtered one are ends of their own", async () => {
    const empty = scripted({ a: [{ type: "finished", reason: "content_filter" }], b: words("答え") });
    expect(await run(empty, cards, step("a"))).toEqual([{ type: "finished", reason: "content_filter" }]);
  });

  test("a failure that concerns all models, and a runner that ends silently", async () => {
    const runner = scripted({ a: failing("connection-failed"), b: words("答え") });
    const concernsAll = (error: GenaiError): boolean => error.requestId === undefined;
    expect((await run(runner, cards, step("a"), { concernsAll })).at(-1)).toMatchObject({ type: "failed" });
    expect(runner.asked).toEqual(["a"]);
    const named = scripted({ a: failing("connection-failed", { requestId: "r" }), b: words("答え") });
    expect(text(await run(named, cards, step("a"), { concernsAll }))).toBe("答え");
    const silent = scripted({ a: [], b: words("答え") });
    expect(switches(await run(silent, cards, step("a")))).toEqual(["a>b:incomplete-stream"]);
    expect((await run(scripted({ a: [] }), [modelCard("a")], step("a"))).at(-1)).toMatchObject({
      error: { code: "incomplete-stream" },
    });
  });

  test("a cancel between two models", async () => {
    const controller = new AbortController();
    const runner: StepRunner = {
      async *run() {
        controller.abort();
        yield* failing("unavailable");
      },
    };
    const events = await run(runner, cards, step("a"), {}, controller.signal);
    expect(events).toEqual([{ type: "aborted", partial: "" }]);
  });

  test("the rest of an answer, and an AI app, are asked of nobody else", async () => {
    const runner = scripted({ a: failing("unavailable"), b: words("答え") });
    expect((await run(runner, cards, step("a", { written: "前半" }))).at(-1)).toMatchObject({ type: "failed" });
    const research: Step = {
      ...step("a"),
      task: "research",
      options: { app: "x", inputs: { values: {}, files: {} }, sessionId: "00000000-0000-4000-8000-000000000000" },
    };
    expect((await run(runner, cards, research)).at(-1)).toMatchObject({ type: "failed" });
    expect(runner.asked).toEqual(["a", "a"]);
  });
});

describe("only models that may and can", () => {
  const from = (fallbacks: ModelCard[], changes: Partial<ModelCard> = {}): ModelCard[] => [
    modelCard("a", { fallbacks: fallbacks.map(({ id }) => id), ...changes }),
    ...fallbacks,
  ];

  test("class, task, language, retirement, hours and size", async () => {
    const cards = from([
      modelCard("uncleared", { clearance: "1" }),
      modelCard("abroad", { region: "other" }),
      modelCard("translator", { tasks: ["translate"] }),
      modelCard("english", { languages: ["en"] }),
      modelCard("gone", { retires: "2026-09-30" }),
      modelCard("asleep", { hours: { from: "13:00", to: "12:00" } }),
      modelCard("tiny", { contextTokens: 100, outputTokens: 50 }),
      modelCard("able"),
    ]);
    const runner = scripted({ a: failing("unavailable"), able: words("答え") });
    const events = await run(
      runner,
      cards,
      step("a", { blocks: [{ id: "a", kind: "paragraph", text: "あ".repeat(200) }] }),
    );
    expect(switches(events)).toEqual(["a>able:unavailable"]);
    expect(runner.asked).toEqual(["a", "able"]);
  });

  test("the class that the gate found counts, when it is told", async () => {
    const cards = from([modelCard("open", { clearance: "1" }), modelCard("cleared")]);
    const runner = scripted({ a: failing("unavailable"), cleared: words("答え"), open: words("違う") });
    const events = await run(runner, cards, step("a", { declaredClass: "none" }), { classOf: () => "2" });
    expect(text(events)).toBe("答え");
  });

  test("a closed or retired model gets no request", async () => {
    const closed = scripted({ b: words("答え") });
    const hours = { from: "08:00", to: "24:00" };
    const night = { now: () => new Date("2026-10-02T01:30:00+09:00") };
    expect(switches(await run(closed, from([modelCard("b")], { hours }), step("a"), night))).toEqual(["a>b:closed"]);
    expect(closed.asked).toEqual(["b"]);
    const gone = scripted({ b: words("答え") });
    expect(switches(await run(gone, from([modelCard("b")], { retires: "2026-09-30" }), step("a")))).toEqual([
      "a>b:model-unknown",
    ]);
    const alone = scripted({ a: words("答え") });
    expect(await run(alone, [modelCard("a", { hours })], step("a"), night)).toMatchObject([
      { type: "failed", error: { code: "unavailable" } },
    ]);
    expect(alone.asked).toEqual([]);
  });

  test("no room: a larger one is asked, beforehand by the estimate, afterwards by the refusal", async () => {
    const cards = from([modelCard("same"), modelCard("large", { contextTokens: 100_000 })]);
    const long = step("a", { blocks: [{ id: "a", kind: "paragraph", text: "あ".repeat(9_000) }] });
    const estimated = scripted({ large: words("答え") });
    expect(switches(await run(estimated, cards, long))).toEqual(["a>large:too-small"]);
    expect(estimated.asked).toEqual(["large"]);
    const refused = scripted({ a: failing("input-too-large"), same: words("違う"), large: words("答え") });
    expect(switches(await run(refused, cards, step("a")))).toEqual(["a>large:input-too-large"]);
    const nowhere = scripted({ a: failing("input-too-large"), b: words("違う") });
    expect((await run(nowhere, from([modelCard("b")]), step("a"))).at(-1)).toMatchObject({
      error: { code: "input-too-large" },
    });
    // The estimate alone refuses nobody: without a larger model the step is sent.
    const only = scripted({ a: words("答え") });
    expect(text(await run(only, from([modelCard("b")]), long))).toBe("答え");
  });
});

describe("the chain", () => {
  const question = { task: "summarize", class: "1", now: noon } as const;

  test("no loop, each once, its own list first, at most four", () => {
    const cards = [
      modelCard("a", { fallbacks: ["b", "c", "a"] }),
      modelCard("b", { fallbacks: ["a", "d"] }),
      modelCard("c", { fallbacks: ["b", "c"] }),
      modelCard("d", { fallbacks: ["e"] }),
      modelCard("e", { fallbacks: ["f", "nobody"] }),
      modelCard("f"),
    ];
    expect(fallbacksOf(cards[0]!, cards, question).map(({ id }) => id)).toEqual(["b", "c", "d", "e"]);
  });

  test("a model that is closed still says who stands in for it", () => {
    const cards = [
      modelCard("a", { fallbacks: ["b"] }),
      modelCard("b", { fallbacks: ["c"], hours: { from: "01:00", to: "02:00" } }),
      modelCard("c"),
    ];
    expect(fallbacksOf(cards[0]!, cards, question).map(({ id }) => id)).toEqual(["c"]);
  });
});

describe("whatever the runner does", () => {
  const cards = [modelCard("a", { fallbacks: ["b"] }), modelCard("b")];

  const throwing: [string, StepRunner][] = [
    [
      "throws at once",
      {
        run: () => {
          throw new Error("geheim");
        },
      },
    ],
    [
      "throws while it is read",
      {
        async *run() {
          throw new Error("geheim");
        },
      },
    ],
  ];
  test.each(throwing)("one that %s: a failed event", async (_what, runner) => {
    for (const asking of [step("a"), step("a", { written: "前半" }), step("unknown")])
      expect(await run(runner, cards, asking)).toMatchObject([
        { type: "failed", error: { code: "internal" }, partial: "" },
      ]);
  });

  test("one that throws after words: they are told as the partial answer", async () => {
    const runner: StepRunner = {
      async *run() {
        yield { type: "text-delta", text: "途中" };
        throw new GenaiError("unavailable", "scripted");
      },
    };
    expect((await run(runner, cards, step("a"))).at(-1)).toMatchObject({
      type: "failed",
      error: { code: "unavailable" },
      partial: "途中",
    });
  });

  test("one that throws that it is not available: the next one is asked", async () => {
    const runner: StepRunner = {
      async *run(asking) {
        if (asking.model === "a") throw new GenaiError("unavailable", "scripted");
        yield* words("答え");
      },
    };
    expect(text(await run(runner, cards, step("a")))).toBe("答え");
  });

  test("cards that cannot be read are a failed event", async () => {
    const runner = scripted({ a: words("答え") });
    const broken = {
      cards: () => {
        throw new GenaiError("unavailable", "no catalogue");
      },
    };
    expect(await run(runner, cards, step("a"), broken)).toMatchObject([
      { type: "failed", error: { code: "unavailable" } },
    ]);
  });

  test.each([
    ["a chain", step("a")],
    ["the rest of an answer", step("a", { written: "前半" })],
  ])("leaving while it hangs ends %s at once, aborts it and closes it", async (_what, asking) => {
    let signal: AbortSignal | undefined;
    let closed = false;
    const hanging: StepRunner = {
      run: (_step, options) => ({
        [Symbol.asyncIterator]: () => {
          signal = options?.signal;
          return {
            next: () => new Promise<never>(() => undefined),
            return: () => {
              closed = true;
              return new Promise<never>(() => undefined);
            },
          };
        },
      }),
    };
    const iterator = createFallbackRunner({ runner: hanging, cards, now: () => noon })
      .run(asking)
      [Symbol.asyncIterator]();
    const pending = iterator.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await iterator.return!()).toMatchObject({ done: true });
    expect(await pending).toMatchObject({ done: true });
    expect(await iterator.next()).toMatchObject({ done: true });
    expect(signal?.aborted).toBe(true);
    expect(closed).toBe(true);
  });

  test("leaving between two events waits until the runner has closed", async () => {
    let closed = false;
    const runner: StepRunner = {
      async *run() {
        try {
          for (;;) yield { type: "text-delta", text: "あ" };
        } finally {
          await new Promise((resolve) => setTimeout(resolve, 5));
          closed = true;
        }
      },
    };
    for await (const event of createFallbackRunner({ runner, cards, now: () => noon }).run(step("a"))) {
      expect(event.type).toBe("text-delta");
      break;
    }
    expect(closed).toBe(true);
  });
});
