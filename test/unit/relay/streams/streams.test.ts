import { GenaiError, type GenerateEvent, type Step, type StepRunner } from "@genai-office/shared/vocabulary";
import { encodeEvent } from "../../../../relay/src/streams/encode-event";
import { openaiChunkEncoder } from "../../../../relay/src/streams/encode-openai-chunk";
import { eventStream } from "../../../../relay/src/streams/event-stream";
import { createOpenStreams } from "../../../../relay/src/streams/open-streams";
import { superviseRun, type RunOutcome } from "../../../../relay/src/streams/supervise-run";

const step: Step = {
  task: "chat",
  promptVersion: "chat/1",
  model: "m",
  declaredClass: "1",
  confirmed: true,
  documentHash: "0".repeat(64),
  blocks: [],
  options: { messages: [{ role: "user", content: "問い" }] },
};

function runnerOf(run: (signal: AbortSignal) => AsyncGenerator<GenerateEvent>): StepRunner {
  return { run: (_, options) => run(options!.signal!) };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
}

async function collect(events: AsyncIterable<GenerateEvent>): Promise<GenerateEvent[]> {
  const all: GenerateEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const timers = { heartbeatMs: 15_000, stalledReaderMs: 60_000 };

describe("superviseRun", () => {
  test("passes events, ends with the terminal one, counts", async () => {
    const ends: RunOutcome[] = [];
    const runner = runnerOf(async function* () {
      yield { type: "text-delta", text: "答え" };
      yield { type: "usage", inputTokens: 3, outputTokens: 2 };
      yield { type: "finished", reason: "stop" };
      yield { type: "text-delta", text: "too late" };
    });
    const events = await collect(superviseRun(runner, step, createOpenStreams(), (end) => ends.push(end)).events);
    expect(events.map(({ type }) => type)).toEqual(["text-delta", "usage", "finished"]);
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatchObject({ outputCharacters: 2, inputTokens: 3, outputTokens: 2, clientGone: false });
  });

  test("a runner that throws or ends silently still ends with one failure", async () => {
    const throwing = runnerOf(async function* () {
      yield { type: "text-delta", text: "a" };
      throw new Error("秘密の本文");
    });
    const silent = runnerOf(async function* () {
      yield { type: "text-delta", text: "a" };
    });
    for (const runner of [throwing, silent]) {
      const openStreams = createOpenStreams();
      const events = await collect(superviseRun(runner, step, openStreams, () => undefined).events);
      expect(events.map(({ type }) => type)).toEqual(["text-delta", "failed"]);
      expect(encodeEvent(events[1]!, "r1")).toBe(
        'data: {"type":"failed","error":{"code":"internal","retryable":false,"requestId":"r1"},"partial":""}\n\n',
      );
      expect(openStreams.size).toBe(0);
    }
  });

  test("a client that leaves aborts the runner at once, in every phase", async () => {
    for (const readFirst of [0, 1]) {
      let aborted = false;
      const ends: RunOutcome[] = [];
      const runner = runnerOf(async function* (signal) {
        signal.addEventListener("abort", () => (aborted = true));
        yield { type: "text-delta", text: "a" };
        await untilAborted(signal);
        yield { type: "aborted", partial: "a" };
      });
      const openStreams = createOpenStreams();
      const run = superviseRun(runner, step, openStreams, (end) => ends.push(end));
      for (let read = 0; read < readFirst; read++) await run.events.next();
      const pending = readFirst === 0 ? undefined : run.events.next();
      run.leave();
      await pending;
      await new Promise(setImmediate);
      if (readFirst > 0) expect(aborted).toBe(true);
      expect(ends).toHaveLength(1);
      expect(ends[0]).toMatchObject({ clientGone: true, terminal: { type: "aborted" } });
      expect(openStreams.size).toBe(0);
    }
  });

  test("a stopping server ends a stream with unavailable, but not one that was whole", async () => {
    const openStreams = createOpenStreams();
    const runner = runnerOf(async function* (signal) {
      yield { type: "text-delta", text: "a" };
      await untilAborted(signal);
      yield { type: "aborted", partial: "a" };
    });
    const collected = collect(superviseRun(runner, step, openStreams, () => undefined).events);
    await openStreams.drain(10);
    const last = (await collected).at(-1)!;
    expect(last).toMatchObject({ type: "failed", error: { code: "unavailable", retryable: true } });

    const whole = runnerOf(async function* (signal) {
      await untilAborted(signal);
      yield { type: "finished", reason: "stop" };
    });
    const second = collect(superviseRun(whole, step, openStreams, () => undefined).events);
    await openStreams.drain(10);
    expect(await second).toEqual([{ type: "finished", reason: "stop" }]);
  });

  test("what comes after the drain, such as a request that was still being judged, ends at once", async () => {
    const openStreams = createOpenStreams();
    let told = 0;
    const release = openStreams.add(() => told++);
    expect(await openStreams.drain(5)).toBe(1);
    release();
    openStreams.add(() => told++);
    await Promise.resolve();
    expect(told).toBe(2);
  });

  test("drain waits for streams that end by themselves", async () => {
    const openStreams = createOpenStreams();
    const remove = openStreams.add(() => {
      throw new Error("was told to end");
    });
    setTimeout(remove, 20);
    // Far longer than a test may take: it ends because the stream did.
    await openStreams.drain(600_000);
  });
});

describe("eventStream", () => {
  test("takes the next event only when the last one was read", async () => {
    let made = 0;
    const runner = runnerOf(async function* () {
      for (;;) yield { type: "text-delta", text: String(made++) };
    });
    const run = superviseRun(runner, step, createOpenStreams(), () => undefined);
    const reader = eventStream(run, { encode: (event) => encodeEvent(event, "r"), timers }).getReader();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made).toBeLessThanOrEqual(2);
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(made).toBeLessThanOrEqual(3);
    await reader.cancel();
  });

  test("a quiet upstream is bridged by comments, and events without text do not stop the stream", async () => {
    const runner = runnerOf(async function* () {
      yield { type: "usage", inputTokens: 1, outputTokens: 1 };
      await new Promise((resolve) => setTimeout(resolve, 120));
      yield { type: "finished", reason: "stop" };
    });
    const run = superviseRun(runner, step, createOpenStreams(), () => undefined);
    const encode = (event: GenerateEvent): string => (event.type === "usage" ? "" : encodeEvent(event, "r"));
    const text = await new Response(
      eventStream(run, { encode, timers: { heartbeatMs: 30, stalledReaderMs: 5000 } }),
    ).text();
    expect(text).toMatch(/^(: still working\n\n){2,4}data: \{"type":"finished","reason":"stop"\}\n\n$/);
  });

  test("a reader that reads nothing for too long ends the run", async () => {
    const ends: RunOutcome[] = [];
    const runner = runnerOf(async function* () {
      for (;;) yield { type: "text-delta", text: "a" };
    });
    const run = superviseRun(runner, step, createOpenStreams(), (end) => ends.push(end));
    const reader = eventStream(run, {
      encode: (event) => encodeEvent(event, "r"),
      timers: { heartbeatMs: 1000, stalledReaderMs: 40 },
    }).getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(ends).toHaveLength(1);
    expect(ends[0]!.clientGone).toBe(true);
  });
});

describe("openaiChunkEncoder", () => {
  const answer = { requestId: "r1", model: "m", created: 1, includeUsage: true };
  const payloads = (text: string): unknown[] =>
    text
      .split("\n\n")
      .filter((part) => part !== "")
      .map((part) => JSON.parse(part.replace(/^data: /, "")) as unknown);

  test("role first, usage last, reason between", () => {
    const encode = openaiChunkEncoder(answer);
    const text =
      encode({ type: "text-delta", text: "答" }) +
      encode({ type: "usage", inputTokens: 5, outputTokens: 1 }) +
      encode({ type: "finished", reason: "length" });
    expect(payloads(text)).toMatchObject([
      {
        object: "chat.completion.chunk",
        choices: [{ delta: { role: "assistant" }, finish_reason: null }],
        usage: null,
      },
      { choices: [{ delta: { content: "答" } }] },
      { choices: [{ delta: {}, finish_reason: "length" }] },
      { choices: [], usage: { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 } },
    ]);
  });

  test("a failure is an error object with our code", () => {
    const encode = openaiChunkEncoder(answer);
    const failed = encode({ type: "failed", error: new GenaiError("timeout", "内部の言葉"), partial: "x" });
    expect(payloads(failed)).toMatchObject([{ error: { code: "timeout", type: "server_error" } }]);
    expect(failed).not.toContain("内部の言葉");
  });
});
