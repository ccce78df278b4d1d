import { createFallbackRunner } from "@genai-office/shared/models";
import { createRelayClient, relayUnreached, type RelayClient } from "@genai-office/shared/relay-client";
import { summarize, type SummarizeResult } from "@genai-office/shared/tasks";
import type { ModelCard, StepRunner, TaskEvent } from "@genai-office/shared/vocabulary";
import { startRelay, type RelayUnderTest } from "../../integration/relay/relay-under-test";
import { startModelServer, type ModelServer, type Reply } from "../../support/model-server";
import {
  answerReply,
  bodyReply,
  chatChunk,
  jsonReply,
  resetReply,
  silentReply,
  webPageReply,
} from "../../support/model-server-replies";
import { modelCard } from "./cards";

const cards = [
  modelCard("first", { upstream: "first", fallbacks: ["second"] }),
  modelCard("second", { upstream: "second" }),
];
const answer = `${"あ".repeat(99)}。[1]`;
/** Long enough for every server that says something. Milliseconds. */
const patient = 60_000;

/** A relay before two servers of their own, its client, and the runner that a pane would take. */
async function suite(
  reply: Reply | undefined,
  firstTokenMs = patient,
): Promise<{
  under: RelayUnderTest;
  client: RelayClient;
  runner: StepRunner;
  first: ModelServer;
  second: ModelServer;
  close(): Promise<void>;
}> {
  const [first, second] = await Promise.all([
    startModelServer(reply ?? silentReply),
    startModelServer(answerReply(answer)),
  ]);
  // Without a reply the server is gone before anybody asks it.
  if (reply === undefined) await first.close();
  const upstream = (server: ModelServer, waitMs: number) =>
    ({
      contract: "openai",
      baseUrl: server.url,
      credentials: { kind: "none" },
      retry: { maximumRetries: 0 },
      timers: { connectMs: patient, firstTokenMs: waitMs },
    }) as const;
  const under = await startRelay({
    upstreamUrl: "http://127.0.0.1:9/v1",
    catalogue: { models: cards, default: {} },
    connections: {
      upstreams: new Map([
        ["first", upstream(first, firstTokenMs)],
        ["second", upstream(second, patient)],
      ]),
      signIns: new Map(),
    },
  });
  const client = createRelayClient({ baseUrl: under.origin, retry: { maximumRetries: 0 } });
  const { models } = await client.fetchModels();
  const runner = createFallbackRunner({ runner: client, cards: models, concernsAll: relayUnreached });
  const close = async (): Promise<void> => {
    await under.relay.stop();
    await Promise.all([...(reply === undefined ? [] : [first.close()]), second.close()]);
  };
  return { under, client, runner, first, second, close };
}

async function run(runner: StepRunner, card: ModelCard = cards[0]!): Promise<TaskEvent<SummarizeResult>[]> {
  const events: TaskEvent<SummarizeResult>[] = [];
  const request = {
    blocks: [{ id: "a", kind: "paragraph" as const, text: "予算を定める要領である。".repeat(20) }],
    length: { kind: "characters" as const, characters: 100 },
    language: "ja" as const,
    card,
    others: cards,
    declaredClass: "2" as const,
    confirmed: true,
    documentHash: "0".repeat(64),
  };
  for await (const event of summarize(request, runner)) events.push(event);
  return events;
}

test.each<[string, Reply | undefined, string]>([
  ["refuses the connection", undefined, "connection-failed"],
  ["breaks the connection", resetReply, "connection-lost"],
  ["says nothing", silentReply, "timeout"],
  ["is over its limit", jsonReply({ error: { message: "slow down" } }, 429), "rate-limited"],
  ["fails", jsonReply({ error: { message: "x" } }, 500), "server-error"],
  ["is under repair", jsonReply({ error: { message: "x" } }, 503), "unavailable"],
  ["sends a web page", webPageReply(502), "not-a-model-server"],
  ["does not take the relay's key", jsonReply({ error: { message: "x" } }, 401), "upstream-unauthorized"],
])("a server that %s: the other model answers, by name", async (_what, reply, reason) => {
  const { runner, second, close } = await suite(reply, reply === silentReply ? 300 : patient);
  try {
    const events = await run(runner);
    const switched = events.find((event) => event.type === "model-switched");
    expect(switched).toMatchObject({ from: "first", to: "second" });
    // Which of the two depends on the moment in which the connection breaks.
    if (reason !== "connection-lost") expect(switched).toMatchObject({ reason });
    expect(events.at(-1)).toMatchObject({ type: "completed", result: { models: ["second"] } });
    expect(second.requests).toHaveLength(1);
    const last = second.requests[0]!.json as { model?: string };
    expect(last.model).toBe("second");
  } finally {
    await close();
  }
});

test.each<[string, Reply]>([
  // The word is read before the connection breaks: what has not been read is lost with it.
  ["has written a word", bodyReply([chatChunk("途中"), 1_000], { end: "reset" })],
  ["filters the answer", jsonReply({ error: { code: "content_filter", message: "x" } }, 400)],
  ["finds the request wrong", jsonReply({ error: { message: "x" } }, 400)],
])("a server that %s: nobody else is asked", async (_what, reply) => {
  const { runner, second, close } = await suite(reply);
  try {
    expect((await run(runner)).at(-1)).toMatchObject({ type: "failed" });
    expect(second.requests).toHaveLength(0);
  } finally {
    await close();
  }
});

test("a relay that cannot be reached is not taken for a model that cannot", async () => {
  const { runner, under, close } = await suite(answerReply(answer));
  await under.relay.stop();
  try {
    const events = await run(runner);
    expect(events.filter((event) => event.type === "model-switched")).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "connection-failed" } });
  } finally {
    await close();
  }
});
