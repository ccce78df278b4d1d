import {
  createPredictStreamRunner,
  type PredictStreamRunnerOptions,
} from "@genai-office/shared/gateway/predict-stream";
import type { GenerateEvent, ModelCard } from "@genai-office/shared/vocabulary";
import { invokeComplete, line, payloadChunk } from "../../support/lambda/event-frames";
import {
  answerReply,
  lambdaError,
  linesReply,
  startLambdaServer,
  streamReply,
  testFunctionArn,
  testKeys,
  type LambdaServer,
} from "../../support/lambda/lambda-server";
import type { Reply } from "../../support/model-server";
import { summarizeStep } from "../relay/relay-under-test";
import { upstreamCard } from "@genai-office/relay";

const card: ModelCard = {
  ...upstreamCard({ model: "sonnet" }),
  contract: "predict-stream",
  upstreamModel: "jp.anthropic.claude-sonnet-4-6",
};

describe("predict-stream", () => {
  let server: LambdaServer;
  let forgotten = 0;
  const keys = { ...testKeys };
  beforeEach(() => {
    forgotten = 0;
    Object.assign(keys, testKeys);
  });
  afterEach(() => server.close());

  async function serve(...replies: Reply[]): Promise<void> {
    server = await startLambdaServer(replies);
  }

  async function run(
    change: Partial<PredictStreamRunnerOptions> = {},
    signal?: AbortSignal,
    onEvent?: (event: GenerateEvent) => void,
  ): Promise<GenerateEvent[]> {
    const runner = createPredictStreamRunner({
      lambda: { region: "ap-northeast-1", functionArn: testFunctionArn, endpoint: server.origin },
      credentials: { get: async () => keys, forget: () => void forgotten++ },
      card,
      composeMessages: () => [
        { role: "system", content: "要約せよ。" },
        { role: "user", content: "議事録の本文" },
      ],
      retry: { initialDelayMs: 5 },
      ...change,
    });
    const events: GenerateEvent[] = [];
    for await (const event of runner.run(summarizeStep(), signal === undefined ? {} : { signal })) {
      events.push(event);
      onEvent?.(event);
    }
    return events;
  }

  const textOf = (events: GenerateEvent[]): string =>
    events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");

  test("sends what 源内 Web sends, signed with the session, and reads on to the usage after the stop", async () => {
    await serve(answerReply("議事", "録の要約。"));
    const events = await run();
    expect(textOf(events)).toBe("議事録の要約。");
    expect(events).toContainEqual({ type: "usage", inputTokens: 12, outputTokens: 5 });
    expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
    expect(server.invocations).toEqual([
      {
        accessKeyId: testKeys.accessKeyId,
        payload: {
          model: { type: "bedrock", modelId: "jp.anthropic.claude-sonnet-4-6" },
          id: "/summarize",
          messages: [
            { role: "system", content: "要約せよ。" },
            { role: "user", content: "議事録の本文" },
          ],
        },
      },
    ]);
  });

  test("system text goes into the user's for models that drop it", async () => {
    await serve(answerReply("要約。"));
    await run({ card: { ...card, systemText: "dropped" } });
    expect(server.invocations[0]!.payload.messages).toEqual([{ role: "user", content: "要約せよ。\n\n議事録の本文" }]);
  });

  test("lines cut anywhere, several in a chunk, one over several, characters cut in two", async () => {
    const bytes = Buffer.from(
      line({ text: "議事録𠮷" }) + line({ text: "の要約。" }) + line({ text: "", stopReason: "end_turn" }),
    );
    const pieces = Array.from(bytes, (_, at) => payloadChunk(bytes.subarray(at, at + 1)));
    await serve(streamReply([...pieces, invokeComplete()]), streamReply([payloadChunk(bytes), invokeComplete()]));
    expect(textOf(await run())).toBe("議事録𠮷の要約。");
    expect(textOf(await run())).toBe("議事録𠮷の要約。");
  });

  test.each([
    [{ text: "ただいまアクセスが集中しているため時間をおいて試してみてください。" }, "rate-limited", 3],
    [{ text: "このモデルは使用できません。" }, "not-found", 1],
    [{ text: "送信したファイルの文字コードがサポート外（Shift-JIS形式等）の可能性があります。" }, "bad-request", 1],
    [{ text: "管理者に以下を報告\nValidationException: Input is too long for requested model." }, "input-too-large", 1],
    [{ text: "エラーが発生しました。\nServiceUnavailableException" }, "unavailable", 3],
    [{ text: "エラーが発生しました。知らない理由" }, "upstream-error", 1],
  ])("an error inside a 200 is a failure: %j is %s", async (said, code, attempts) => {
    await serve(linesReply({ ...said, stopReason: "error" }));
    const events = await run();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: "failed", partial: "", error: { code } });
    expect(JSON.stringify(events)).not.toContain(said.text.slice(0, 8));
    expect(server.invocations).toHaveLength(attempts);
  });

  test("an error after words keeps the words for display, and its own text out", async () => {
    await serve(linesReply({ text: "要約の前半。\n".repeat(40) }, { text: "アクセスが集中", stopReason: "error" }));
    const last = (await run()).at(-1)!;
    expect(last).toMatchObject({ type: "failed", error: { code: "rate-limited" } });
    expect((last as { partial: string }).partial).toContain("要約の前半。");
    expect(JSON.stringify(last)).not.toContain("集中");
    expect(server.invocations).toHaveLength(1);
  });

  test.each([
    [
      "in the line of the reason",
      [{ text: "禁止された入力を検出しました。最初から", stopReason: "guardrail_intervened" }],
    ],
    [
      "in a line before",
      [{ text: "禁止された入力を検出しました。最初から" }, { text: "", stopReason: "guardrail_intervened" }],
    ],
    [
      "in pieces",
      [
        { text: "禁止され" },
        { text: "た入力を検出しました。最初から" },
        { text: "", stopReason: "guardrail_intervened" },
      ],
    ],
    [
      "after words",
      [
        { text: "長い前半。\n".repeat(80) },
        { text: "システムが禁じている内容の出力を検出しました。最初から" },
        { text: "", stopReason: "guardrail_intervened" },
      ],
    ],
    ["nowhere", [{ text: "", stopReason: "content_filtered" }]],
  ])("a guardrail that speaks %s blocks, and its words are no answer", async (_, lines) => {
    await serve(linesReply(...lines));
    const events = await run();
    expect(events.at(-1)).toMatchObject({
      type: "failed",
      reason: "content_filter",
      error: { code: "content-blocked", retryable: false },
    });
    expect(JSON.stringify(events)).not.toMatch(/検出|最初から/);
    expect(server.invocations).toHaveLength(1);
  });

  test("words that only look like the guardrail's are the answer when the model ended by itself", async () => {
    const text = "禁止された入力を検出しましたという表示の意味を説明します。";
    await serve(answerReply(text, "以上です。"));
    const events = await run();
    expect(textOf(events)).toBe(`${text}以上です。`);
    expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
  });

  test("<output> wrappers go, also when cut", async () => {
    await serve(
      answerReply("以下に要約します。\n<out", "put>\n要約", "です。</outp", "ut>\nご確認ください。"),
      linesReply({ text: "<output>途中まで" }, { text: "", stopReason: "max_tokens" }),
    );
    expect(textOf(await run())).toBe("要約です。");
    const cut = await run();
    expect(textOf(cut)).toBe("途中まで");
    expect(cut.at(-1)).toEqual({ type: "finished", reason: "length" });
  });

  test.each<[string, Reply, string]>([
    [
      "a line that is no JSON",
      streamReply([payloadChunk('{"text":"一"}\n{"text":\n'), invokeComplete()]),
      "malformed-response",
    ],
    ["a line that is no object", linesReply("一"), "malformed-response"],
    [
      "broken UTF-8",
      streamReply([payloadChunk(Uint8Array.of(0x7b, 0xff, 0xfe, 0x0a)), invokeComplete()]),
      "malformed-response",
    ],
    ["no reason to stop", linesReply({ text: "一" }), "incomplete-stream"],
    [
      "a last line cut in two",
      streamReply([payloadChunk('{"text":"一"}\n{"te'), invokeComplete()]),
      "incomplete-stream",
    ],
    ["nothing", streamReply([invokeComplete()]), "incomplete-stream"],
    ["a connection that breaks", streamReply([payloadChunk('{"text":"一"}\n'), 20], "reset"), "connection-lost"],
    ["a body that ends in a frame", streamReply([payloadChunk('{"text":"一"}\n').subarray(0, 20)]), "connection-lost"],
    [
      "a function that fails",
      streamReply([
        payloadChunk('{"text":"一"}\n'),
        invokeComplete({ ErrorCode: "Unhandled", ErrorDetails: "秘密の説明" }),
      ]),
      "server-error",
    ],
    [
      "a web page",
      (response) => void response.writeHead(200, { "Content-Type": "text/html" }).end("<html>秘密の説明</html>"),
      "not-a-model-server",
    ],
  ])("%s is a failure by name", async (_, reply, code) => {
    await serve(reply);
    const events = await run({ retry: { maximumRetries: 0 } });
    expect(events.filter(({ type }) => type === "failed")).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code } });
    expect(JSON.stringify(events)).not.toContain("秘密");
  });

  test.each([
    [429, "TooManyRequestsException", "rate-limited", true],
    [429, "ThrottlingException", "rate-limited", true],
    [403, "AccessDeniedException", "forbidden", false],
    [403, "InvalidSignatureException", "unauthorized", false],
    [404, "ResourceNotFoundException", "not-found", false],
    [413, "RequestTooLargeException", "input-too-large", false],
    [400, "InvalidRequestContentException", "bad-request", false],
    [500, "ServiceException", "server-error", true],
    [502, "EC2ThrottledException", "unavailable", true],
    [502, "SomethingNobodyHasHeardOf", "unavailable", true],
  ])("status %i of AWS named %s is %s", async (status, name, code, retryable) => {
    await serve(lambdaError(status, name));
    const events = await run({ retry: { maximumRetries: 1, initialDelayMs: 5 } });
    expect(events).toEqual([
      {
        type: "failed",
        partial: "",
        error: expect.objectContaining({ code, retryable, status, requestId: "request-of-aws-1" }) as unknown,
      },
    ]);
    expect(server.invocations).toHaveLength(retryable ? 2 : 1);
    expect((events[0] as { error: Error }).error.message).not.toContain("秘密");
  });

  test("a page of a proxy with status 503 is no server of a model; the client's retries are off", async () => {
    await serve((response) => void response.writeHead(503, { "Content-Type": "text/html" }).end("<html>秘密</html>"));
    const events = await run({ retry: { maximumRetries: 0 } });
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "not-a-model-server", status: 503 } });
    expect(server.requests).toHaveLength(1);
  });

  test("Retry-After is obeyed", async () => {
    await serve(lambdaError(429, "TooManyRequestsException", { "Retry-After": "1" }), answerReply("要約。"));
    const startedAt = performance.now();
    expect((await run()).at(-1)).toEqual({ type: "finished", reason: "stop" });
    expect(performance.now() - startedAt).toBeGreaterThan(950);
  });

  test("keys that have expired are fetched anew, once", async () => {
    await serve(lambdaError(403, "ExpiredTokenException"), answerReply("要約。"));
    expect((await run()).at(-1)).toEqual({ type: "finished", reason: "stop" });
    expect(forgotten).toBe(1);
    await server.close();
    await serve(lambdaError(403, "ExpiredTokenException"));
    expect((await run()).at(-1)).toMatchObject({ type: "failed", error: { code: "unauthorized" } });
    expect(server.invocations).toHaveLength(2);
  });

  test("keys that AWS does not know, or whose secret is wrong, are refused by the signature", async () => {
    await serve(answerReply("要約。"));
    keys.secretAccessKey = "another";
    expect((await run()).at(-1)).toMatchObject({ type: "failed", error: { code: "unauthorized" } });
    keys.sessionToken = "another";
    expect((await run()).at(-1)).toMatchObject({ type: "failed", error: { code: "unauthorized" } });
    expect(server.invocations).toHaveLength(0);
  });

  test("abort closes the stream at once, before and after the first word", async () => {
    const words = payloadChunk(line({ text: "要約の前半。\n".repeat(40) }));
    await serve(streamReply([words], "never"), (response) => void response.on("close", () => undefined));
    const controller = new AbortController();
    const events = await run({}, controller.signal, () => controller.abort());
    expect(events.at(-1)).toMatchObject({ type: "aborted" });
    expect(await server.requests[0]!.closedByClient).toBe(true);
    const second = new AbortController();
    setTimeout(() => second.abort(), 50);
    expect(await run({}, second.signal)).toEqual([{ type: "aborted", partial: "" }]);
    expect(await server.requests[1]!.closedByClient).toBe(true);
  });

  test("timers: a silent function, a silent stream, and a stream that says it is over but does not end", async () => {
    const started = payloadChunk(line({ text: "要約の前半。\n".repeat(40) }));
    const stop = payloadChunk(line({ text: "", stopReason: "end_turn" }));
    await serve(
      () => undefined,
      streamReply([], "never"),
      streamReply([started], "never"),
      streamReply([started, stop], "never"),
    );
    const timers = { connectMs: 100, firstTokenMs: 100, idleMs: 100 };
    const phases: unknown[] = [];
    for (let index = 0; index < 3; index++) {
      const last = (await run({ timers })).at(-1) as { error: { code: string; phase: string } };
      phases.push([last.error.code, last.error.phase]);
    }
    expect(phases).toEqual([
      ["timeout", "connect"],
      ["timeout", "first-token"],
      ["timeout", "idle"],
    ]);
    expect((await run({ timers })).at(-1)).toEqual({ type: "finished", reason: "stop" });
  });

  test("more than fifty streams at once", async () => {
    await serve(
      streamReply([
        payloadChunk(line({ text: "一" })),
        300,
        payloadChunk(line({ text: "", stopReason: "end_turn" })),
        invokeComplete(),
      ]),
    );
    const runs = await Promise.all(Array.from({ length: 80 }, () => run()));
    expect(runs.every((events) => textOf(events) === "一")).toBe(true);
  });

  test("a server that is not there", async () => {
    await serve(answerReply("x"));
    await server.close();
    expect(await run({ retry: { maximumRetries: 0 } })).toMatchObject([
      { type: "failed", error: { code: "connection-failed" } },
    ]);
  });
});
