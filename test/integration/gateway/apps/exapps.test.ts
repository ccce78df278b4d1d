import { createExappsClient, type AppsClient } from "@genai-office/shared/gateway/apps";
import { GenaiError } from "@genai-office/shared/vocabulary";
import {
  commonTeam,
  startExappsServer,
  type ExappsServer,
  type ExappsServerOptions,
  type RegisteredApp,
} from "../../../support/exapps/exapps-server";
import { jsonReply } from "../../../support/model-server-replies";
import { eventsOf, outcomeOf, researchStep } from "../../../support/exapps/research-step";

const lawsy: RegisteredApp = {
  teamId: commonTeam,
  exAppId: "lawsy",
  exAppName: "法制度調査",
  placeholder: JSON.stringify({ question: { type: "textarea", title: "質問", required: true } }),
  config: '{"max_payload_size":"6MB"}',
};
const app = `genai/${commonTeam}/lawsy`;
const fastRetry = { maximumRetries: 2, initialDelayMs: 1, maximumDelayMs: 2, jitter: 0 };

let server: ExappsServer;
const clientOf = (change: Partial<Parameters<typeof createExappsClient>[0]> = {}): AppsClient =>
  createExappsClient({
    baseUrl: server.baseUrl,
    card: { id: "genai" },
    credentials: () => Promise.resolve({ Authorization: "Bearer user-token" }),
    rhythm: () => 5,
    retry: fastRetry,
    ...change,
  });
const start = async (options: Partial<ExappsServerOptions> = {}): Promise<void> => {
  server = await startExappsServer({ apps: [lawsy], ...options });
};

afterEach(() => server.close());

describe("the list of apps", () => {
  it("fetches each form, leaves out drafts and other teams' apps, and asks again only for changed apps", async () => {
    await start({
      apps: [
        lawsy,
        { ...lawsy, exAppId: "draft", status: "draft" },
        { ...lawsy, teamId: "team-2", exAppId: "foreign" },
        {
          ...lawsy,
          teamId: "team-1",
          exAppId: "own",
          exAppName: "国会答弁検索",
          placeholder: '{"q":{"type":"slider"}}',
        },
      ],
      teams: { "team-1": "総務課" },
      users: { "user-token": { sub: "user-1", teams: ["team-1"] } },
    });
    const client = clientOf();
    const cards = await client.listApps();
    expect(cards.map(({ id, name, team, obstacle }) => ({ id, name, team, obstacle }))).toEqual([
      { id: app, name: "法制度調査", team: "共通", obstacle: undefined },
      { id: "genai/team-1/own", name: "国会答弁検索", team: "総務課", obstacle: "unknown-field" },
    ]);
    expect(cards[0]).toMatchObject({
      service: "genai",
      maximumPayloadBytes: 6 * 1024 * 1024,
      keepsConversation: false,
    });
    expect(cards[0]!.fields).toEqual([{ key: "question", type: "textarea", title: "質問", required: true }]);
    const asked = server.requests.length;
    await client.listApps();
    expect(server.requests.length - asked).toBe(1);
  });

  it("shows an app whose form cannot be had as one that cannot be run, and the others as they are", async () => {
    await start({
      apps: [lawsy, { ...lawsy, exAppId: "lost" }],
      instead: (route) =>
        route.endsWith("/exapps/lost") ? (response) => void response.writeHead(404).end() : undefined,
    });
    expect((await clientOf().listApps()).map(({ obstacle }) => obstacle)).toEqual([undefined, "form-unavailable"]);
  });

  it("tells a person who has to sign in, and one whose token is refused", async () => {
    await start();
    const signIn = () => Promise.reject(new GenaiError("sign-in-required", "no token"));
    await expect(clientOf({ credentials: signIn }).listApps()).rejects.toMatchObject({ code: "sign-in-required" });
    const old = () => Promise.resolve({ Authorization: "Bearer expired" });
    await expect(clientOf({ credentials: old }).listApps()).rejects.toMatchObject({ code: "unauthorized" });
  });

  it("sends a prompt that the app brings itself, filled in from the form", async () => {
    await start({
      apps: [{ ...lawsy, systemPrompt: "「{{question}}」に{{other}}答える", systemPromptKeyName: "instructions" }],
    });
    await eventsOf(clientOf(), researchStep(app, { values: { question: "問い", instructions: "悪意" } }));
    expect(server.of("POST /exapps/invoke")[0]!.json.inputs).toEqual({
      question: "問い",
      instructions: "「問い」に{{other}}答える",
    });
  });
});

describe("an answer at once", () => {
  it("gives text, tokens under any provider's names, and files in both shapes", async () => {
    await start({
      invoke: () => ({
        status: 200,
        body: {
          outputs: "根拠は法第6条です[1]。",
          statusCode: 500,
          artifacts: [
            { content: "44GC", display_name: "../別紙.txt" },
            { contents: "44GE", display_name: "図.png" },
          ],
          usageMetadata: [
            {
              modelVersion: "g",
              requestCount: 1,
              tokens: { promptTokenCount: 10, candidatesTokenCount: 5, totalTokenCount: 15 },
            },
            { modelVersion: "b", requestCount: 1, tokens: { inputTokens: 100, outputTokens: 50, totalTokens: 150 } },
          ],
          totalEstimatedCost: { amount: 1 },
        },
      }),
    });
    const events = await eventsOf(clientOf(), researchStep(app));
    expect(events).toEqual([
      { type: "text-delta", text: "根拠は法第6条です[1]。" },
      { type: "usage", inputTokens: 110, outputTokens: 55 },
      { type: "artifact", name: "別紙.txt", content: "44GC" },
      { type: "artifact", name: "図.png", content: "44GE" },
      { type: "finished", reason: "stop" },
    ]);
  });

  it("sends typed inputs and the session, with the person's token", async () => {
    await start();
    const step = researchStep(app);
    await eventsOf(clientOf(), step);
    const [request] = server.of("POST /exapps/invoke");
    expect(request!.headers.authorization).toBe("Bearer user-token");
    expect(request!.json).toEqual({
      teamId: commonTeam,
      exAppId: "lawsy",
      inputs: { question: "行政手続のオンライン化の根拠は。" },
      sessionId: step.options.sessionId,
    });
  });

  // B1: the words of an error stand where the answer would.
  it.each([
    [400, "bad-request"],
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "not-found"],
    [413, "input-too-large"],
    [500, "server-error"],
    [502, "unavailable"],
    [504, "unavailable"],
  ])("never hands on `outputs` of a %i", async (status, code) => {
    await start({ invoke: () => ({ status, body: { outputs: "サーバ側でエラーが発生しました。" } }) });
    const events = await eventsOf(clientOf(), researchStep(app));
    expect(outcomeOf(events)).toEqual({ text: "", end: code });
    expect(JSON.stringify(events)).not.toContain("サーバ側");
    // An invocation may have begun: it is not made twice.
    expect(server.of("POST /exapps/invoke")).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["a sentence", { error: "内部エラー" }, "upstream-error"],
    ["an object", { error: { message: "内部エラー", details: "x" }, outputs: "内部エラー" }, "upstream-error"],
    ["a status", { status: "ERROR", outputs: "内部エラー" }, "upstream-error"],
    ["a list", { errors: ["内部エラー"], outputs: "内部エラー" }, "upstream-error"],
    ["a message of an error", { errorMessage: "内部エラー", outputs: "内部エラー" }, "upstream-error"],
    ...["FAILED", "failure", "CANCELLED", "TIMED_OUT", "STOPPED", "不明", 500, false, { code: 1 }].map(
      (status): [string, Record<string, unknown>, string] => [
        `the status ${JSON.stringify(status)}`,
        { status, outputs: "内部エラー" },
        "upstream-error",
      ],
    ),
    ["nothing", {}, "malformed-response"],
    ["an empty text", { outputs: " " }, "output-empty"],
    ["another shape", { outputs: { text: "内部エラー" } }, "malformed-response"],
  ])("makes a failure of a 200 that holds %s", async (_name, body, code) => {
    await start({ invoke: () => ({ status: 200, body }) });
    expect(outcomeOf(await eventsOf(clientOf(), researchStep(app)))).toEqual({ text: "", end: code });
  });

  it.each([
    { status: "success" },
    { status: "OK" },
    { status: 200 },
    { status: null, error: null, errors: [] },
    { error: {} },
    { status: "COMPLETED", request_id: "r-1" },
    { statusCode: 202 },
  ])("takes a 200 with %j for an answer", async (extra) => {
    await start({ invoke: () => ({ status: 200, body: { outputs: "回答", ...extra } }) });
    expect(outcomeOf(await eventsOf(clientOf(), researchStep(app)))).toEqual({ text: "回答", end: "stop" });
  });

  it.each<Record<string, string>>([
    { request_id: "r-1" },
    { request_id: "r-1", status: "success" },
    { status_url: "/status/1" },
  ])("takes a 200 with %j for an acceptance, whose sentence is no answer", async (extra) => {
    await start({ invoke: () => ({ status: 200, body: { outputs: "リクエストを受け付けました", ...extra } }) });
    const events = await eventsOf(clientOf(), researchStep(app));
    expect(outcomeOf(events).text).toBe("");
    expect(outcomeOf(events).end).toMatch(/^(malformed-response|not-found)$/);
    expect(JSON.stringify(events)).not.toContain("受け付け");
    expect(server.of("POST /exapps/invoke")).toHaveLength(1);
  });

  it("asks again after a refusal that says when, and only then", async () => {
    let refusals = 1;
    await start({
      instead: (route) =>
        route === "POST /exapps/invoke" && refusals-- > 0
          ? (response) => void response.writeHead(429, { "Retry-After": "0" }).end("{}")
          : undefined,
    });
    expect(outcomeOf(await eventsOf(clientOf(), researchStep(app)))).toEqual({ text: "回答", end: "stop" });
  });

  it.each([
    ["a form that lacks what is required", { values: {} }, "bad-request"],
    ["a request that is too large", { values: { question: "あ".repeat(3_000_000) } }, "input-too-large"],
  ])("sends nothing of %s", async (_name, inputs, code) => {
    await start();
    expect(outcomeOf(await eventsOf(clientOf(), researchStep(app, inputs))).end).toBe(code);
    expect(server.of("POST /exapps/invoke")).toHaveLength(0);
  });

  it.each([
    "genai/x",
    "other/team/lawsy",
    "genai/team/機密の文",
    "genai/team/%E6%96%87",
    `genai/${commonTeam}/absent`,
    `genai/${commonTeam}/%E0%A4%A`,
  ])("finds no app of the id %s", async (id) => {
    await start();
    expect(outcomeOf(await eventsOf(clientOf(), researchStep(id))).end).toBe("not-found");
  });
});

describe("a long invocation", () => {
  const looks = [
    { status: "PENDING" },
    { status: "IN_PROGRESS", progress: "処理中... ステップ 3/5" },
    { status: "IN_PROGRESS", progress: "処理中... ステップ ３／５" },
    { status: "COMPLETED", outputs: "長い調査の回答", artifacts: [{ contents: "44GC", display_name: "報告.pdf" }] },
  ];

  it("is accepted, waited for, and answered; the sentence of the acceptance is no answer", async () => {
    await start({ invoke: () => ({ looks }) });
    const events = await eventsOf(clientOf(), researchStep(app));
    expect(events.map((event) => (event.type === "waiting" ? `waiting ${event.state}` : event.type))).toEqual(
      [
        "accepted",
        "waiting queued",
        "waiting queued",
        "waiting running",
        "waiting running",
        "text-delta",
        "artifact",
        "finished",
      ].toSpliced(3, 0, "progress"),
    );
    expect(outcomeOf(events)).toEqual({ text: "長い調査の回答", end: "stop" });
    expect(events).toContainEqual({ type: "progress", done: 3, total: 5 });
    expect(events).toContainEqual({ type: "artifact", name: "報告.pdf", content: "44GC" });
    expect(JSON.stringify(events)).not.toContain("受け付け");
  });

  it("waits on with the ticket in a new step, without a new invocation and without the inputs", async () => {
    await start({ invoke: () => ({ looks }) });
    const leaving = new AbortController();
    const step = researchStep(app);
    let ticket = "";
    const first: string[] = [];
    for await (const event of clientOf().run(step, { signal: leaving.signal })) {
      first.push(event.type);
      if (event.type === "accepted") ticket = event.ticket;
      if (event.type === "waiting") leaving.abort();
    }
    expect(first).toEqual(["accepted", "waiting", "aborted"]);
    const events = await eventsOf(clientOf(), researchStep(app, {}, { ticket, sessionId: step.options.sessionId }));
    expect(outcomeOf(events)).toEqual({ text: "長い調査の回答", end: "stop" });
    expect(server.of("POST /exapps/invoke")).toHaveLength(1);
  });

  it("shows another person's history to nobody, and takes no ticket of another app", async () => {
    await start({
      apps: [lawsy, { ...lawsy, exAppId: "other" }],
      invoke: () => ({ looks }),
      users: { "user-token": { sub: "user-1", teams: [] }, "other-token": { sub: "user-2", teams: [] } },
    });
    let ticket = "";
    for await (const event of clientOf().run(researchStep(app))) {
      if (event.type !== "accepted") continue;
      ticket = event.ticket;
      break;
    }
    const other = clientOf({ credentials: () => Promise.resolve({ Authorization: "Bearer other-token" }) });
    expect(outcomeOf(await eventsOf(other, researchStep(app, {}, { ticket }))).end).toBe("not-found");
    const id = `genai/${commonTeam}/other`;
    expect(outcomeOf(await eventsOf(clientOf(), researchStep(id, {}, { ticket }))).end).toBe("forbidden");
    expect(outcomeOf(await eventsOf(clientOf(), researchStep(app, {}, { ticket: "xyz" }))).end).toBe("bad-request");
  });

  it("takes no made-up ticket: without a session, or for an entry that has none", async () => {
    await start({ invoke: () => ({ looks }) });
    let ticket = "";
    for await (const event of clientOf().run(researchStep(app))) {
      if (event.type !== "accepted") continue;
      ticket = event.ticket;
      break;
    }
    const read = JSON.parse(Buffer.from(ticket, "base64url").toString()) as Record<string, unknown>;
    const endWith = async (sessionId: string, client = clientOf()): Promise<string> => {
      const forged = Buffer.from(JSON.stringify({ ...read, sessionId })).toString("base64url");
      return outcomeOf(await eventsOf(client, researchStep(app, {}, { ticket: forged }))).end;
    };
    expect(await endWith("")).toBe("bad-request");
    expect(await endWith("x")).toBe("bad-request");
    await server.close();
    const history = { createdDate: read.createdDate, status: "COMPLETED", outputs: "他の人の回答" };
    await start({
      instead: (route) => (route === "GET /exapps/history" ? jsonReply({ history }) : undefined),
    });
    expect(await endWith(String(read.sessionId))).toBe("not-found");
  });

  it("seals tickets where several people share the token: each waits with their own alone", async () => {
    await start({ invoke: () => ({ looks }) });
    const secret = () => Promise.resolve("ticket-secret");
    const of = (caller: string, ticketSecret = secret) => clientOf({ sharedBy: { caller, ticketSecret } });
    let ticket = "";
    for await (const event of of("hanako").run(researchStep(app))) {
      if (event.type !== "accepted") continue;
      ticket = event.ticket;
      break;
    }
    const end = async (client: AppsClient, text: string): Promise<string> =>
      outcomeOf(await eventsOf(client, researchStep(app, {}, { ticket: text }))).end;
    expect(await end(of("taro"), ticket)).toBe("forbidden");
    expect(
      await end(
        of("hanako", () => Promise.resolve("other")),
        ticket,
      ),
    ).toBe("forbidden");
    expect(await end(clientOf({ sharedBy: { caller: "hanako" } }), ticket)).toBe("forbidden");
    expect(await end(of("hanako"), ticket.split(".")[0]!)).toBe("bad-request");
    expect(await end(of("hanako"), ticket)).toBe("stop");
  });

  it("shows no other session to who makes up a ticket, not even with the same token", async () => {
    await start({ invoke: () => ({ looks }) });
    let ticket = "";
    for await (const event of clientOf().run(researchStep(app))) {
      if (event.type !== "accepted") continue;
      ticket = event.ticket;
      break;
    }
    const read = JSON.parse(Buffer.from(ticket, "base64url").toString()) as Record<string, unknown>;
    const forged = { ...read, sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e" };
    const events = await eventsOf(
      clientOf(),
      researchStep(app, {}, { ticket: Buffer.from(JSON.stringify(forged)).toString("base64url") }),
    );
    expect(outcomeOf(events)).toEqual({ text: "", end: "not-found" });
  });

  it("finds its entry when the history shows it late, on a later page, or beside earlier turns", async () => {
    const chat = {
      ...lawsy,
      placeholder: JSON.stringify({ question: { type: "text" }, conversation_history: { type: "textarea" } }),
    };
    let turn = 0;
    await start({
      apps: [chat],
      invoke: () => ({ looks: [{ status: "IN_PROGRESS" }, { status: "COMPLETED", outputs: `回答${++turn}` }] }),
      historyLag: 2,
    });
    const step = researchStep(app);
    expect(outcomeOf(await eventsOf(clientOf(), step)).text).toBe("回答1");
    const again = researchStep(app, undefined, { sessionId: step.options.sessionId });
    expect(outcomeOf(await eventsOf(clientOf(), again))).toEqual({ text: "回答2", end: "stop" });
  });

  it("tells a failure by its code, without its words", async () => {
    await start({
      invoke: () => ({ looks: [{ status: "ERROR", outputs: "秘密の文", error: { message: "秘密の文" } }] }),
    });
    const events = await eventsOf(clientOf(), researchStep(app));
    expect(outcomeOf(events)).toEqual({ text: "", end: "upstream-error" });
    expect(JSON.stringify(events)).not.toContain("秘密");
  });

  it("takes a 202 that GENAI never asks for (no status address) for no answer", async () => {
    const acceptance = { outputs: "リクエストを受け付けました", request_id: "r-1" };
    await start({ invoke: () => ({ acceptance, looks: [] }) });
    const events = await eventsOf(clientOf(), researchStep(app));
    expect(outcomeOf(events)).toEqual({ text: "", end: "malformed-response" });
    expect(JSON.stringify(events)).not.toContain("受け付け");
  });

  it("repeats a look that fails in passing, and gives up when ten in a row failed", async () => {
    let failures = 3;
    await start({
      invoke: () => ({ looks: [{ status: "COMPLETED", outputs: "回答" }] }),
      instead: (route) =>
        route === "GET /exapps/history" && failures-- > 0
          ? (response) => void response.writeHead(503).end("<html>busy</html>")
          : undefined,
    });
    const once = { retry: { ...fastRetry, maximumRetries: 0 } };
    expect(outcomeOf(await eventsOf(clientOf(once), researchStep(app)))).toEqual({ text: "回答", end: "stop" });
    failures = Infinity;
    const events = await eventsOf(clientOf(once), researchStep(app));
    expect(outcomeOf(events).end).toMatch(/unavailable|not-a-model-server/);
    expect(events.filter(({ type }) => type === "waiting")).toHaveLength(10);
  });

  it("ends the wait when the token is refused, and says that the longest wait is over", async () => {
    await start({ invoke: () => ({ looks: [{ status: "IN_PROGRESS" }] }) });
    let token = "user-token";
    const client = clientOf({ credentials: () => Promise.resolve({ Authorization: `Bearer ${token}` }) });
    const codes: string[] = [];
    for await (const event of client.run(researchStep(app))) {
      if (event.type === "waiting") token = "expired";
      if (event.type === "failed") codes.push(event.error.code);
    }
    expect(codes).toEqual(["unauthorized"]);
    let turns = 3;
    const patient = clientOf({ rhythm: () => (turns-- > 0 ? 1 : undefined) });
    expect(outcomeOf(await eventsOf(patient, researchStep(app))).end).toBe("timeout");
  });

  it.each([
    "https://127.0.0.1/a",
    "https://localhost/a",
    "https://10.0.0.1/a",
    "https://169.254.169.254/latest/meta-data",
    "https://2130706433/a",
    "https://[::1]/a",
    "https://8.8.8.8/a",
    "https://intranet/a",
    "https://files.internal/a",
    "https://metadata.google.internal./a",
    "http://files.example.go.jp/a",
    "https://name:word@files.example.go.jp/a",
    "file:///etc/passwd",
    "not an address",
  ])("does not open %s for a file", async (address) => {
    const opened: string[] = [];
    const fetched = jest.spyOn(globalThis, "fetch");
    try {
      await start({
        invoke: () => ({ looks: [looks[3]!] }),
        instead: (route) =>
          route === "GET /exapps/artifact-file"
            ? (response) =>
                void response
                  .writeHead(200, { "Content-Type": "application/json" })
                  .end(JSON.stringify({ data: address }))
            : undefined,
      });
      const events = await eventsOf(clientOf(), researchStep(app));
      for (const [input] of fetched.mock.calls) opened.push(input instanceof Request ? input.url : String(input));
      expect(opened.filter((url) => !url.startsWith(server.baseUrl))).toEqual([]);
      expect(events).toContainEqual({ type: "artifact", name: "報告.pdf", content: "", missing: "malformed-response" });
      expect(outcomeOf(events)).toEqual({ text: "長い調査の回答", end: "stop" });
    } finally {
      fetched.mockRestore();
    }
  });

  it("says which file could not be had; the answer is whole", async () => {
    await start({
      invoke: () => ({ looks: [looks[3]!] }),
      instead: (route) =>
        route === "GET /exapps/artifact-file" ? (response) => void response.writeHead(404).end() : undefined,
    });
    const events = await eventsOf(clientOf(), researchStep(app));
    expect(events).toContainEqual({ type: "artifact", name: "報告.pdf", content: "", missing: "not-found" });
    expect(outcomeOf(events)).toEqual({ text: "長い調査の回答", end: "stop" });
  });
});

describe("abort", () => {
  it.each(["before the start", "during the invocation", "while waiting", "during a look"])(
    "%s is one event",
    async (when) => {
      const controller = new AbortController();
      const hang =
        when === "during the invocation"
          ? "POST /exapps/invoke"
          : when === "during a look"
            ? "GET /exapps/history"
            : "";
      await start({
        invoke: () => ({ looks: [{ status: "IN_PROGRESS" }] }),
        instead: (route) => (route === hang ? () => void setTimeout(() => controller.abort(), 20) : undefined),
      });
      if (when === "before the start") controller.abort();
      if (when === "while waiting") setTimeout(() => controller.abort(), 150);
      const rhythm = when === "while waiting" ? () => 60_000 : () => 5;
      const events = await eventsOf(clientOf({ rhythm }), researchStep(app), { signal: controller.signal });
      expect(events.filter(({ type }) => ["finished", "failed", "aborted"].includes(type))).toHaveLength(1);
      expect(outcomeOf(events).end).toBe("aborted");
      if (when === "before the start") expect(server.requests).toHaveLength(0);
    },
  );
});
