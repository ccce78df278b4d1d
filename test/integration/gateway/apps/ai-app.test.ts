import { createHmac } from "node:crypto";
import { createAiAppClient, pseudonymOf, type AppsClient } from "@genai-office/shared/gateway/apps";
import { startAiAppServer, type AiAppServer, type AiAppServerOptions } from "../../../support/ai-app/ai-app-server";
import { eventsOf, outcomeOf, researchStep } from "../../../support/exapps/research-step";

const form = { question: { type: "text", title: "質問", required: true }, files: { type: "file", multiple: true } };
const app = "own/lawsy";
let server: AiAppServer;

const start = async (options: AiAppServerOptions = {}): Promise<void> => {
  server = await startAiAppServer(options);
};
const clientOf = (change: Partial<Parameters<typeof createAiAppClient>[0]> = {}): AppsClient =>
  createAiAppClient({
    invokeUrl: server.invokeUrl,
    card: { id: "own" },
    app: { id: "lawsy", name: "法制度調査", form },
    credentials: () => Promise.resolve({ "x-api-key": "app-key" }),
    caller: "caller-1",
    userIdSecret: () => Promise.resolve("pseudonym-secret"),
    rhythm: () => 5,
    retry: { maximumRetries: 2, initialDelayMs: 1, maximumDelayMs: 2, jitter: 0 },
    ...change,
  });

afterEach(() => server.close());

describe("an app called straight", () => {
  it("gets the key, the pseudonym and the specification's body, and its answer is told", async () => {
    await start({ answer: () => ({ status: 200, body: { outputs: "回答", statusCode: 500 } }) });
    const step = researchStep(app, {
      values: { question: "問い" },
      files: { files: [{ filename: "資料.txt", content: "44GC" }] },
    });
    expect(outcomeOf(await eventsOf(clientOf(), step))).toEqual({ text: "回答", end: "stop" });
    const [request] = server.requests;
    expect(request!.headers["x-api-key"]).toBe("app-key");
    expect(request!.headers["x-user-id"]).toBe(await pseudonymOf("pseudonym-secret", "caller-1"));
    expect(request!.headers["x-user-id"]).not.toContain("caller");
    expect(request!.json).toEqual({
      inputs: { question: "問い", files: [{ key: "files", files: [{ filename: "資料.txt", content: "44GC" }] }] },
      sessionId: step.options.sessionId,
    });
  });

  it("lists its one app with its form", async () => {
    await start();
    expect(await clientOf().listApps()).toEqual([
      expect.objectContaining({ id: app, service: "own", name: "法制度調査" }),
    ]);
    expect(server.requests).toHaveLength(0);
  });

  // C3, and the rule that only a 200 holds an answer.
  it.each([
    [400, { error: "Invalid request: question is required" }, "bad-request"],
    [403, { outputs: "x" }, "forbidden"],
    [405, { error: "x" }, "not-a-model-server"],
    [500, { error: "Internal server error", outputs: "x", statusCode: 200 }, "server-error"],
    [200, { error: "失敗しました" }, "upstream-error"],
    [200, { error: { message: "失敗しました", details: "x" } }, "upstream-error"],
    [200, { outputs: "失敗しました", errors: ["失敗しました"] }, "upstream-error"],
    [200, { outputs: "失敗しました", status: "FAILED" }, "upstream-error"],
    [200, { outputs: "失敗しました", status: "不可" }, "upstream-error"],
    [200, { outputs: "失敗しました", request_id: "r-1" }, "malformed-response"],
    [200, ["失敗しました"], "malformed-response"],
    [302, {}, "not-a-model-server"],
  ])("makes a failure of %i %j", async (status, body, code) => {
    await start({ answer: () => ({ status, body }) });
    const events = await eventsOf(clientOf(), researchStep(app));
    expect(outcomeOf(events)).toEqual({ text: "", end: code });
    expect(JSON.stringify(events)).not.toMatch(/失敗|Internal server|Invalid/);
    expect(server.requests).toHaveLength(1);
  });
});

describe("an app that takes long", () => {
  const looks = [
    { status: "PENDING" },
    { status: "IN_PROGRESS", progress: "60%" },
    { status: "COMPLETED", outputs: "長い回答", artifacts: [{ contents: "44GC", display_name: "a.pdf" }] },
  ];

  it("is asked for its status at its own origin, with key and pseudonym", async () => {
    await start({ looks });
    const events = await eventsOf(clientOf({ invokeUrl: server.requestsUrl }), researchStep(app));
    expect(outcomeOf(events)).toEqual({ text: "長い回答", end: "stop" });
    expect(events).toContainEqual({ type: "progress", done: 60, total: 100 });
    expect(events).toContainEqual({ type: "artifact", name: "a.pdf", content: "44GC" });
    expect(
      server.requests.slice(1).every(({ method, headers }) => method === "GET" && headers["x-api-key"] === "app-key"),
    ).toBe(true);
  });

  it.each([
    ["another origin", "https://evil.example/status/1"],
    ["another host without a scheme", "//evil.example/status/1"],
    ["a backslash", "/\\evil.example/status/1"],
    ["a line break", "/\n/evil.example"],
    ["a fragment", "/status/1#x"],
    ["a relative path", "status/1"],
    ["too long a path", `/${"a".repeat(2048)}`],
    ["no text", 7],
    ["nothing", undefined],
  ])("is not asked at %s", async (_name, statusUrl) => {
    await start({ looks, statusUrl: () => statusUrl });
    const events = await eventsOf(clientOf({ invokeUrl: server.requestsUrl }), researchStep(app));
    expect(outcomeOf(events)).toEqual({ text: "", end: "malformed-response" });
    expect(server.requests).toHaveLength(1);
  });

  const ticketOf = async (client: AppsClient): Promise<string> => {
    for await (const event of client.run(researchStep(app))) if (event.type === "accepted") return event.ticket;
    throw new Error("nothing was accepted");
  };

  it("is waited for again by the same caller alone", async () => {
    await start({ looks });
    const client = clientOf({ invokeUrl: server.requestsUrl });
    const ticket = await ticketOf(client);
    const resumed = researchStep(app, {}, { ticket });
    expect(
      outcomeOf(await eventsOf(clientOf({ invokeUrl: server.requestsUrl, caller: "caller-2" }), resumed)).end,
    ).toBe("forbidden");
    const [payload, seal] = ticket.split(".");
    const forged = Buffer.from(Buffer.from(payload!, "base64url").toString().replace("/status/", "/secret/")).toString(
      "base64url",
    );
    for (const changed of [`${forged}.${seal}`, `${payload}.${Buffer.alloc(32).toString("base64url")}`]) {
      const events = await eventsOf(client, researchStep(app, {}, { ticket: changed }));
      expect(outcomeOf(events).end).toBe("forbidden");
    }
    for (const broken of ["", "x", `${payload}`, `${payload}.`, `${payload}.${seal}.x`, "あ.い"]) {
      const events = await eventsOf(client, researchStep(app, {}, { ticket: broken }));
      expect(outcomeOf(events).end).toBe("bad-request");
    }
    expect(outcomeOf(await eventsOf(client, resumed))).toEqual({ text: "長い回答", end: "stop" });
    expect(server.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("without a secret its tickets cannot be made up, and live as long as the process, whatever the token", async () => {
    await start({ looks });
    let token = 0;
    const client = (change: Partial<Parameters<typeof createAiAppClient>[0]> = {}): AppsClient => {
      return createAiAppClient({
        invokeUrl: server.requestsUrl,
        card: { id: "own" },
        app: { id: "lawsy", name: "法制度調査", form },
        credentials: () => Promise.resolve({ "x-api-key": "app-key", Authorization: `Bearer ${token++}` }),
        caller: "caller-1",
        rhythm: () => 5,
        ...change,
      });
    };
    const ticket = await ticketOf(client());
    const payload = ticket.split(".")[0]!;
    for (const secret of ["{}", "", JSON.stringify({ "x-api-key": "app-key" })]) {
      const forged = ticketSealedWith(secret, payload);
      const step = researchStep(app, {}, { ticket: forged });
      expect(outcomeOf(await eventsOf(client(), step)).end).toBe("forbidden");
    }
    expect(outcomeOf(await eventsOf(client(), researchStep(app, {}, { ticket })))).toEqual({
      text: "長い回答",
      end: "stop",
    });
    const kept = () => Promise.resolve("ticket-secret");
    const durable = await ticketOf(client({ ticketSecret: kept }));
    expect(
      outcomeOf(await eventsOf(client({ ticketSecret: kept }), researchStep(app, {}, { ticket: durable }))).end,
    ).toBe("stop");
    expect(outcomeOf(await eventsOf(client(), researchStep(app, {}, { ticket: durable }))).end).toBe("forbidden");
  });

  it("fails by code: an error of the app, a status that is gone", async () => {
    await start({ looks: [{ status: "ERROR", error: { message: "秘密", details: "秘密" } }] });
    const events = await eventsOf(clientOf({ invokeUrl: server.requestsUrl }), researchStep(app));
    expect(outcomeOf(events)).toEqual({ text: "", end: "upstream-error" });
    expect(JSON.stringify(events)).not.toContain("秘密");
    await server.close();
    await start({
      looks,
      instead: (route) => (route === "GET /status/" ? (response) => void response.writeHead(404).end() : undefined),
    });
    expect(outcomeOf(await eventsOf(clientOf({ invokeUrl: server.requestsUrl }), researchStep(app))).end).toBe(
      "not-found",
    );
  });

  it("takes a 200 that only says PENDING for an acceptance", async () => {
    await start({
      answer: () => ({ status: 200, body: { outputs: "受け付けました", request_id: "1", status: "PENDING" } }),
    });
    expect(outcomeOf(await eventsOf(clientOf(), researchStep(app)))).toEqual({ text: "", end: "malformed-response" });
  });
});

/** A ticket as somebody would make it who knows everything but the secret. */
function ticketSealedWith(secret: string, payload: string): string {
  const key = createHmac("sha256", secret).update("genai-office-ticket").digest();
  const bound = JSON.stringify([app, "caller-1", payload]);
  return `${payload}.${createHmac("sha256", key).update(bound).digest("base64url")}`;
}
