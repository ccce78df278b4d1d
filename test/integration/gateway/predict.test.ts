import { createPredictRunner, type PredictRunnerOptions } from "@genai-office/shared/gateway/predict";
import type { ChatMessage } from "@genai-office/shared/vocabulary";
import { runToEnd, type RunOutcome } from "../../support/model-server-outcome";
import { jsonReply, resetReply } from "../../support/model-server-replies";
import type { ModelServer } from "../../support/model-server";
import { predictServer, type Converse } from "../../support/predict/predict-server";
import { modelServers } from "../../support/serve-models";
import { stepOf, testCard } from "../../support/test-step";

const serve = modelServers();
const card = testCard({ contract: "predict", upstreamModel: "jp.anthropic.claude-sonnet-4-6" });
const compose = (): ChatMessage[] => [
  { role: "system", content: "規則一" },
  { role: "system", content: "規則二" },
  { role: "user", content: "原文" },
];

function run(server: ModelServer, options: Partial<PredictRunnerOptions> = {}): Promise<RunOutcome> {
  const runner = createPredictRunner({
    baseUrl: `${server.origin}/api`,
    credentials: async () => ({ Authorization: "Bearer id-token" }),
    card,
    composeMessages: compose,
    retry: { initialDelayMs: 5, maximumDelayMs: 10 },
    ...options,
  });
  return runToEnd(runner.run(stepOf("summarize")));
}

function listening(answer = "要約です。"): { seen: Converse[]; answer: (converse: Converse) => string } {
  const seen: Converse[] = [];
  return { seen, answer: (converse) => (seen.push(converse), answer) };
}

test("an answer is one text and a finish; all rules reach the model", async () => {
  const { seen, answer } = listening("以下に要約します。\n<output>要約です。</output>");
  const server = await serve(predictServer({ token: "id-token", answer }));
  const outcome = await run(server);
  expect(outcome).toMatchObject({ text: "要約です。", terminal: { type: "finished", reason: "stop" }, usage: [] });
  expect(seen).toEqual([
    {
      modelId: "jp.anthropic.claude-sonnet-4-6",
      id: "/summarize",
      system: "規則一\n\n規則二",
      turns: [{ role: "user", content: "原文" }],
    },
  ]);
});

test("rules reach a model whose system text is dropped", async () => {
  const { seen, answer } = listening();
  const modelId = "mistral.mixtral-8x7b-instruct-v0:1";
  const server = await serve(
    predictServer({ token: "id-token", answer, modelIds: [modelId], withoutSystem: [modelId] }),
  );
  await run(server, { card: testCard({ contract: "predict", upstreamModel: modelId, systemText: "dropped" }) });
  expect(seen[0]!.turns[0]!.content).toBe("規則一\n\n規則二\n\n原文");
});

test("sends no header that the CORS of this surface refuses", async () => {
  const server = await serve(predictServer({ token: "id-token", answer: () => "はい。" }));
  await run(server);
  const usual = ["accept", "accept-encoding", "accept-language", "authorization", "connection", "content-length"];
  const names = Object.keys(server.requests[0]!.headers).filter((name) => !usual.includes(name));
  expect(names.filter((name) => !["content-type", "host", "sec-fetch-mode", "user-agent"].includes(name))).toEqual([]);
});

test("a model that is not on the list, a wrong path and an expired token are told apart", async () => {
  const server = await serve(predictServer({ token: "id-token", answer: () => "はい。" }));
  expect((await run(server, { card: testCard({ contract: "predict" }) })).error?.code).toBe("not-found");
  expect((await run(server, { baseUrl: server.origin })).error?.code).toBe("not-found");
  const expired = async (): Promise<Record<string, string>> => ({ Authorization: "Bearer old" });
  expect((await run(server, { credentials: expired })).error).toMatchObject({
    code: "unauthorized",
    requestId: "11111111-aaaa-4aaa-8aaa-111111111111",
  });
  expect(server.requests).toHaveLength(3);
});

test("the gateway's cap is a timeout, and is not run into a second time unasked", async () => {
  const never = (): Promise<string> => new Promise(() => undefined);
  const server = await serve(predictServer({ token: "id-token", answer: never, capMs: 80 }));
  const { error, text } = await run(server);
  expect(error).toMatchObject({ code: "timeout", status: 504, retryable: true });
  expect(text).toBe("");
  expect(server.requests).toHaveLength(1);
});

test("a connection cut at the age of the cap is the same timeout; one cut earlier is tried again", async () => {
  const late = await serve(async (response, request) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return resetReply(response, request);
  });
  expect((await run(late, { gatewayCapMs: 1_100 })).error?.code).toBe("timeout");
  expect(late.requests).toHaveLength(1);
  const early = await serve(resetReply, predictServer({ token: "id-token", answer: () => "はい。" }));
  expect((await run(early)).text).toBe("はい。");
});

test("the guardrail's word is no answer", async () => {
  const blocked = "禁止された入力を検出しました。会話を最初からやり直すか、管理者にお問い合わせください。";
  const server = await serve(predictServer({ token: "id-token", answer: () => blocked }));
  expect(await run(server)).toMatchObject({
    text: "",
    error: { code: "content-blocked" },
    terminal: { partial: "", reason: "content_filter" },
  });
});

test.each([
  [500, { error: "サーバ側でエラーが発生しました。" }, "server-error", 3],
  [429, { message: "Too Many Requests" }, "rate-limited", 3],
  [429, { message: "Limit Exceeded" }, "rate-limited", 1],
  [413, { message: "Request Too Long" }, "input-too-large", 1],
  [403, { message: "Forbidden" }, "forbidden", 1],
  [400, { error: "リクエストボディのJSON形式が不正です。" }, "bad-request", 1],
])("status %i with %j is %s after %i requests", async (status, body, code, requests) => {
  const server = await serve(jsonReply(body, status));
  const outcome = await run(server);
  expect(outcome).toMatchObject({ text: "", error: { code } });
  expect(server.requests).toHaveLength(requests);
});
