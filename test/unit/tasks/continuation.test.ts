import { runSteps, summarize, type SummarizeRequest, type SummarizeResult } from "@genai-office/shared/tasks";
import { createFallbackRunner } from "@genai-office/shared/models";
import { stepFits } from "@genai-office/shared/models";
import type {
  Block,
  GenerateEvent,
  ModelCard,
  StepRunner,
  SummarizeStep,
  TaskEvent,
} from "@genai-office/shared/vocabulary";
import { answered, cardWith, failed, ScriptedRunner } from "./scripted-runner";

const card = cardWith(8000);
const never = new AbortController().signal;

/** Sentences that differ from each other, each with its citation, as a model writes them. */
const sentences = Array.from(
  { length: 24 },
  (_, index) => `第${index + 1}号の事業は、令和${index + 1}年度に${(index + 1) * 125}万円で実施する。[${index + 1}]`,
);
const whole = sentences.join("");

const blocks: Block[] = sentences.map((text, index) => ({
  id: `p${index + 1}`,
  kind: "paragraph",
  text: text.replace(/\[\d+\]/, ""),
}));

const step = (changes: Partial<SummarizeStep> = {}): SummarizeStep => ({
  task: "summarize",
  promptVersion: "summarize/2",
  model: card.id,
  declaredClass: "1",
  confirmed: false,
  documentHash: "0".repeat(64),
  blocks,
  options: { part: "chunk", length: { kind: "characters", characters: 600 }, language: "ja", targetCharacters: 600 },
  ...changes,
});

/** A model that writes `text`, at most so many characters at a time; `again` is what it repeats before it goes on. */
function cutter(text: string, most: number, again: (written: string) => string = () => ""): ScriptedRunner {
  return new ScriptedRunner((asked) => {
    const written = asked.written ?? "";
    const rest = again(written) + text.slice(written.length);
    return answered(rest.slice(0, most), rest.length > most ? "length" : "stop");
  });
}

async function outcomeOf(runner: StepRunner, asked: SummarizeStep = step(), cards: ModelCard[] = [card]) {
  const heard: string[] = [];
  const [outcome] = await runSteps([asked], runner, {
    signal: never,
    cards,
    onText: (_index, text) => heard.push(text),
  });
  expect(heard.join("")).toBe(outcome!.text);
  return outcome!;
}

describe("a cut answer is continued", () => {
  test("a model that cuts at 200 characters: three continuations, one text, tokens summed", async () => {
    const text = whole.slice(0, 700);
    const runner = cutter(text, 200);
    expect(await outcomeOf(runner)).toEqual({
      text,
      reason: "stop",
      model: "scripted",
      usage: { inputTokens: 400, outputTokens: 40 },
    });
    const kept = runner.steps.map((asked) => asked.written?.length ?? 0);
    for (const [index, length] of kept.entries()) {
      // Each goes on behind a whole clause, not far from where it was cut.
      expect(text.slice(0, length)).toMatch(/^$|[、。\]]$/);
      if (index > 0) expect(kept[index - 1]! + 200 - length).toBeLessThan(40);
    }
    expect(runner.steps[3]).toEqual(step({ written: text.slice(0, kept[3]) }));
  });

  test("cut anywhere, in the middle of a figure, a mark or a line, the text is the same", async () => {
    const text = `## 背景\n${sentences[0]}${sentences[1]}\n・${sentences[2]}\n・${sentences[3]}`;
    for (let at = 1; at < text.length; at += 1) {
      const runner = new ScriptedRunner((asked) =>
        asked.written === undefined
          ? answered(text.slice(0, at), "length")
          : answered(text.slice(asked.written.length)),
      );
      expect(await outcomeOf(runner)).toMatchObject({ text, reason: "stop" });
    }
  });

  test("what the model repeats of its end is taken out", async () => {
    for (const repeated of [8, 20, 60, 200]) {
      const runner = cutter(whole.slice(0, 500), 350, (written) => written.slice(-repeated));
      expect(await outcomeOf(runner)).toMatchObject({ text: whole.slice(0, 500), reason: "stop" });
    }
  });

  test("never more than three times", async () => {
    const runner = cutter(whole.repeat(2), 200);
    const outcome = await outcomeOf(runner, step({ options: { ...step().options, targetCharacters: 5_000 } }));
    expect(outcome.reason).toBe("length");
    expect(whole.repeat(2).startsWith(outcome.text)).toBe(true);
    expect(runner.steps).toHaveLength(4);
  });

  test("a model that repeats itself for ever is not asked on", async () => {
    const runner = new ScriptedRunner(() => answered(whole.slice(0, 200), "length"));
    expect(await outcomeOf(runner)).toMatchObject({ text: whole.slice(0, 200), reason: "length" });
    expect(runner.steps).toHaveLength(2);
  });

  test("one that begins over again in other words gives nothing, and is closed at once", async () => {
    let given = 0;
    const runner: StepRunner = {
      async *run(asked): AsyncGenerator<GenerateEvent> {
        if ((asked as SummarizeStep).written === undefined)
          return yield* answered(`${sentences[0]}${sentences[1]}途中`, "length");
        for (; given < 1_000; given += 1)
          yield { type: "text-delta", text: given === 0 ? sentences[0]! : `別の文${given}。` };
        yield { type: "finished", reason: "stop" };
      },
    };
    const outcome = await outcomeOf(runner);
    expect(outcome).toMatchObject({ text: `${sentences[0]}${sentences[1]}途中`, reason: "length" });
    expect(given).toBeLessThan(50);
  });

  test("an answer that was cut exactly at its end is whole when nothing follows", async () => {
    const full = new ScriptedRunner((asked) =>
      asked.written === undefined ? answered(sentences[0]!, "length") : answered(""),
    );
    expect(await outcomeOf(full)).toMatchObject({ text: sentences[0], reason: "stop" });
    const broken = new ScriptedRunner((asked) =>
      asked.written === undefined ? answered("第1号の事", "length") : answered(""),
    );
    expect(await outcomeOf(broken)).toMatchObject({ text: "第1号の事", reason: "length" });
  });

  test("thoughts and prefaces before the rest are left out, and thoughts are not sent back", async () => {
    const runner = new ScriptedRunner((asked) =>
      asked.written === undefined
        ? answered(`<think>考える。</think>${whole.slice(0, 100)}`, "length")
        : answered(`<think>どこまで書いたか。</think>\n以下は続きです。\n${whole.slice(asked.written.length, 300)}`),
    );
    expect((await outcomeOf(runner)).text).toBe(`<think>考える。</think>${whole.slice(0, 300)}`);
    expect(whole.slice(0, 100).startsWith(runner.steps[1]!.written!)).toBe(true);
    const thinking = new ScriptedRunner(() => answered("<think>考えて", "length"));
    expect((await outcomeOf(thinking)).reason).toBe("length");
    expect(thinking.steps).toHaveLength(1);
  });

  test("a failure of the rest leaves the cut answer; a cancel does not", async () => {
    for (const code of ["input-too-large", "unavailable", "confidentiality-blocked"] as const) {
      const runner = new ScriptedRunner((asked) =>
        asked.written === undefined ? answered("途中", "length") : failed(code),
      );
      expect(await outcomeOf(runner)).toMatchObject({ text: "途中", reason: "length" });
    }
    const controller = new AbortController();
    const slow = new ScriptedRunner(() => answered("途中", "length"), 20);
    const running = runSteps([step()], slow, { signal: controller.signal, cards: [card] });
    setTimeout(() => controller.abort(), 30);
    await expect(running).rejects.toMatchObject({ code: "aborted" });
    expect(slow.running).toBe(0);
  });

  test("a model that does not stop is stopped in its continuation as well", async () => {
    const runner = new ScriptedRunner((asked) =>
      asked.written === undefined
        ? answered(whole.slice(0, 100), "length")
        : Array.from({ length: 60 }, (_, index) => ({
            type: "text-delta" as const,
            text: `${index}番目の文をまた書く。`.repeat(10),
          })),
    );
    await expect(outcomeOf(runner)).rejects.toMatchObject({ code: "output-too-long" });
  });
});

describe("no word and no figure is glued", () => {
  /** What a reader of the preview sees in the end. */
  async function shown(
    first: string,
    rest: string,
  ): Promise<{ text: string; seen: string; written: string | undefined }> {
    let seen = "";
    const runner = new ScriptedRunner((asked) =>
      asked.written === undefined ? answered(first, "length") : answered(rest),
    );
    const [outcome] = await runSteps([step()], runner, {
      signal: never,
      cards: [card],
      onText: (_index, text) => (seen += text),
      onRestart: (_index, text) => (seen = text),
    });
    return { text: outcome!.text, seen, written: runner.steps[1]?.written };
  }

  test.each<[string, string, string, string]>([
    ["a figure", "事業を実施し、総額は１，２５０", "総額は１，２５０万円とする。", "総額は１，２５０万円とする。"],
    ["a figure in other words", "事業を実施し、総額は１，２５０", "五十万円を充てる。", "五十万円を充てる。"],
    ["a unit", "事業を実施し、総額は１２万", "総額は12万円とする。", "総額は12万円とする。"],
    ["half a character", "事業を実施し、笑顔\ud83d", "笑顔😀とする。", "笑顔😀とする。"],
    ["a shorter clause", "事業を実施し、総額はおよそ１，２５", "廃止する。", "廃止する。"],
  ])("%s", async (_name, first, rest, end) => {
    expect(await shown(first, rest)).toEqual({
      text: `事業を実施し、${end}`,
      seen: `事業を実施し、${end}`,
      written: "事業を実施し、",
    });
  });

  test("an answer whose clause broke off and that nothing follows is not whole", async () => {
    const runner = new ScriptedRunner((asked) =>
      asked.written === undefined ? answered("事業を実施する。総額は１", "length") : answered(""),
    );
    expect(await outcomeOf(runner)).toMatchObject({ text: "事業を実施する。総額は１", reason: "length" });
  });
});

describe("not continued", () => {
  test.each<[string, Partial<ModelCard>]>([
    ["a translation engine", { contract: "plamo-translate" }],
    ["the embedded engine", { contract: "offline" }],
    ["AI apps", { contract: "exapps" }],
    ["an AI app", { contract: "ai-app" }],
    ["a context without room", { contextTokens: 1400, outputTokens: 300 }],
  ])("%s", async (_name, changes) => {
    const runner = cutter(whole.slice(0, 300), 200);
    expect(await outcomeOf(runner, step(), [{ ...card, ...changes }])).toMatchObject({ reason: "length" });
    expect(runner.steps).toHaveLength(1);
  });

  test("a model whose card nobody knows", async () => {
    const runner = cutter(whole.slice(0, 300), 200);
    expect((await outcomeOf(runner, step(), [])).reason).toBe("length");
    expect(runner.steps).toHaveLength(1);
  });

  test("what is sent with the words written always fits", async () => {
    const small = cardWith(2600, { outputTokens: 400 });
    const runner = cutter(whole, 200);
    await outcomeOf(runner, step(), [small]);
    expect(runner.steps.every((asked) => stepFits(asked, small))).toBe(true);
  });
});

test("the model that took over goes on with its own answer", async () => {
  const cards = [{ ...card, fallbacks: ["other"] }, cardWith(8000, { id: "other" })];
  const runner = new ScriptedRunner((asked) => {
    if (asked.model === card.id) return failed("unavailable");
    return asked.written === undefined
      ? answered(whole.slice(0, 200), "length")
      : answered(whole.slice(asked.written.length, 300));
  });
  const outcome = await outcomeOf(createFallbackRunner({ runner, cards }), step(), cards);
  expect(outcome).toMatchObject({ text: whole.slice(0, 300), reason: "stop", model: "other" });
  expect(runner.steps.map(({ model }) => model)).toEqual(["scripted", "other", "other"]);
});

describe("a summary of a model that cuts", () => {
  const request: SummarizeRequest = {
    blocks,
    length: { kind: "characters", characters: 600 },
    language: "ja",
    card,
    declaredClass: "1",
    confirmed: false,
    documentHash: "f".repeat(64),
  };
  const run = async (runner: StepRunner, asked = request): Promise<TaskEvent<SummarizeResult>[]> => {
    const events: TaskEvent<SummarizeResult>[] = [];
    for await (const event of summarize(asked, runner)) events.push(event);
    return events;
  };

  test("one continuous preview, citations and figures as they were written, not asked again", async () => {
    const text = sentences.slice(0, 16).join("");
    const runner = cutter(text, 200);
    const characters = text.replace(/\[\d+\]/g, "").length;
    const events = await run(runner, { ...request, length: { kind: "characters", characters } });
    const last = events.at(-1)!;
    if (last.type !== "completed") throw new Error(`ended with ${last.type}`);
    expect(runner.steps.map(({ options }) => options.part)).toEqual(["chunk", "chunk", "chunk"]);
    expect(last.result.statements.map(({ sources }) => sources)).toEqual(
      Array.from({ length: 16 }, (_, index) => [`p${index + 1}`]),
    );
    expect(last.result.findings).toEqual([]);
    expect(last.result.models).toEqual(["scripted"]);
    const previews = events.flatMap((event) => (event.type === "preview" ? [event] : []));
    expect(previews.every(({ restarted }) => restarted !== true)).toBe(true);
    expect(previews.map((event) => event.text).join("")).toBe(last.result.text);
  });

  test("a preview whose last clause is written otherwise is begun anew, and is the result in the end", async () => {
    const text = sentences.slice(0, 16).join("");
    const runner = new ScriptedRunner((asked) =>
      asked.written === undefined
        ? answered(`${text.slice(0, -20)}経費は１，２`, "length")
        : answered("次年度に終える。[16]"),
    );
    const characters = text.replace(/\[\d+\]/g, "").length;
    const events = await run(runner, { ...request, length: { kind: "characters", characters } });
    const last = events.at(-1)!;
    if (last.type !== "completed") throw new Error(`ended with ${last.type}`);
    let seen = "";
    for (const event of events)
      if (event.type === "preview") seen = event.restarted === true ? event.text : seen + event.text;
    expect(seen).toBe(last.result.text);
    expect(seen).toContain("次年度に終える。");
    expect(seen).not.toContain("１，２");
  });

  test("one that never gets further is asked once more, and then is an error", async () => {
    const runner = new ScriptedRunner(() => answered(whole.slice(0, 190), "length"));
    expect((await run(runner)).at(-1)).toMatchObject({ type: "failed", error: { code: "output-truncated" } });
    expect(runner.steps.map(({ options, written }) => `${options.part}${written === undefined ? "" : "+"}`)).toEqual([
      "chunk",
      "chunk+",
      "adjust",
      "adjust+",
    ]);
  });

  test("the models that answered are named", async () => {
    const cards = [{ ...card, fallbacks: ["other"] }, cardWith(8000, { id: "other" })];
    const runner = new ScriptedRunner((asked) =>
      asked.model === card.id ? failed("server-error") : sentences.slice(0, 16).join(""),
    );
    const events = await run(createFallbackRunner({ runner, cards }), { ...request, card: cards[0]! });
    expect(events.at(-1)).toMatchObject({ type: "completed", result: { models: ["other"] } });
    expect(events).toContainEqual({ type: "model-switched", from: card.id, to: "other", reason: "server-error" });
  });
});
