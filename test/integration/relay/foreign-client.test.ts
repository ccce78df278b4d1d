import OpenAI, { APIError } from "openai";
import { startModelServer, type ModelServer, type Reply } from "../../support/model-server";
import {
  answerReply,
  bodyReply,
  chatChunk,
  frame,
  silentReply,
  webPageReply,
} from "../../support/model-server-replies";
import { post, startRelay, type RelayUnderTest } from "./relay-under-test";

/** The relay as a foreign OpenAI client sees it: the real `openai` package. */
describe("/v1 for foreign clients", () => {
  let upstream: ModelServer;
  let under: RelayUnderTest;
  let client: OpenAI;

  async function start(reply: Reply, card: Parameters<typeof startRelay>[0]["card"] = {}): Promise<void> {
    upstream = await startModelServer(reply);
    under = await startRelay({ upstreamUrl: upstream.url, card });
    client = new OpenAI({ baseURL: `${under.origin}/v1`, apiKey: "unused", maxRetries: 0 });
  }
  afterEach(async () => {
    await under.relay.stop();
    await upstream.close();
  });

  const declared = (cls: string) => ({ headers: { "X-Genai-Confidentiality": cls } });
  const request = { model: "stand-in", messages: [{ role: "user" as const, content: "こんにちは" }] };

  async function errorOf(promise: PromiseLike<unknown>): Promise<APIError> {
    try {
      await promise;
    } catch (error) {
      if (error instanceof APIError) return error;
      throw error;
    }
    throw new Error("was answered");
  }

  test("lists the models that chat", async () => {
    await start(answerReply("x"));
    const models = await client.models.list();
    expect(models.data.map(({ id, object }) => [id, object])).toEqual([["stand-in", "model"]]);
    expect(upstream.requests).toHaveLength(0);
  });

  test("streams, with usage when asked for", async () => {
    await start(answerReply("こん", "にちは。"));
    const stream = await client.chat.completions.create(
      { ...request, stream: true, stream_options: { include_usage: true }, temperature: 0.1, max_tokens: 40 },
      declared("1"),
    );
    let text = "";
    const reasons: unknown[] = [];
    let usage: unknown;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? "";
      if (chunk.choices[0]?.finish_reason) reasons.push(chunk.choices[0].finish_reason);
      usage = chunk.usage ?? usage;
    }
    expect(text).toBe("こんにちは。");
    expect(reasons).toEqual(["stop"]);
    expect(usage).toEqual({ prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 });
    expect(upstream.requests[0]!.json.messages).toEqual([{ role: "user", content: "こんにちは" }]);
    expect(upstream.requests[0]!.text).toContain("40");
  });

  test("ends a stream with [DONE]", async () => {
    await start(answerReply("x"));
    const response = await post(`${under.origin}/v1/chat/completions`, { ...request, stream: true }, declared("1"));
    expect(await response.text()).toMatch(/"finish_reason":"stop".*\n\ndata: \[DONE\]\n\n$/s);
  });

  test("answers whole", async () => {
    await start(answerReply("こん", "にちは。"));
    const answer = await client.chat.completions.create(request, declared("1"));
    expect(answer.choices).toEqual([
      { index: 0, message: { role: "assistant", content: "こんにちは。" }, finish_reason: "stop", logprobs: null },
    ]);
    expect(answer.usage?.total_tokens).toBe(17);
    expect(answer.object).toBe("chat.completion");
  });

  test("undeclared text goes to a model cleared for class 2 only", async () => {
    await start(answerReply("x"));
    const error = await errorOf(client.chat.completions.create(request));
    expect([error.status, error.code, error.type]).toEqual([403, "model-not-cleared", "permission_error"]);
    expect(error.message).toContain("X-Genai-Confidentiality");
    expect(upstream.requests).toHaveLength(0);
    await under.relay.stop();
    await upstream.close();
    await start(answerReply("x"), { clearance: "2", region: "jp" });
    expect((await client.chat.completions.create(request)).choices[0]!.message.content).toBe("x");
    expect(under.logged().find(({ msg }) => msg === "step ended")).toMatchObject({
      class: "unknown",
      route: "chat-completions",
    });
  });

  test.each([
    ["declared 3", request, declared("3"), "confidentiality-blocked"],
    [
      "declared 1, but 3 in the text",
      { ...request, messages: [{ role: "user" as const, content: "機密性3情報\n本文" }] },
      declared("1"),
      "confidentiality-blocked",
    ],
    [
      "undeclared with a marking that must be asked about",
      { ...request, messages: [{ role: "user" as const, content: "【取扱注意】\n本文" }] },
      {},
      "confidentiality-unconfirmed",
    ],
  ])("%s: nothing leaves", async (_, body, options, code) => {
    await start(answerReply("x"), { clearance: "2", region: "jp" });
    const error = await errorOf(client.chat.completions.create(body, options));
    expect([error.status, error.code]).toEqual([403, code]);
    expect(upstream.connections()).toBe(0);
  });

  test.each([
    ["an unknown model", { ...request, model: "gpt-4" }, 400, "model-unknown"],
    ["tools", { ...request, tools: [{ type: "function" as const, function: { name: "f" } }] }, 400, "bad-request"],
    ["several answers", { ...request, n: 3 }, 400, "bad-request"],
    ["no message", { ...request, messages: [] }, 400, "bad-request"],
  ])("%s is refused in the OpenAI shape", async (_, body, status, code) => {
    await start(answerReply("x"));
    const error = await errorOf(client.chat.completions.create(body, declared("1")));
    expect([error.status, error.code, error.type]).toEqual([status, code, "invalid_request_error"]);
    expect(upstream.requests).toHaveLength(0);
  });

  test("a declared class that is none is refused, and so is broken JSON", async () => {
    await start(answerReply("x"), { clearance: "2", region: "jp" });
    expect((await errorOf(client.chat.completions.create(request, declared("4")))).code).toBe("bad-request");
    const response = await post(`${under.origin}/v1/chat/completions`, "{");
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { code: "bad-request", type: "invalid_request_error" } },
    ]);
    expect((await fetch(`${under.origin}/v1/embeddings`)).status).toBe(404);
  });

  test("a failing upstream is an error with our code and none of its words", async () => {
    await start(webPageReply(502));
    const error = await errorOf(client.chat.completions.create(request, declared("1")));
    expect(error.status).toBeGreaterThanOrEqual(500);
    expect(error.message).not.toContain("Bad Gateway");
    await under.relay.stop();
    await upstream.close();
    await start(bodyReply([chatChunk("一"), frame({ error: { message: "内部エラー" } })]));
    const stream = await client.chat.completions.create({ ...request, stream: true }, declared("1"));
    const failed = await errorOf(
      (async () => {
        for await (const chunk of stream) expect(chunk.choices[0]!.delta.content).not.toContain("内部");
      })(),
    );
    expect(failed.code).toBe("upstream-error");
  });

  test.each([true, false])("a client that goes away ends the upstream call (stream: %s)", async (stream) => {
    await start(silentReply);
    const controller = new AbortController();
    const answer = client.chat.completions.create(
      { ...request, stream },
      { ...declared("1"), signal: controller.signal },
    );
    const settled = Promise.resolve(answer).then(
      async (value) => {
        if (stream) for await (const chunk of value as AsyncIterable<unknown>) void chunk;
      },
      () => undefined,
    );
    while (upstream.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const leftAt = performance.now();
    controller.abort();
    expect(await upstream.requests[0]!.closedByClient).toBe(true);
    expect(performance.now() - leftAt).toBeLessThan(15_000);
    await settled;
  });
});
