import { plannedSteps, summarize, type SummarizeRequest, type SummarizeResult } from "@genai-office/shared/tasks";
import type { Block, StepRunner, SummarizeStep, TaskEvent } from "@genai-office/shared/vocabulary";
import { cardWith, failed, ScriptedRunner } from "./scripted-runner";

const paragraphs = (count: number): Block[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    kind: "paragraph",
    text: `第${index + 1}号の事業は、${"令和年度に実施し、成果を確かめる".repeat(10)}。`,
  }));

const sent = (step: SummarizeStep): number => step.blocks.reduce((sum, block) => sum + block.text.length, 0);

/** A server that has room for so many characters of source, and then says so by its refusal; it cites all it was given. */
const server = (room: number): ScriptedRunner =>
  new ScriptedRunner((step) => {
    if (sent(step) > room) return failed("input-too-large");
    const words = Math.max(1, Math.floor(step.options.targetCharacters) - 3);
    return `要約${"あ".repeat(words)}。[1-${step.blocks.length}]`;
  });

const request = (blocks: Block[], contextTokens: number): SummarizeRequest => ({
  blocks,
  length: { kind: "characters", characters: 200 },
  language: "ja",
  card: cardWith(contextTokens),
  declaredClass: "1",
  confirmed: false,
  documentHash: "f".repeat(64),
});

async function run(asked: SummarizeRequest, runner: StepRunner): Promise<TaskEvent<SummarizeResult>[]> {
  const events: TaskEvent<SummarizeResult>[] = [];
  for await (const event of summarize(asked, runner)) events.push(event);
  const progress = events.flatMap((event) => (event.type === "progress" ? [event] : []));
  expect(progress.every(({ done, total }) => done <= total)).toBe(true);
  return events;
}

test.each([
  ["the only step", 20, 8000, 2_000],
  ["parts of a long source", 200, 8000, 3_500],
  ["a model with a quarter of the room", 100, 8000, 1_500],
])("%s: cut in two where the estimate was too low, nothing lost", async (_name, count, context, room) => {
  const runner = server(room);
  const last = (await run(request(paragraphs(count), context), runner)).at(-1)!;
  if (last.type !== "completed") throw new Error(`ended with ${JSON.stringify(last)}`);
  const answered = runner.steps.filter((step) => step.options.part === "chunk" && sent(step) <= room);
  const seen = answered.flatMap((step) => step.blocks.map(({ id }) => id.replace(/#\d+$/, "")));
  expect(new Set(seen)).toEqual(new Set(paragraphs(count).map(({ id }) => id)));
  expect(new Set(last.result.statements.flatMap(({ sources }) => sources))).toEqual(new Set(seen));
  expect(runner.steps.length).toBeLessThan(6 * Math.ceil(sentTotal(count) / room) + 6);
});

test("the order of the parts stays, also when only some were too large", async () => {
  const runner = new ScriptedRunner((step) => {
    if (step.options.part === "merge") return `${"あ".repeat(199)}。[1]`;
    if (step.blocks[0]!.id !== "p1" && sent(step) > 4_000) return failed("input-too-large");
    return `${step.blocks[0]!.id}から始まる部分。[1]`;
  });
  const events = await run(request(paragraphs(100), 8000), runner);
  expect(events.at(-1)).toMatchObject({ type: "completed" });
  const merged = runner.steps.at(-1)!.blocks.map(({ text }) => Number(/p(\d+)/.exec(text)![1]));
  expect(merged).toEqual([...merged].sort((a, b) => a - b));
  expect(merged.length).toBeGreaterThan(3);
});

test("a server that has room for nothing is an error after a few steps, not a loop", async () => {
  const runner = server(0);
  const events = await run(request(paragraphs(20), 8000), runner);
  expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "input-too-large" } });
  expect(runner.steps.length).toBeLessThan(10);
});

test("the steps told beforehand are those of the plan", async () => {
  for (const [count, context] of [
    [1, 8000],
    [60, 8000],
    [300, 3000],
  ] as const) {
    const asked = request(paragraphs(count), context);
    const events = await run(asked, server(Infinity));
    expect(events[0]).toEqual({ type: "planned", steps: plannedSteps(asked.blocks, asked.length, asked.card) });
  }
  expect(plannedSteps([], { kind: "page" }, cardWith(8000))).toBe(0);
});

function sentTotal(count: number): number {
  return paragraphs(count).reduce((sum, block) => sum + block.text.length, 0);
}
