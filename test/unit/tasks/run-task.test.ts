import { runSteps, runTask, StepProgress } from "@genai-office/shared/tasks";
import {
  GenaiError,
  type SummarizeStep,
  type TaskEvent,
  type TaskProgressEvent,
} from "@genai-office/shared/vocabulary";
import { answered, failed, ScriptedRunner } from "./scripted-runner";

async function all<Result>(events: AsyncIterable<TaskEvent<Result>>): Promise<TaskEvent<Result>[]> {
  const seen: TaskEvent<Result>[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

const step = (id: string): SummarizeStep => ({
  task: "summarize",
  promptVersion: "summarize/2",
  model: "scripted",
  declaredClass: "none",
  confirmed: false,
  documentHash: "",
  blocks: [{ id, kind: "paragraph", text: id }],
  options: { part: "chunk", length: { kind: "page" }, language: "ja", targetCharacters: 10 },
});
const never = new AbortController().signal;

describe("runTask", () => {
  test("one terminal event for a result, an error, and a thrown string", async () => {
    expect(await all(runTask(async () => 1))).toEqual([{ type: "completed", result: 1 }]);
    const error = new GenaiError("timeout", "late");
    expect(await all(runTask(() => Promise.reject(error)))).toEqual([{ type: "failed", error }]);
    const [event] = await all(runTask(() => Promise.reject("odd")));
    expect(event).toMatchObject({ type: "failed", error: { code: "internal" } });
  });

  test("a cancel ends the stream at once, also when the work never notices", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    const seen = await all(
      runTask<number>(
        ({ report }) => {
          report({ type: "planned", steps: 3 });
          return new Promise(() => undefined);
        },
        { signal: controller.signal },
      ),
    );
    expect(seen).toEqual([{ type: "planned", steps: 3 }, { type: "aborted" }]);
  });

  test("nothing starts when it was cancelled before", async () => {
    let started = false;
    const work = async (): Promise<void> => {
      started = true;
    };
    expect(await all(runTask(work, { signal: AbortSignal.abort() }))).toEqual([{ type: "aborted" }]);
    expect(started).toBe(false);
  });

  test("leaving the loop cancels the work; what it reports later is dropped", async () => {
    let signal: AbortSignal | undefined;
    const events = runTask<void>(async (context) => {
      signal = context.signal;
      context.report({ type: "preview", text: "あ" });
      await new Promise((resolve) => context.signal.addEventListener("abort", resolve));
      context.report({ type: "preview", text: "い" });
    });
    for await (const event of events) {
      expect(event).toEqual({ type: "preview", text: "あ" });
      break;
    }
    expect(signal!.aborted).toBe(true);
  });
});

describe("runSteps", () => {
  test("runs so many at a time, and returns outcomes in order", async () => {
    const runner = new ScriptedRunner((asked) => asked.blocks[0]!.id, 10);
    const steps = ["a", "b", "c", "d", "e"].map(step);
    const outcomes = await runSteps(steps, runner, { signal: never, concurrency: 2 });
    expect(outcomes.map((outcome) => outcome.text)).toEqual(["a", "b", "c", "d", "e"]);
    expect(runner.mostRunning).toBe(2);
  });

  test("the first failure aborts the others and starts no more", async () => {
    const runner = new ScriptedRunner((asked) => (asked.blocks[0]!.id === "a" ? failed("rate-limited") : "ok"), 0);
    const slow = new ScriptedRunner(() => "ok", 10_000);
    const mixed = {
      run: (asked: SummarizeStep, options: object) => (asked.blocks[0]!.id === "a" ? runner : slow).run(asked, options),
    };
    const running = runSteps(["a", "b", "c"].map(step), mixed as never, { signal: never, concurrency: 2 });
    await expect(running).rejects.toMatchObject({ code: "rate-limited" });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(slow.steps).toHaveLength(1);
    expect(slow.aborted).toBe(1);
    expect(slow.running).toBe(0);
  });

  test.each([
    ["content_filter", "content-blocked"],
    ["tool_calls", "upstream-error"],
    ["other", "upstream-error"],
  ] as const)("an answer that ended by %s is a failure", async (reason, code) => {
    const runner = new ScriptedRunner(() => [
      { type: "text-delta", text: "途中" },
      { type: "finished", reason },
    ]);
    await expect(runSteps([step("a")], runner, { signal: never })).rejects.toMatchObject({ code });
  });

  test("a runner that ends in silence, or throws, is a failure", async () => {
    const silent = new ScriptedRunner(() => [{ type: "text-delta", text: "途中" }]);
    await expect(runSteps([step("a")], silent, { signal: never })).rejects.toMatchObject({ code: "incomplete-stream" });
    const throwing = new ScriptedRunner(() => {
      throw new Error("broken promise");
    });
    await expect(runSteps([step("a")], throwing, { signal: never })).rejects.toMatchObject({ code: "internal" });
  });

  test("a cut answer is told apart", async () => {
    const runner = new ScriptedRunner(() => answered("途中", "length"));
    expect(await runSteps([step("a")], runner, { signal: never })).toMatchObject([{ text: "途中", reason: "length" }]);
  });
});

test("progress tells how much is left, in rounds of the concurrency", () => {
  const seen: TaskProgressEvent[] = [];
  const progress = new StepProgress(5, 2, (event) => seen.push(event));
  progress.stepDone(100);
  progress.stepDone(300);
  progress.expect(3);
  progress.stepDone(200);
  expect(seen).toEqual([
    { type: "progress", done: 1, total: 5, remainingMs: 200 },
    { type: "progress", done: 2, total: 5, remainingMs: 400 },
    { type: "progress", done: 3, total: 3, remainingMs: 0 },
  ]);
});
