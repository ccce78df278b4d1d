import {
  compare,
  summarize,
  type CompareEvent,
  type Comparison,
  type SummarizeRequest,
} from "@genai-office/shared/tasks";
import type { SummarizeResult } from "@genai-office/shared/tasks";
import type { GenerateEvent, ModelCard, StepRunner } from "@genai-office/shared/vocabulary";
import { answered, cardWith, failed, ScriptedRunner } from "./scripted-runner";

type Event = CompareEvent<SummarizeResult>;

const sentence = (length: number, character = "あ"): string => `${character.repeat(length - 1)}。`;
const card = (id: string, more: Partial<ModelCard> = {}): ModelCard => cardWith(8000, { id, ...more });

function comparison(cards: ModelCard[], more: Partial<Comparison<SummarizeRequest, SummarizeResult>> = {}) {
  return {
    cards,
    task: summarize,
    makeRequest: (model: ModelCard): SummarizeRequest => ({
      blocks: [{ id: "a", kind: "paragraph", text: sentence(300) }],
      length: { kind: "characters", characters: 100 },
      language: "ja",
      card: model,
      declaredClass: "2",
      confirmed: true,
      documentHash: "f".repeat(64),
    }),
    ...more,
  };
}

async function collect(events: AsyncIterable<Event>): Promise<Event[]> {
  const all: Event[] = [];
  for await (const event of events) all.push(event);
  const terminals = all.filter(({ type }) => ["completed", "aborted", "failed"].includes(type));
  expect(terminals).toHaveLength(1);
  expect(all.at(-1)).toBe(terminals[0]);
  return all;
}

function columnsOf(events: Event[]) {
  const last = events.at(-1)!;
  if (last.type !== "completed") throw new Error(`ended with ${last.type}`);
  return last.columns;
}

test("each model runs the whole task; columns keep the order of the cards and tell time, tokens and cost", async () => {
  const price = { currency: "JPY", inputPerMillionTokens: 1_000_000, outputPerMillionTokens: 2_000_000 };
  const runner = new ScriptedRunner((step) => `${sentence(100, step.model === "first" ? "い" : "う")}[1]`, 20);
  const events = await collect(compare(comparison([card("first", { price }), card("second")]), runner));
  const columns = columnsOf(events);
  expect(columns.map(({ model, text }) => [model, text])).toEqual([
    ["first", sentence(100, "い")],
    ["second", sentence(100, "う")],
  ]);
  expect(columns[0]).toMatchObject({
    usage: { inputTokens: 100, outputTokens: 10 },
    cost: { currency: "JPY", amount: 120 },
  });
  expect(columns[0]!.milliseconds).toBeGreaterThanOrEqual(15);
  expect(columns[0]!.result?.statements[0]?.sources).toEqual(["a"]);
  expect(columns[1]!.cost).toBeUndefined();
  expect(runner.mostRunning).toBe(2);
  for (const model of ["first", "second"]) {
    const own = events.flatMap((event) => (event.type === "column" && event.model === model ? [event.event.type] : []));
    expect(own.filter((type) => ["completed", "failed", "aborted"].includes(type))).toEqual(["completed"]);
    expect(own.at(-1)).toBe("completed");
    expect(own).toContain("preview");
  }
  expect(events.filter(({ type }) => type === "column-ended")).toHaveLength(2);
});

test("no more models at the same time than allowed, and a card named twice has one column", async () => {
  const runner = new ScriptedRunner(() => `${sentence(100, "い")}[1]`, 10);
  const cards = ["a", "b", "c", "d", "a"].map((id) => card(id));
  const columns = columnsOf(await collect(compare(comparison(cards), runner, { concurrency: 2 })));
  expect(columns.map(({ model }) => model)).toEqual(["a", "b", "c", "d"]);
  expect(runner.mostRunning).toBe(2);
});

test("a column that fails, throws or goes on for ever does not end the others", async () => {
  const runner = new ScriptedRunner((step) => {
    if (step.model === "broken") return failed("server-error");
    if (step.model === "endless")
      return Array.from({ length: 50 }, () => ({ type: "text-delta" as const, text: sentence(500) }));
    return `${sentence(100, "い")}[1]`;
  });
  const given = comparison(["broken", "endless", "thrown", "well"].map((id) => card(id)));
  const makeRequest = (model: ModelCard): SummarizeRequest => {
    if (model.id === "thrown") throw new Error("a bug of the caller");
    return given.makeRequest(model);
  };
  const columns = columnsOf(await collect(compare({ ...given, makeRequest }, runner)));
  expect(columns.map(({ error }) => error?.code)).toEqual(["server-error", "output-too-long", "internal", undefined]);
  expect(columns.map(({ text }) => text === "")).toEqual([true, true, true, false]);
});

test("the gate holds for each model: what is not cleared gets no step", async () => {
  const runner = new ScriptedRunner(() => `${sentence(100, "い")}[1]`);
  const cards = [
    card("refused"),
    card("abroad", { region: "other" }),
    card("open", { clearance: "1" }),
    card("cleared"),
  ];
  const columns = columnsOf(
    await collect(
      compare(
        comparison(cards, { refusalOf: ({ id }) => (id === "refused" ? "confidentiality-unconfirmed" : undefined) }),
        runner,
      ),
    ),
  );
  expect(columns.map(({ error }) => error?.code)).toEqual([
    "confidentiality-unconfirmed",
    "model-not-cleared",
    "model-not-cleared",
    undefined,
  ]);
  expect(runner.steps.map(({ model }) => model)).toEqual(["cleared"]);
});

test("another model's words are not shown in a column", async () => {
  const runner: StepRunner = {
    async *run(step): AsyncGenerator<GenerateEvent> {
      if (step.model === "switching")
        yield { type: "model-switched", from: "switching", to: "other", reason: "unavailable" };
      yield* answered(`${sentence(100, "い")}[1]`);
    },
  };
  const columns = columnsOf(await collect(compare(comparison([card("switching"), card("honest")]), runner)));
  expect(columns.map(({ error, text }) => [error?.code, text])).toEqual([
    ["unavailable", ""],
    [undefined, sentence(100, "い")],
  ]);
});

test("a cancel ends all columns at once; leaving the loop ends their steps", async () => {
  const controller = new AbortController();
  const slow = new ScriptedRunner(() => "x", 60_000);
  const running = collect(compare(comparison([card("a"), card("b")]), slow, { signal: controller.signal }));
  setTimeout(() => controller.abort(), 30);
  const started = performance.now();
  expect((await running).at(-1)).toEqual({ type: "aborted" });
  expect(performance.now() - started).toBeLessThan(15_000);

  const left = new ScriptedRunner(() => "x", 5_000);
  for await (const event of compare(comparison([card("a"), card("b")]), left)) {
    expect(event.type).toBe("column");
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(left.running).toBe(0);
  expect(slow.running).toBe(0);
});

test("no card, and a signal that was aborted before", async () => {
  const runner = new ScriptedRunner(() => "x");
  expect((await collect(compare(comparison([]), runner))).at(-1)).toMatchObject({
    type: "failed",
    error: { code: "no-model" },
  });
  const events = await collect(compare(comparison([card("a")]), runner, { signal: AbortSignal.abort() }));
  expect(events).toEqual([{ type: "aborted" }]);
  expect(runner.steps).toHaveLength(0);
});
