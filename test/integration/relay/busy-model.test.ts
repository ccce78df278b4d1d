import { createRelayClient } from "@genai-office/shared/relay-client";
import { createFallbackRunner } from "@genai-office/shared/models";
import { promptVersions } from "@genai-office/shared/prompts";
import { jsonReply, answerReply } from "../../support/model-server-replies";
import { runToEnd } from "../../support/model-server-outcome";
import { modelServers } from "../../support/serve-models";
import { stepOf } from "../../support/test-step";
import { modelCard } from "../../unit/models/cards";
import { startRelay } from "./relay-under-test";

const serve = modelServers();

test("a busy model that asks for a long wait is not waited for when its card names another one", async () => {
  const busy = await serve(jsonReply({ error: { message: "x" } }, 429, { "Retry-After": "40" }));
  const free = await serve(answerReply("代わりの答え。"));
  const connection = (url: string) => ({ contract: "openai", baseUrl: url, credentials: { kind: "none" } }) as const;
  const under = await startRelay({
    upstreamUrl: "http://127.0.0.1:9/v1",
    catalogue: {
      models: [modelCard("busy", { upstream: "busy", fallbacks: ["free"] }), modelCard("free", { upstream: "free" })],
      default: {},
    },
    connections: {
      upstreams: new Map([
        ["busy", connection(busy.url)],
        ["free", connection(free.url)],
      ]),
      signIns: new Map(),
    },
  });
  try {
    const client = createRelayClient({ baseUrl: under.origin });
    const { models } = await client.fetchModels();
    const runner = createFallbackRunner({ runner: client, cards: models });
    const outcome = await runToEnd(
      runner.run({ ...stepOf("summarize"), model: "busy", promptVersion: promptVersions.summarize }),
    );
    expect(outcome.text).toBe("代わりの答え。");
    expect(outcome.milliseconds).toBeLessThan(4_000);
    expect(busy.requests).toHaveLength(1);
  } finally {
    await under.relay.stop();
  }
});
