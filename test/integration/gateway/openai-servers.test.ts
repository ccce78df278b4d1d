import { createOpenaiRunner, type OpenaiRunnerOptions } from "@genai-office/shared/gateway";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import type { ModelServer } from "../../support/model-server";
import { runToEnd, type RunOutcome } from "../../support/model-server-outcome";
import { bodyReply, jsonReply } from "../../support/model-server-replies";
import { apiManagement } from "../../support/openai/api-management";
import { azureOpenai, type AzureOpenaiOptions } from "../../support/openai/azure-openai";
import { chunk, done } from "../../support/openai/chat-server";
import { llamaServer } from "../../support/openai/llama-server";
import { plamoApi } from "../../support/openai/plamo-api";
import { vllm } from "../../support/openai/vllm";
import { modelServers } from "../../support/serve-models";
import { stepOf, testCard } from "../../support/test-step";

const serve = modelServers();
const words = ["令和８年度の", "補正予算案は、", "総額１，２５０万円です。"];
const text = words.join("");

interface Asked extends Partial<Omit<OpenaiRunnerOptions, "card" | "credentials">> {
  path?: string;
  headers?: Record<string, string>;
  card?: Partial<ModelCard>;
}

function makeRunner(server: ModelServer, { path = "/v1", headers = {}, card = {}, ...options }: Asked) {
  return createOpenaiRunner({
    baseUrl: server.origin + path,
    credentials: async () => headers,
    card: testCard(card),
    composeMessages: () => [{ role: "user", content: "要約してください。" }],
    retry: { maximumRetries: 0 },
    ...options,
  });
}

const ask = (server: ModelServer, asked: Asked): Promise<RunOutcome> =>
  runToEnd(makeRunner(server, asked).run(stepOf("summarize")));

const whole = { text, terminal: { type: "finished", reason: "stop" } };

describe("the API-management template", () => {
  const key = { "x-api-key": "k" };

  test.each(["/openai/v1", "/vllm/v1"])("answers at %s", async (path) => {
    const server = await serve(apiManagement(words, { key: "k" }));
    expect(await ask(server, { path, headers: key })).toMatchObject({ ...whole, usage: [[12, 5]] });
  });

  test("a wrong key, a backend that is not there", async () => {
    const server = await serve(apiManagement(words, { key: "k", backends: ["openai"] }));
    expect((await ask(server, { path: "/openai/v1" })).error?.code).toBe("unauthorized");
    expect((await ask(server, { path: "/vllm/v1", headers: key })).error?.code).toBe("not-found");
  });

  test("its rate limit is waited for, its used-up quota is told", async () => {
    const limited = await serve(
      apiManagement(words, { key: "k", gateway: "rate-limit" }),
      apiManagement(words, { key: "k" }),
    );
    const outcome = await ask(limited, { path: "/openai/v1", headers: key, retry: { maximumRetries: 1 } });
    expect(outcome).toMatchObject(whole);
    expect(outcome.milliseconds).toBeGreaterThan(950);
    const empty = await serve(apiManagement(words, { key: "k", gateway: "quota" }));
    const { error } = await ask(empty, { path: "/openai/v1", headers: key, retry: { maximumRetries: 1 } });
    expect(error).toMatchObject({ code: "rate-limited", retryable: false, retryAfterMs: 11_525_000 });
    expect(empty.requests).toHaveLength(1);
  });

  test("its own failure", async () => {
    const server = await serve(apiManagement(words, { key: "k", gateway: "backend-down" }));
    expect((await ask(server, { path: "/openai/v1", headers: key })).error?.code).toBe("server-error");
  });
});

describe("Azure OpenAI deployments", () => {
  const azure = (filter?: AzureOpenaiOptions["filter"], filterDelayMs = 0): AzureOpenaiOptions => ({
    key: "k",
    deployment: "gpt-4o-jp",
    apiVersion: "2024-10-21",
    filterDelayMs,
    ...(filter === undefined ? {} : { filter }),
  });
  const path = "/openai/deployments/gpt-4o-jp?api-version=2024-10-21";
  const headers = { "api-key": "k" };

  test("answers; the filter's chunks around the words are no words", async () => {
    const server = await serve(azureOpenai(words, azure()));
    expect(await ask(server, { path, headers })).toMatchObject({ ...whole, usage: [[12, 5]] });
  });

  test.each([
    ["prompt", ""],
    ["finish", text],
    ["late-reason", text],
    ["late-annotation", text],
  ] as const)("the content filter speaks: %s", async (filter, partial) => {
    const server = await serve(azureOpenai(words, azure(filter)));
    expect(await ask(server, { path, headers })).toMatchObject({
      text: partial,
      error: { code: "content-blocked", retryable: false, requestId: "azure-3" },
    });
  });

  test("a verdict of the asynchronous filter is waited for, however long after the reason it comes", async () => {
    const server = await serve(azureOpenai(words, azure("late-reason", 2_600)));
    expect((await ask(server, { path, headers })).error?.code).toBe("content-blocked");
  });

  test("another deployment, a wrong key", async () => {
    const server = await serve(azureOpenai(words, azure()));
    const elsewhere = path.replace("gpt-4o-jp", "gpt-5");
    expect((await ask(server, { path: elsewhere, headers })).error?.code).toBe("not-found");
    expect((await ask(server, { path })).error?.code).toBe("unauthorized");
  });
});

describe("vLLM", () => {
  const card = { upstreamModel: "elyza-70b" };

  test("answers, with usage because it was asked for", async () => {
    const server = await serve(vllm(words, { model: "elyza-70b" }));
    expect(await ask(server, { card })).toMatchObject({ ...whole, usage: [[12, 5]] });
  });

  test.each(["bare", "nested"] as const)("its errors, %s", async (errors) => {
    const server = await serve(vllm(words, { model: "elyza-70b", maxModelLen: 1000, errors }));
    expect((await ask(server, { card })).error?.code).toBe("input-too-large");
    expect((await ask(server, {})).error?.code).toBe("not-found");
    const dying = await serve(vllm(words, { model: "elyza-70b", diesAfter: 1, errors }));
    expect(await ask(dying, { card })).toMatchObject({ text: words[0], error: { code: "server-error" } });
  });

  test.each(["reasoning_content", "reasoning", "text"] as const)("thinking in %s is no answer", async (field) => {
    const reasoning = { field, words: "利用者は秘密の要約を求めている。</b> 5 < 6" };
    const server = await serve(vllm(words, { model: "elyza-70b", reasoning }));
    expect(await ask(server, { card })).toMatchObject(whole);
    expect(await ask(server, { card: { ...card, streaming: false } })).toMatchObject(whole);
  });

  test("thinking that a chat template has opened: the first answer fails, the next is whole", async () => {
    const reasoning = { field: "text-unopened" as const, words: "利用者は要約を求めている。" };
    const server = await serve(vllm(words, { model: "elyza-70b", reasoning }));
    const runner = makeRunner(server, { card });
    expect(await runToEnd(runner.run(stepOf("summarize")))).toMatchObject({
      error: { code: "malformed-response", retryable: true },
    });
    expect(await runToEnd(runner.run(stepOf("summarize")))).toMatchObject(whole);
    expect(await ask(server, { card: { ...card, streaming: false } })).toMatchObject(whole);
  });
});

describe("the PLaMo API", () => {
  test("answers, with the card's 4,096 tokens of output", async () => {
    const server = await serve(plamoApi(words, { key: "k" }));
    const card = { upstreamModel: "plamo-2.0-prime", outputTokens: 4096 };
    const headers = { Authorization: "Bearer k" };
    expect(await ask(server, { card, headers })).toMatchObject({ ...whole, usage: [[12, 5]] });
    expect(server.requests[0]!.json.max_tokens).toBe(4096);
    expect((await ask(server, { card })).error?.code).toBe("unauthorized");
    expect((await ask(server, { headers })).error?.code).toBe("not-found");
    expect((await ask(server, { card: { ...card, outputTokens: 8192 }, headers })).error?.code).toBe("bad-request");
  });
});

describe("servers of Llama models", () => {
  test.each(["llama.cpp", "ollama", "no-done"] as const)("%s answers, without usage", async (kind) => {
    const server = await serve(llamaServer(words, { kind }));
    expect(await ask(server, {})).toMatchObject({ ...whole, usage: [] });
  });

  test.each([
    ["loading", "unavailable", ""],
    ["too-long", "input-too-large", ""],
    ["unknown-model", "not-found", ""],
    ["error-line", "server-error", text],
    ["error-data", "server-error", text],
    ["error-string", "upstream-error", text],
  ] as const)("%s is %s", async (trouble, code, partial) => {
    const server = await serve(llamaServer(words, { trouble }));
    expect(await ask(server, {})).toMatchObject({ text: partial, error: { code } });
  });
});

describe("a card that does not stream", () => {
  test("is asked for the whole answer, and waited for longer than for the first sign of a stream", async () => {
    const server = await serve(async (response, request) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return vllm(words, { model: "test-model" })(response, request);
    });
    const timers = { connectMs: 100, firstTokenMs: 2_000 };
    expect(await ask(server, { card: { streaming: false }, timers })).toMatchObject({ ...whole, deltas: 1 });
    expect(server.requests[0]!.json).toMatchObject({ stream: false });
    expect(server.requests[0]!.json).not.toHaveProperty("stream_options");
  });

  test("is read also when the server streams all the same", async () => {
    const server = await serve(
      bodyReply([chunk({ delta: { content: text } }), chunk({ delta: {}, finish_reason: "stop" }), done]),
    );
    expect(await ask(server, { card: { streaming: false } })).toMatchObject(whole);
  });

  test("a server that refuses to stream is asked for the whole answer, and stays so", async () => {
    const refusal = jsonReply(
      { error: { message: "Streaming is not supported for this model.", param: "stream" } },
      400,
    );
    const server = await serve(refusal, vllm(words, { model: "test-model" }));
    const runner = makeRunner(server, {});
    expect(await runToEnd(runner.run(stepOf("summarize")))).toMatchObject(whole);
    expect(await runToEnd(runner.run(stepOf("summarize")))).toMatchObject(whole);
    expect(server.requests.map((request) => request.json.stream)).toEqual([true, false, false]);
  });
});
