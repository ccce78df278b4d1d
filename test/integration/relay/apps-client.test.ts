import { createRelayClient } from "@genai-office/shared/relay-client";
import { eventsOf, outcomeOf, researchStep } from "../../support/exapps/research-step";
import { startModelServer, type ModelServer, type Reply } from "../../support/model-server";
import { bodyReply, frame, jsonReply, resetReply } from "../../support/model-server-replies";

let server: ModelServer;
const start = async (...replies: Reply[]): Promise<void> => {
  server = await startModelServer(...replies);
};
const client = (timers = {}) =>
  createRelayClient({ baseUrl: server.origin, timers, retry: { initialDelayMs: 1, maximumDelayMs: 2 } });
const step = (ticket?: string) => researchStep("s/t/a", undefined, ticket === undefined ? {} : { ticket });

afterEach(() => server.close());

describe("a research step to the relay", () => {
  it.each([
    ["a reset", resetReply],
    [
      "a stream that breaks off after the acceptance",
      bodyReply([frame({ type: "accepted", ticket: "t" })], { end: "reset" }),
    ],
    ["a gateway that is busy", jsonReply({}, 503)],
  ])("is not sent twice after %s", async (_name, reply) => {
    await start(reply);
    const { end } = outcomeOf(await eventsOf(client(), step()));
    expect(end).toMatch(/connection|unavailable/);
    expect(server.requests).toHaveLength(1);
  });

  it("is sent again when it only goes on waiting", async () => {
    await start(resetReply, bodyReply([frame({ type: "finished", reason: "stop" })]));
    expect(outcomeOf(await eventsOf(client(), step("t"))).end).toBe("stop");
  });

  it("waits as long as the relay shows that it waits, beyond the time a model may take", async () => {
    const parts = Array.from({ length: 8 }, () => [": still working\n\n", 60]).flat();
    const waiting = frame({ type: "waiting", state: "queued", nextLookMs: 30_000 });
    const late = frame({ type: "artifact", name: "a.pdf", content: "", missing: "not-found" });
    await start(bodyReply([waiting, ...parts, late, frame({ type: "finished", reason: "stop" })]));
    const events = await eventsOf(client({ idleMs: 200, firstTokenMs: 200 }), step());
    expect(events).toEqual([
      { type: "waiting", state: "queued", nextLookMs: 30_000 },
      { type: "artifact", name: "a.pdf", content: "", missing: "not-found" },
      { type: "finished", reason: "stop" },
    ]);
  });
});

describe("the list of apps", () => {
  const card = {
    id: "s/t/a",
    service: "s",
    name: "a",
    description: "",
    howToUse: "",
    fields: [],
    maximumPayloadBytes: 1,
    keepsConversation: false,
  };

  it("is told as it came; a code of a newer relay is internal", async () => {
    const service = { id: "s", name: { ja: "源内", en: "GENAI" } };
    await start(jsonReply({ services: [{ ...service, error: "brand-new" }], apps: [card] }));
    expect(await client().fetchApps()).toEqual({ services: [{ ...service, error: "internal" }], apps: [card] });
  });

  it.each([{}, [], { services: [], apps: [{}] }, { services: [{}], apps: [] }])(
    "is refused as %j",
    async (document) => {
      await start(jsonReply(document));
      await expect(client().fetchApps()).rejects.toMatchObject({ code: "malformed-response" });
    },
  );
});
