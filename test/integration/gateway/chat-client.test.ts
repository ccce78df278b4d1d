import { createChatClient, createOpenaiRunner, type ChatClientOptions } from "@genai-office/shared/gateway";
import type { ModelCard, Step } from "@genai-office/shared/vocabulary";
import { type ModelServer } from "../../support/model-server";
import { readStreamFixture } from "../../support/model-server-fixtures";
import { runToEnd, type RunOutcome } from "../../support/model-server-outcome";
import {
  answerReply,
  bodyReply,
  chatChunk,
  doneFrame,
  finishChunk,
  frame,
  jsonReply,
} from "../../support/model-server-replies";
import { modelServers } from "../../support/serve-models";

const serve = modelServers();

const messages = [{ role: "user" as const, content: "要約してください。" }];

async function ask(server: ModelServer, options: Partial<ChatClientOptions> = {}): Promise<RunOutcome> {
  const client = createChatClient({ baseUrl: server.url, retry: { initialDelayMs: 5 }, ...options });
  return runToEnd(client.streamChat({ model: "stand-in", messages, maximumOutputTokens: 200 }));
}

describe("a healthy answer", () => {
  test("streams its words, tells usage, then finishes", async () => {
    const server = await serve(answerReply("令和8年度", "予算は", "1,250万円です。"));
    const outcome = await ask(server);
    expect(outcome.text).toBe("令和8年度予算は1,250万円です。");
    expect(outcome.usage).toEqual([[12, 5]]);
    expect(outcome.terminal).toEqual({ type: "finished", reason: "stop" });
  });

  test("words of one network read are one event", async () => {
    const server = await serve(bodyReply([["あ", "い", "う"].map(chatChunk).join(""), finishChunk() + doneFrame]));
    expect(await ask(server)).toMatchObject({ text: "あいう", deltas: 1 });
  });

  test("words arrive while the server is still writing", async () => {
    const server = await serve(bodyReply([chatChunk("先"), 300, chatChunk("後"), finishChunk()]));
    const arrivals: number[] = [];
    const before = performance.now();
    await runToEnd(createChatClient({ baseUrl: server.url }).streamChat({ model: "m", messages }), (event) => {
      if (event.type === "text-delta") arrivals.push(performance.now() - before);
    });
    expect(arrivals).toHaveLength(2);
    expect(arrivals[1]! - arrivals[0]!).toBeGreaterThan(200);
  });

  test("a stream without [DONE] is whole when it named its reason", async () => {
    const server = await serve(bodyReply([chatChunk("以上"), finishChunk("length")]));
    expect((await ask(server)).terminal).toEqual({ type: "finished", reason: "length" });
  });

  test("a server that keeps the connection open after its reason does not hold the answer back", async () => {
    const server = await serve(bodyReply([chatChunk("以上"), finishChunk()], { end: "never" }));
    const outcome = await ask(server, { timers: { idleMs: 100 } });
    expect(outcome).toMatchObject({ text: "以上", terminal: { type: "finished", reason: "stop" } });
    expect(await server.requests[0]!.closedByClient).toBe(true);
  });

  test("a connection lost after the reason loses nothing", async () => {
    const server = await serve(bodyReply([chatChunk("以上"), finishChunk()], { end: "reset" }));
    expect((await ask(server)).terminal).toEqual({ type: "finished", reason: "stop" });
  });

  test("a whole document answered to a stream request is an answer", async () => {
    const server = await serve(
      jsonReply({ choices: [{ index: 0, message: { content: "予算案" }, finish_reason: "stop" }] }),
    );
    expect(await ask(server)).toMatchObject({ text: "予算案", terminal: { type: "finished", reason: "stop" } });
  });

  test("cuts inside Japanese characters are harmless", async () => {
    const bytes = readStreamFixture("chat-japanese.sse");
    const whole = await ask(await serve(bodyReply([bytes])));
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) => bytes.subarray(i * 7, i * 7 + 7));
    const cut = await ask(await serve(bodyReply(pieces)));
    expect(cut.text).toBe(whole.text);
    expect(cut.deltas).toBeGreaterThan(whole.deltas);
  });

  test("one connection serves several answers: the end of a body is awaited, not cut", async () => {
    const server = await serve(answerReply("一"));
    for (let call = 0; call < 3; call++) {
      await ask(server);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(server.connections()).toBe(1);
  });

  test("each iteration is a run of its own", async () => {
    const server = await serve(answerReply("一"), answerReply("二"));
    const run = createChatClient({ baseUrl: server.url }).streamChat({ model: "m", messages });
    expect([(await runToEnd(run)).text, (await runToEnd(run)).text]).toEqual(["一", "二"]);
  });
});

describe("the request", () => {
  test("is a streaming chat completion with the credentials of the port", async () => {
    const server = await serve(answerReply("はい"));
    await ask(server, {
      baseUrl: `${server.url}/`,
      credentials: async () => ({ "api-key": "k", "x-api-key": "k", Authorization: "Bearer k" }),
      requestId: () => "req-7",
    });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: "POST", path: "/v1/chat/completions" });
    expect(request!.headers).toMatchObject({
      "content-type": "application/json",
      "api-key": "k",
      "x-api-key": "k",
      authorization: "Bearer k",
      "x-request-id": "req-7",
    });
    expect(request!.json).toEqual({
      model: "stand-in",
      messages,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 200,
    });
  });

  test("credentials are asked for every attempt", async () => {
    const server = await serve(jsonReply({}, 503), answerReply("はい"));
    let asked = 0;
    await ask(server, { credentials: async () => ({ authorization: `Bearer ${++asked}` }) });
    expect(server.requests.map((request) => request.headers.authorization)).toEqual(["Bearer 1", "Bearer 2"]);
  });

  test("credentials that fail are a failure without a request, and their error is not quoted", async () => {
    const server = await serve(answerReply("はい"));
    const outcome = await ask(server, { credentials: () => Promise.reject(new Error("token abc")) });
    expect(outcome.error).toMatchObject({ code: "unauthorized" });
    expect(`${outcome.error!.message} ${String(outcome.error!.cause)}`).not.toContain("abc");
    expect(server.requests).toHaveLength(0);
  });

  test("a redirect is not followed: the document would go to another server", async () => {
    const elsewhere = await serve(answerReply("はい"));
    const server = await serve((response) => {
      response.writeHead(307, { Location: `${elsewhere.url}/chat/completions` }).end();
    });
    expect((await ask(server)).error?.code).toBe("not-a-model-server");
    expect(elsewhere.requests).toHaveLength(0);
  });

  test("max_tokens refused: asked again at once under its newer name, which is remembered", async () => {
    const refusal = { error: { message: "Unsupported parameter: 'max_tokens'", param: "max_tokens" } };
    const server = await serve(jsonReply(refusal, 400), answerReply("はい"));
    const client = createChatClient({ baseUrl: server.url, retry: { maximumRetries: 0 } });
    const request = { model: "m", messages, maximumOutputTokens: 200 };
    expect((await runToEnd(client.streamChat(request))).text).toBe("はい");
    expect((await runToEnd(client.streamChat(request))).text).toBe("はい");
    expect(
      server.requests.map((received) => Object.keys(received.json).filter((key) => key.startsWith("max"))),
    ).toEqual([["max_tokens"], ["max_completion_tokens"], ["max_completion_tokens"]]);
  });

  test("stream_options refused as well: both are adapted, and a third refusal stands", async () => {
    const both = [
      jsonReply({ error: { message: "Unsupported parameter: 'max_tokens'" } }, 400),
      jsonReply({ error: { message: "unknown field stream_options" } }, 400),
    ];
    const server = await serve(
      ...both,
      jsonReply({ error: { message: "stream_options max_tokens unsupported" } }, 400),
    );
    expect((await ask(server, { retry: { maximumRetries: 0 } })).error?.code).toBe("bad-request");
    expect(server.requests).toHaveLength(3);
    expect(server.requests[2]!.json).not.toHaveProperty("stream_options");
  });
});

describe("createOpenaiRunner", () => {
  const card: ModelCard = {
    id: "local-model",
    name: { ja: "試験", en: "Test" },
    maker: "test",
    domestic: true,
    contract: "openai",
    upstreamModel: "served-name",
    contextTokens: 8192,
    outputTokens: 1024,
    tokensPerCharacter: 1.2,
    clearance: "2",
    region: "jp",
    tasks: ["summarize", "chat"],
    languages: ["ja"],
    assumed: [],
  };
  const base = { promptVersion: "test/1", model: card.id, declaredClass: "none", confirmed: false, documentHash: "" };
  const chat = { ...base, task: "chat", blocks: [], options: { messages } } as Step;
  const summarize = {
    ...base,
    task: "summarize",
    blocks: [{ id: "b1", kind: "paragraph", text: "本文" }],
    options: { part: "chunk", length: { kind: "page" }, language: "ja", targetCharacters: 100 },
  } as Step;

  test("makes messages of the step as late as possible and names the model as the server knows it", async () => {
    const server = await serve(answerReply("要約"));
    const runner = createOpenaiRunner({
      baseUrl: server.url,
      card,
      composeMessages: (step, { id }) => [{ role: "user", content: `${id}:${step.blocks.length}` }],
    });
    const run = runner.run(summarize);
    expect(server.requests).toHaveLength(0);
    expect((await runToEnd(run)).text).toBe("要約");
    await runToEnd(runner.run(chat));
    expect(server.requests[0]!.json).toMatchObject({
      model: "served-name",
      messages: [{ role: "user", content: "local-model:1" }],
      max_tokens: 1024,
    });
    expect(server.requests[1]!.json).not.toHaveProperty("max_tokens");
  });

  test("a step that cannot be composed fails without a request", async () => {
    const server = await serve(answerReply("要約"));
    const runner = createOpenaiRunner({
      baseUrl: server.url,
      card,
      composeMessages: () => {
        throw new Error("本文");
      },
    });
    const { error } = await runToEnd(runner.run(summarize));
    expect(error).toMatchObject({ code: "internal", message: "unexpected error" });
    expect(server.requests).toHaveLength(0);
  });

  test("errors inside a payload before the first word are tried again", async () => {
    const overloaded = bodyReply([frame({ error: { type: "overloaded_error" } })]);
    const server = await serve(overloaded, answerReply("二度目"));
    const runner = createOpenaiRunner({
      baseUrl: server.url,
      card,
      composeMessages: () => messages,
      retry: { initialDelayMs: 5 },
    });
    expect((await runToEnd(runner.run(chat))).text).toBe("二度目");
  });
});
