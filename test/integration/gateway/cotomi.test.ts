import { createCotomiRunner, type CotomiRunnerOptions } from "@genai-office/shared/gateway/cotomi";
import type { ChatMessage } from "@genai-office/shared/vocabulary";
import { cotomiServer } from "../../support/cotomi/cotomi-server";
import type { ModelServer } from "../../support/model-server";
import { runToEnd, type RunOutcome } from "../../support/model-server-outcome";
import { modelServers } from "../../support/serve-models";
import { stepOf, testCard } from "../../support/test-step";

const serve = modelServers();
const card = testCard({ contract: "cotomi", upstreamModel: "cotomi-v3", outputTokens: 1024 });
const messages: ChatMessage[] = [
  { role: "system", content: "規則" },
  { role: "user", content: "原文" },
];
const bearer = async (): Promise<Record<string, string>> => ({ Authorization: "Bearer key" });

function run(server: ModelServer, options: Partial<CotomiRunnerOptions> = {}): Promise<RunOutcome> {
  const runner = createCotomiRunner({
    baseUrl: `${server.origin}/cotomi-api/v1`,
    credentials: bearer,
    card,
    composeMessages: () => messages,
    retry: { maximumRetries: 0 },
    ...options,
  });
  return runToEnd(runner.run(stepOf("summarize")));
}

test("streams an answer; the body is NEC's own", async () => {
  const server = await serve(
    cotomiServer({ key: "key", answer: () => "令和８年度の補正予算案は、総額１，２５０万円です。" }),
  );
  const outcome = await run(server);
  expect(outcome).toMatchObject({
    text: "令和８年度の補正予算案は、総額１，２５０万円です。",
    terminal: { type: "finished", reason: "stop" },
  });
  expect(server.requests[0]!.json).toEqual({
    userContent: "原文",
    systemContent: "規則",
    historyId: "new",
    oneshot: true,
    model: "cotomi-v3",
    stream: true,
    streamNum: 20,
    maxTokens: 1024,
  });
  expect(server.requests[0]!.headers["x-nec-cotomi-client-id"]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
});

test("a card that does not stream is asked for the whole answer", async () => {
  const server = await serve(cotomiServer({ key: "key", answer: () => "予算です。" }));
  const outcome = await run(server, { card: { ...card, streaming: false } });
  expect(outcome).toMatchObject({ text: "予算です。", deltas: 1, terminal: { type: "finished" } });
  expect(server.requests[0]!.json).toMatchObject({ stream: false });
  expect(server.requests[0]!.json).not.toHaveProperty("streamNum");
});

test("the client's id: from the options, or among the credentials, under a name of choice", async () => {
  const header = "x-nec-genai-client-id";
  const server = await serve(cotomiServer({ key: "key", clientIdHeader: header, answer: () => "はい。" }));
  await run(server, { clientIdHeader: header, clientId: "ministry-1" });
  await run(server, {
    clientIdHeader: header,
    credentials: async () => ({ ...(await bearer()), "X-NEC-GenAI-Client-Id": "ministry-2" }),
  });
  expect(server.requests.map((request) => request.headers[header])).toEqual(["ministry-1", "ministry-2"]);
  expect(server.requests[1]!.headers).not.toHaveProperty("x-nec-cotomi-client-id");
});

test("the same id for all runs of a runner, another for another runner", async () => {
  const server = await serve(cotomiServer({ key: "key", answer: () => "はい。" }));
  const make = () =>
    createCotomiRunner({
      baseUrl: `${server.origin}/cotomi-api/v1/`,
      credentials: bearer,
      card,
      composeMessages: () => messages,
    });
  const runner = make();
  await runToEnd(runner.run(stepOf("chat")));
  await runToEnd(runner.run(stepOf("chat")));
  await runToEnd(make().run(stepOf("chat")));
  const [first, second, third] = server.requests.map((request) => request.headers["x-nec-cotomi-client-id"]);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test("an answer cut at the limit is told as cut", async () => {
  const server = await serve(cotomiServer({ key: "key", answer: () => "予".repeat(200) }));
  const outcome = await run(server, { card: { ...card, outputTokens: 100, tokensPerCharacter: 1 } });
  expect(outcome).toMatchObject({ text: "予".repeat(100), terminal: { type: "finished", reason: "length" } });
});

test("a wrong key and a wrong path are told by the status", async () => {
  const server = await serve(cotomiServer({ key: "other", answer: () => "はい。" }));
  expect((await run(server)).error?.code).toBe("unauthorized");
  expect((await run(server, { baseUrl: server.origin })).error?.code).toBe("not-found");
});
