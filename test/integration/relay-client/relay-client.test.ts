import { createRelayClient, type RelayClientOptions } from "@genai-office/shared/relay-client";
import {
  GenaiError,
  toWireError,
  type GenaiErrorCode,
  type GenaiErrorDetails,
  type Step,
} from "@genai-office/shared/vocabulary";
import { type ModelServer, type Reply } from "../../support/model-server";
import { runToEnd, type RunOutcome } from "../../support/model-server-outcome";
import { bodyReply, frame, jsonReply, resetReply, silentReply, webPageReply } from "../../support/model-server-replies";
import { modelServers } from "../../support/serve-models";

const serve = modelServers();

const step: Step = {
  task: "summarize",
  promptVersion: "summarize/2",
  model: "offline",
  declaredClass: "none",
  confirmed: false,
  documentHash: "00",
  blocks: [{ id: "b1", kind: "paragraph", text: "令和８年度の予算案" }],
  options: { part: "chunk", length: { kind: "page" }, language: "ja", targetCharacters: 100 },
};

const relay = (server: ModelServer, options: Partial<RelayClientOptions> = {}) =>
  createRelayClient({ baseUrl: server.origin, retry: { initialDelayMs: 5 }, ...options });

const ask = (server: ModelServer, options?: Partial<RelayClientOptions>): Promise<RunOutcome> =>
  runToEnd(relay(server, options).run(step));

const finished = frame({ type: "finished", reason: "stop" });

describe("a step over the relay", () => {
  test("is sent as it is and comes back as our own events", async () => {
    const server = await serve(
      bodyReply([
        ": keep-alive\n\n",
        frame({ type: "progress", done: 1, total: 3 }),
        frame({ type: "text-delta", text: "予算は" }) + frame({ type: "text-delta", text: "増額。" }),
        frame({ type: "usage", inputTokens: 30, outputTokens: 8 }),
        frame({ type: "something-newer" }),
        finished,
      ]),
    );
    const events: string[] = [];
    const client = relay(server, { headers: { "X-Sign-In": "t" } });
    const outcome = await runToEnd(client.run(step), (event) => events.push(event.type));
    expect(events).toEqual(["progress", "text-delta", "usage", "finished"]);
    expect(outcome).toMatchObject({ text: "予算は増額。", usage: [[30, 8]] });
    expect(server.requests[0]).toMatchObject({ method: "POST", path: "/api/steps", json: step });
    expect(server.requests[0]!.headers).toMatchObject({ "x-sign-in": "t", accept: "text/event-stream" });
  });

  test("a failure is restored from its wire form, with the words received as partial", async () => {
    const error = toWireError(new GenaiError("content-blocked", "secret", { requestId: "relay-9", retryable: false }));
    const server = await serve(
      bodyReply([
        frame({ type: "text-delta", text: "前半" }),
        frame({ type: "failed", error, partial: "", reason: "content_filter" }),
      ]),
    );
    const { terminal, error: restored } = await ask(server);
    expect(terminal).toMatchObject({ type: "failed", partial: "前半", reason: "content_filter" });
    expect(restored).toMatchObject({ code: "content-blocked", requestId: "relay-9" });
    expect(GenaiError.isInstance(restored)).toBe(true);
  });

  test.each<[GenaiErrorCode, GenaiErrorDetails]>([
    ["timeout", { phase: "first-token" }],
    ["rate-limited", { retryAfterMs: 0 }],
    ["server-error", {}],
    ["unavailable", {}],
    ["connection-failed", {}],
  ])("%s of the model, inside the stream, is not tried again: the relay has done so", async (code, details) => {
    const error = toWireError(new GenaiError(code, "", { retryable: true, ...details }));
    const server = await serve(bodyReply([frame({ type: "failed", error, partial: "" })]));
    expect((await ask(server)).error).toMatchObject({ code, ...details, retryable: true });
    expect(server.requests).toHaveLength(1);
  });

  test("an abort on the relay's side is an abort", async () => {
    const server = await serve(bodyReply([frame({ type: "aborted", partial: "" })]));
    expect((await ask(server)).terminal).toEqual({ type: "aborted", partial: "" });
  });

  test("heartbeats of the relay keep a slow model's run alive", async () => {
    const heartbeats = Array.from({ length: 8 }, () => [": keep-alive\n\n", 80]).flat();
    const server = await serve(bodyReply([...heartbeats, frame({ type: "text-delta", text: "遅い" }), finished]));
    expect(await ask(server, { timers: { firstTokenMs: 300 } })).toMatchObject({ text: "遅い" });
  });
});

describe("refusals and faults", () => {
  test.each<[number, GenaiErrorCode]>([
    [403, "confidentiality-blocked"],
    [409, "confidentiality-unconfirmed"],
    [404, "model-unknown"],
    [413, "input-too-large"],
  ])("status %i with a wire error is %s", async (status, code) => {
    const server = await serve(jsonReply({ error: { code, retryable: false, requestId: "r-2" } }, status));
    expect((await ask(server)).error).toMatchObject({ code, status, requestId: "r-2" });
    expect(server.requests).toHaveLength(1);
  });

  test("a passing failure that the relay itself answers with is not tried again, a proxy's is", async () => {
    const refused = await serve(jsonReply({ error: { code: "unavailable", retryable: true } }, 503));
    expect((await ask(refused)).error).toMatchObject({ code: "unavailable", retryable: true });
    expect(refused.requests).toHaveLength(1);
    const proxied = await serve(jsonReply({ message: "no backend" }, 503));
    expect((await ask(proxied)).error).toMatchObject({ code: "unavailable" });
    expect(proxied.requests).toHaveLength(2);
  });

  test("a code of a newer relay falls back to what the status says", async () => {
    const server = await serve(jsonReply({ error: { code: "quota-of-the-moon", retryable: true } }, 403));
    expect((await ask(server)).error?.code).toBe("forbidden");
  });

  test.each<[string, Reply, GenaiErrorCode, number]>([
    ["reset before the headers", resetReply, "connection-failed", 2],
    ["early end", bodyReply([frame({ type: "text-delta", text: "途" })]), "incomplete-stream", 1],
    ["early end before the first word", bodyReply([": keep-alive\n\n"]), "incomplete-stream", 1],
    [
      "reset in mid-stream",
      bodyReply([frame({ type: "text-delta", text: "途" }), 20], { end: "reset" }),
      "connection-lost",
      1,
    ],
    ["a proxy's page", webPageReply(200), "not-a-model-server", 1],
    ["a proxy's page with 502", webPageReply(502), "not-a-model-server", 2],
    ["a document", jsonReply({ hello: 1 }), "not-a-model-server", 1],
    ["not JSON", bodyReply(["data: {]\n\n"]), "malformed-response", 1],
    ["not an object", bodyReply(["data: 1\n\n"]), "malformed-response", 1],
    ["a text-delta without text", bodyReply([frame({ type: "text-delta" })]), "malformed-response", 1],
    ["an error of no known shape", bodyReply([frame({ type: "failed", error: "?" })]), "internal", 1],
  ])("%s is %s after %i requests", async (_, reply, code, requests) => {
    const server = await serve(reply);
    expect((await ask(server)).error?.code).toBe(code);
    expect(server.requests).toHaveLength(requests);
  });

  test("the same timers and the same abort as the gateway", async () => {
    const server = await serve(silentReply);
    expect((await ask(server, { timers: { connectMs: 100 } })).error).toMatchObject({
      code: "timeout",
      phase: "connect",
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const outcome = await runToEnd(relay(server).run(step, { signal: controller.signal }));
    expect(outcome.terminal.type).toBe("aborted");
    expect(await server.requests[1]!.closedByClient).toBe(true);
  });
});

describe("fetchModels", () => {
  const models = [{ id: "offline", name: { ja: "簡易", en: "Offline" }, tasks: ["summarize"] }];

  test("returns what the relay has", async () => {
    const server = await serve(jsonReply({ models, defaultModel: "offline", displayName: "AIアシスト" }));
    expect(await relay(server).fetchModels()).toEqual({ models, defaultModel: "offline", displayName: "AIアシスト" });
    expect(server.requests[0]).toMatchObject({ method: "GET", path: "/api/models" });
  });

  test.each<[string, Reply, GenaiErrorCode]>([
    ["another shape", jsonReply({ models: {}, defaultModel: 1 }), "malformed-response"],
    ["a card without a name", jsonReply({ models: [{ id: "x", tasks: [] }], defaultModel: "x" }), "malformed-response"],
    ["a sign-in page", webPageReply(200), "not-a-model-server"],
    ["a refusal", jsonReply({ error: { code: "unauthorized", retryable: false } }, 401), "unauthorized"],
    ["nothing", bodyReply([]), "incomplete-stream"],
  ])("%s is an error", async (_, reply, code) => {
    const server = await serve(reply);
    await expect(relay(server).fetchModels()).rejects.toMatchObject({ code });
  });

  test("can be aborted", async () => {
    const server = await serve(silentReply);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    await expect(relay(server).fetchModels(controller.signal)).rejects.toMatchObject({ code: "aborted" });
  });
});

describe("a relay that says that nobody is signed in", () => {
  const refusal = jsonReply({ error: { code: "sign-in-required", retryable: false, requestId: "r" } }, 401);
  const tokens = () => {
    const asked: string[] = [];
    const give = (name: string) => () => {
      asked.push(name);
      return Promise.resolve({ Authorization: `Bearer ${name}` });
    };
    return { asked, headers: give("kept"), renewedHeaders: give("new") };
  };

  test("is asked once more with new headers, and then believed", async () => {
    const server = await serve(refusal, bodyReply([frame({ type: "text-delta", text: "要約" }), finished]));
    const { asked, ...options } = tokens();
    expect(await ask(server, options)).toMatchObject({ text: "要約" });
    expect(asked).toEqual(["kept", "new"]);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer kept", "Bearer new"]);

    const stubborn = await serve(refusal);
    const { error } = await ask(stubborn, options);
    expect(error).toMatchObject({ code: "sign-in-required", status: 401 });
    expect(stubborn.requests).toHaveLength(2);
  });

  test("each run begins anew, also with the same runner", async () => {
    const server = await serve(refusal, bodyReply([finished]), refusal, bodyReply([finished]));
    const { asked, ...options } = tokens();
    const run = relay(server, options).run(step);
    await runToEnd(run);
    await runToEnd(run);
    expect(asked).toEqual(["kept", "new", "kept", "new"]);
  });

  test("is asked once only where there are no new headers, and where those cannot be got", async () => {
    const server = await serve(refusal);
    expect((await ask(server, { headers: {} })).error).toMatchObject({ code: "sign-in-required" });
    expect(server.requests).toHaveLength(1);
    const renewedHeaders = () => Promise.reject(new GenaiError("sign-in-required", "a click is needed"));
    expect((await ask(server, { headers: {}, renewedHeaders })).error).toMatchObject({ code: "sign-in-required" });
    expect(server.requests).toHaveLength(2);
  });

  test("lists are asked for again as well", async () => {
    const server = await serve(refusal, jsonReply({ models: [], defaultModel: "" }));
    const { asked, ...options } = tokens();
    expect(await relay(server, options).fetchModels()).toMatchObject({ models: [] });
    expect(asked).toEqual(["kept", "new"]);
  });
});
