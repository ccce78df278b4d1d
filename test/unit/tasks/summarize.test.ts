import { summarize, type SummarizeRequest, type SummarizeResult } from "@genai-office/shared/tasks";
import type { Block, StepRunner, TaskEvent } from "@genai-office/shared/vocabulary";
import { answered, cardWith, failed, ScriptedRunner, type Script } from "./scripted-runner";

const paragraph = (id: string, text: string): Block => ({ id, kind: "paragraph", text, style: "本文" });

/** A sentence of exactly `length` characters. */
const sentence = (length: number, character = "あ"): string => `${character.repeat(length - 1)}。`;

function request(more: Partial<SummarizeRequest> = {}): SummarizeRequest {
  return {
    blocks: [
      paragraph("a", sentence(300)),
      paragraph("b", sentence(300, "い")),
      paragraph("e", " "),
      paragraph("c", sentence(300, "う")),
    ],
    length: { kind: "characters", characters: 100 },
    language: "ja",
    card: cardWith(8000),
    declaredClass: "2",
    confirmed: true,
    documentHash: "f".repeat(64),
    ...more,
  };
}

async function run(asked: SummarizeRequest, runner: StepRunner, options = {}): Promise<TaskEvent<SummarizeResult>[]> {
  const events: TaskEvent<SummarizeResult>[] = [];
  for await (const event of summarize(asked, runner, options)) events.push(event);
  const terminals = events.filter((event) => ["completed", "aborted", "failed"].includes(event.type));
  expect(terminals).toHaveLength(1);
  expect(events.at(-1)).toBe(terminals[0]);
  return events;
}

function resultOf(events: TaskEvent<SummarizeResult>[]): SummarizeResult {
  const last = events.at(-1)!;
  if (last.type !== "completed") throw new Error(`ended with ${JSON.stringify(last)}`);
  return last.result;
}

/** What a person sees at the end, when every preview event is followed. */
function shown(events: TaskEvent<SummarizeResult>[]): string {
  return events.reduce(
    (text, event) => (event.type !== "preview" ? text : event.restarted === true ? event.text : text + event.text),
    "",
  );
}

test("one chunk: a step with what the model needs, a preview without marks, statements with their blocks", async () => {
  const runner = new ScriptedRunner(() => `以下に要約します。\n${sentence(50)}[1]${sentence(50, "い")}[3,2,9]`);
  const events = await run(request({ instruction: "短く" }), runner);
  expect(runner.steps).toHaveLength(1);
  expect(runner.steps[0]).toEqual({
    task: "summarize",
    promptVersion: "summarize/2",
    model: "scripted",
    declaredClass: "2",
    confirmed: true,
    documentHash: "f".repeat(64),
    blocks: ["a", "b", "c"].map((id) => ({ id, kind: "paragraph", text: expect.any(String) })),
    options: {
      part: "chunk",
      length: { kind: "characters", characters: 100 },
      language: "ja",
      targetCharacters: 100,
      instruction: "短く",
    },
  });
  const text = sentence(50) + sentence(50, "い");
  expect(resultOf(events)).toMatchObject({
    text,
    paragraphs: [text],
    statements: [
      { text: sentence(50), sources: ["a"], layout: "sentence" },
      { text: sentence(50, "い"), sources: ["b", "c"], layout: "sentence" },
    ],
    usage: { inputTokens: 100, outputTokens: 10 },
    reason: "stop",
  });
  expect(resultOf(events).findings.filter((finding) => finding.guard === "length")).toEqual([]);
  expect(shown(events)).toBe(text);
  expect(events[0]).toEqual({ type: "planned", steps: 1 });
  expect(events.filter((event) => event.type === "preview").length).toBeGreaterThan(10);
});

test("a long source: chunks side by side, one merge, sources lead back to the blocks", async () => {
  const blocks = Array.from({ length: 60 }, (_, index) => paragraph(`p${index}`, `第${index}の事項を${sentence(180)}`));
  const script: Script = (step) =>
    step.options.part === "chunk"
      ? `${step.blocks[0]!.text.slice(0, 8)}${sentence(60)}[1,2]${sentence(50)}[3]`
      : `${sentence(100)}[1][4]`;
  const runner = new ScriptedRunner(script, 5);
  const events = await run(request({ blocks, card: cardWith(4000) }), runner, { concurrency: 4 });
  const chunks = runner.steps.filter((step) => step.options.part === "chunk");
  const merge = runner.steps.at(-1)!;
  expect(chunks.length).toBeGreaterThan(3);
  expect(runner.steps).toHaveLength(chunks.length + 1);
  expect(chunks.flatMap((step) => step.blocks.map((block) => block.id))).toEqual(blocks.map((block) => block.id));
  for (const step of chunks)
    expect(step.options.length).toEqual({ kind: "characters", characters: step.options.targetCharacters });
  expect(merge.options).toMatchObject({
    part: "merge",
    length: { kind: "characters", characters: 100 },
    targetCharacters: 100,
  });
  expect(merge.blocks).toHaveLength(chunks.length * 2);
  // The merge's [1] is the first sentence of the first part, which cited the first two blocks; [4] the second of part two.
  const second = chunks[1]!.blocks;
  expect(resultOf(events).statements[0]!.sources).toEqual(["p0", "p1", second[2]!.id]);
  expect(events[0]).toEqual({ type: "planned", steps: chunks.length + 1 });
  const progress = events.filter((event) => event.type === "progress");
  expect(progress.at(-1)).toMatchObject({ done: chunks.length + 1, total: chunks.length + 1, remainingMs: 0 });
  expect(progress[0]!.remainingMs).toBeGreaterThan(0);
  expect(runner.mostRunning).toBe(4);
  expect(shown(events)).toBe(sentence(100));
});

test("part summaries that do not fit into one step are merged in levels", async () => {
  const blocks = Array.from({ length: 300 }, (_, index) => paragraph(`p${index}`, sentence(180)));
  const runner = new ScriptedRunner((step) => `${sentence(Math.min(100, step.options.targetCharacters))}[1]`);
  const events = await run(request({ blocks, card: cardWith(1500) }), runner);
  const intermediate = runner.steps.slice(0, -1).filter((step) => step.options.part === "merge");
  expect(intermediate.length).toBeGreaterThan(1);
  expect(resultOf(events).statements[0]!.sources).toEqual(["p0"]);
  for (const step of runner.steps) {
    expect(step.blocks.reduce((sum, block) => sum + block.text.length, 0)).toBeLessThan(1500);
  }
});

test("a model whose parts do not get shorter is given up, not asked for ever", async () => {
  const blocks = Array.from({ length: 100 }, (_, index) => paragraph(`p${index}`, sentence(180)));
  const runner = new ScriptedRunner((step) =>
    step.blocks.map((block, index) => `${block.text}[${index + 1}]`).join(""),
  );
  const events = await run(request({ blocks, card: cardWith(2000) }), runner);
  expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "input-too-large" } });
});

test("a page: the source's headings come along to the merge", async () => {
  const blocks = ["背景", "予算", "日程"].flatMap((title, index): Block[] => [
    { id: `h${index}`, kind: "heading", level: 1, text: title },
    ...Array.from({ length: 12 }, (_, part) => paragraph(`p${index}.${part}`, sentence(170))),
  ]);
  const page = `## 背景\n${sentence(700)}[2]\n## 予算\n${sentence(700)}[4]`;
  const runner = new ScriptedRunner((step) =>
    step.options.part === "chunk"
      ? step.blocks
          .map((_, index) => `${sentence(20)}[${index + 1}]`)
          .slice(-3)
          .join("")
      : page,
  );
  const events = await run(
    request({ blocks, length: { kind: "page" }, card: cardWith(5000, { outputTokens: 2500 }) }),
    runner,
  );
  const merge = runner.steps.at(-1)!;
  expect(merge.options.part).toBe("merge");
  expect(merge.blocks.filter((block) => block.kind === "heading").length).toBeGreaterThan(1);
  expect(resultOf(events).statements.map((statement) => statement.layout)).toEqual([
    "heading",
    "sentence",
    "heading",
    "sentence",
  ]);
  expect(resultOf(events).paragraphs[0]).toBe("背景");
});

test("a cited number of a piece leads to the whole block", async () => {
  const runner = new ScriptedRunner(() => `${sentence(100)}[1]`);
  const events = await run(
    request({ blocks: [paragraph("long", sentence(50).repeat(100))], card: cardWith(3000) }),
    runner,
  );
  expect(runner.steps.length).toBeGreaterThan(2);
  expect(resultOf(events).statements[0]!.sources).toEqual(["long"]);
});

test("a figure that the source does not have is found at its place in the text", async () => {
  const blocks = [paragraph("a", "事業費は1,250万円である。"), paragraph("b", `参加者は32人である。${sentence(60)}`)];
  const runner = new ScriptedRunner(
    () => "・参加者は32人である。[2]\n・事業費は1,520万円である。[1]\n・日程は未定である。[7]",
  );
  const { text, findings } = resultOf(await run(request({ blocks, length: { kind: "bullets", count: 3 } }), runner));
  const figures = findings.filter((finding) => finding.guard === "figures");
  expect(figures.map(({ code, output }) => [code, text.slice(output!.start, output!.end)])).toEqual([
    ["figure-not-in-source", "1,520万円"],
    ["statement-without-source", "日程は未定である。"],
  ]);
});

describe("length", () => {
  test("too long: one adjustment of the summary itself, sources kept", async () => {
    const runner = new ScriptedRunner((_step, call) =>
      call === 1 ? `${sentence(80)}[2]${sentence(80, "い")}[3]` : `${sentence(98)}[2]`,
    );
    const events = await run(request(), runner);
    expect(runner.steps.map((step) => step.options.part)).toEqual(["chunk", "adjust"]);
    expect(runner.steps[1]!.blocks.map((block) => block.text)).toEqual([sentence(80), sentence(80, "い")]);
    expect(resultOf(events)).toMatchObject({ text: sentence(98), statements: [{ sources: ["c"] }] });
    expect(shown(events)).toBe(sentence(98));
  });

  test("too short: the source is asked again; the closer of the two stays", async () => {
    const runner = new ScriptedRunner((_step, call) => (call === 1 ? `${sentence(60)}[1]` : `${sentence(30)}[1]`));
    const events = await run(request(), runner);
    expect(runner.steps[1]!.blocks.map((block) => block.id)).toEqual(["a", "b", "c"]);
    expect(resultOf(events).text).toBe(sentence(60));
    expect(resultOf(events).findings).toContainEqual(expect.objectContaining({ code: "length-under" }));
    expect(shown(events)).toBe(sentence(60));
  });

  test("an adjustment that fails leaves the first answer, with its finding", async () => {
    const runner = new ScriptedRunner((_step, call) => (call === 1 ? `${sentence(60)}[1]` : failed("timeout")));
    const events = await run(request(), runner);
    expect(resultOf(events).text).toBe(sentence(60));
    expect(resultOf(events).findings).toContainEqual(expect.objectContaining({ code: "length-under" }));
  });

  test("the embedded engine is not asked again, nor a source shorter than the length asked for", async () => {
    const offline = new ScriptedRunner(() => `${sentence(60)}[1]`);
    await run(request({ card: cardWith(8000, { contract: "offline" }) }), offline);
    expect(offline.steps).toHaveLength(1);
    const short = new ScriptedRunner(() => `${sentence(60)}[1]`);
    await run(request({ blocks: [paragraph("a", sentence(70))] }), short);
    expect(short.steps).toHaveLength(1);
    expect(short.steps[0]!.options.targetCharacters).toBe(70);
  });

  test("bullets", async () => {
    const runner = new ScriptedRunner(() => "1. 甲を行う。[1]\n2. 乙を行う。[2]");
    const events = await run(request({ length: { kind: "bullets", count: 2 } }), runner);
    expect(resultOf(events)).toMatchObject({
      paragraphs: ["・甲を行う。", "・乙を行う。"],
      statements: [
        { layout: "bullet", sources: ["a"] },
        { layout: "bullet", sources: ["b"] },
      ],
    });
    expect(runner.steps).toHaveLength(1);
  });
});

describe("answers cut by a limit that the model cannot continue", () => {
  const card = cardWith(8000, { contract: "ai-app" });

  test("asked for once more", async () => {
    const runner = new ScriptedRunner((_step, call) =>
      call === 1 ? answered("途中で切れた文", "length") : `${sentence(100)}[1]`,
    );
    const events = await run(request({ card }), runner);
    expect(runner.steps[1]!.options.part).toBe("adjust");
    expect(resultOf(events).text).toBe(sentence(100));
    expect(shown(events)).toBe(sentence(100));
  });

  test("cut twice: an error, never a result", async () => {
    const runner = new ScriptedRunner(() => answered(`${sentence(100)}[1]途中`, "length"));
    const events = await run(request({ card }), runner);
    expect(runner.steps).toHaveLength(2);
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "output-truncated" } });
  });

  test("also in a part of a long source", async () => {
    const blocks = Array.from({ length: 40 }, (_, index) => paragraph(`p${index}`, sentence(180)));
    const runner = new ScriptedRunner((step) =>
      step.options.part === "merge" ? `${sentence(100)}[1]` : answered("途中", "length"),
    );
    const events = await run(request({ blocks, card: cardWith(4000, { contract: "ai-app" }) }), runner);
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "output-truncated" } });
  });
});

describe("bad ends", () => {
  test.each<[string, Partial<SummarizeRequest>, Script, string]>([
    ["no block", { blocks: [] }, () => "", "source-empty"],
    ["only white space", { blocks: [paragraph("a", " 　\n")] }, () => "", "source-empty"],
    ["no answer", {}, () => "", "output-empty"],
    ["nothing but wrapping", {}, () => "<output>\n</output>", "output-empty"],
    ["blocked", {}, () => [{ type: "finished", reason: "content_filter" }], "content-blocked"],
    ["failed", {}, () => failed("rate-limited"), "rate-limited"],
    ["silent end", {}, () => [{ type: "text-delta", text: "あ。" }], "incomplete-stream"],
  ])("%s", async (_name, more, script, code) => {
    const events = await run(request(more), new ScriptedRunner(script));
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code } });
  });

  test("one failing part aborts the others", async () => {
    const blocks = Array.from({ length: 60 }, (_, index) => paragraph(`p${index}`, sentence(180)));
    const runner = new ScriptedRunner((_step, call) => (call === 2 ? failed("server-error") : `${sentence(50)}[1]`), 5);
    const events = await run(request({ blocks, card: cardWith(2000) }), runner, { concurrency: 3 });
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "server-error" } });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(runner.running).toBe(0);
    expect(runner.steps.length).toBeLessThan(8);
  });

  test("a part without words is told, not passed over", async () => {
    const blocks = Array.from({ length: 60 }, (_, index) => paragraph(`p${index}`, sentence(180)));
    const runner = new ScriptedRunner((step, call) =>
      call === 1 ? "" : step.options.part === "chunk" ? `${sentence(50)}[1]` : `${sentence(100)}[1]`,
    );
    const events = await run(request({ blocks, card: cardWith(4000) }), runner, { concurrency: 1 });
    const told = resultOf(events).findings.find((finding) => finding.code === "part-without-summary");
    expect(told!.source!.map((span) => span.blockId)).toEqual(runner.steps[0]!.blocks.map((block) => block.id));
  });

  test("a cancel in the middle ends at once and closes every running step", async () => {
    const blocks = Array.from({ length: 60 }, (_, index) => paragraph(`p${index}`, sentence(180)));
    const runner = new ScriptedRunner(() => `${sentence(50)}[1]`, 60_000);
    const controller = new AbortController();
    let cancelled = 0;
    setTimeout(() => {
      cancelled = performance.now();
      controller.abort();
    }, 30);
    const events = await run(request({ blocks, card: cardWith(2000) }), runner, {
      signal: controller.signal,
      concurrency: 3,
    });
    expect(events.at(-1)).toEqual({ type: "aborted" });
    expect(performance.now() - cancelled).toBeLessThan(15_000);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(runner.aborted).toBe(3);
  });
});

describe("a model that does not stop", () => {
  const endless = (deltas: number): { runner: StepRunner; given(): number; closed(): boolean } => {
    let given = 0;
    let closed = false;
    return {
      given: () => given,
      closed: () => closed,
      runner: {
        async *run(_step, { signal } = {}) {
          try {
            for (; given < deltas; given += 1) {
              yield { type: "text-delta", text: sentence(190) };
              await Promise.resolve();
            }
            yield { type: "finished", reason: "stop" };
          } finally {
            closed = signal !== undefined;
          }
        },
      },
    };
  };

  test("is stopped at 2,000 characters more than asked for", async () => {
    const model = endless(400);
    const events = await run(request({ length: { kind: "characters", characters: 300 } }), model.runner);
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "output-too-long", retryable: false } });
    expect(model.given()).toBe(Math.floor(2_300 / 190));
    expect(model.closed()).toBe(true);
  });

  test("may think as long as it likes before it answers", async () => {
    const thoughts = `<think>${"考える。".repeat(2_000)}</think>${sentence(100)}[1]`;
    expect(resultOf(await run(request(), new ScriptedRunner(() => thoughts))).text).toBe(sentence(100));
  });
});

test("a source that is shorter than the length asked for is no reason for a finding about the length", async () => {
  const runner = new ScriptedRunner(() => `${sentence(400)}[1]`);
  const asked = (characters: number): SummarizeRequest => request({ length: { kind: "characters", characters } });
  expect(resultOf(await run(asked(901), runner)).findings).toEqual([]);
  expect(resultOf(await run(asked(900), runner)).findings).toMatchObject([{ code: "length-under" }]);
  expect(resultOf(await run(asked(300), runner)).findings).toMatchObject([{ code: "length-over" }]);
});
