import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { createChatClient, type ChatClientOptions } from "@genai-office/shared/gateway";
import type { GenaiErrorCode } from "@genai-office/shared/vocabulary";
import { type ModelServer, type Reply } from "../../support/model-server";
import { readStreamFixture } from "../../support/model-server-fixtures";
import { runToEnd, type RunOutcome } from "../../support/model-server-outcome";
import {
  answerReply,
  bodyReply,
  chatChunk,
  doneFrame,
  finishChunk,
  jsonReply,
  resetReply,
  silentReply,
  usageChunk,
  webPageReply,
} from "../../support/model-server-replies";
import { modelServers } from "../../support/serve-models";

const serve = modelServers();

const secret = "機密性の高い本文";
const messages = [{ role: "user" as const, content: secret }];
const fastRetry = { initialDelayMs: 5, maximumDelayMs: 10 };

async function ask(baseUrl: string, options: Partial<ChatClientOptions> = {}): Promise<RunOutcome> {
  const client = createChatClient({ baseUrl, retry: fastRetry, ...options });
  const outcome = await runToEnd(client.streamChat({ model: "m", messages }));
  for (const text of describeError(outcome.error)) expect(text).not.toContain(secret);
  return outcome;
}

/** An error and its causes as a logger would print them. */
function describeError(error: unknown): string[] {
  const texts: string[] = [];
  for (let current = error; current !== undefined && current !== null; current = (current as Error).cause)
    texts.push(`${String(current)} ${JSON.stringify(current)} ${String((current as Error).stack)}`);
  return texts;
}

const refuse = (status: number, headers: Record<string, string> = {}): Reply =>
  jsonReply({ error: { message: `${secret} was refused` } }, status, headers);

describe("refusals", () => {
  test.each<[number, GenaiErrorCode, number]>([
    [400, "bad-request", 1],
    [401, "unauthorized", 1],
    [403, "forbidden", 1],
    [404, "not-found", 1],
    [413, "input-too-large", 1],
    [429, "rate-limited", 3],
    [500, "server-error", 3],
    [502, "unavailable", 3],
    [503, "unavailable", 3],
    [504, "unavailable", 3],
  ])("status %i is %s after %i requests, with the server's id", async (status, code, requests) => {
    const server = await serve(refuse(status, { "apim-request-id": "apim-1" }));
    const { error, terminal } = await ask(server.url);
    expect(error).toMatchObject({
      code,
      status,
      requestId: "apim-1",
      message: `the server answered with status ${status}`,
    });
    expect(terminal.type).toBe("failed");
    expect(server.requests).toHaveLength(requests);
  });

  test("a failure that passes is repaired by another try", async () => {
    const server = await serve(refuse(503), resetReply, answerReply("できました"));
    expect(await ask(server.url)).toMatchObject({ text: "できました", terminal: { type: "finished" } });
  });

  test.each([
    ["a filter", { error: { code: "content_filter" } }, "content-blocked"],
    ["a prompt that is too long", { error: { code: "context_length_exceeded" } }, "input-too-large"],
    ["a model that is not there", { error: { code: "model_not_found" } }, "not-found"],
  ])("400 because of %s", async (_, body, code) => {
    const server = await serve(jsonReply(body, 400));
    expect((await ask(server.url)).error?.code).toBe(code);
  });

  test("a used-up quota is a 429 that is not tried again", async () => {
    const server = await serve(jsonReply({ error: { code: "insufficient_quota" } }, 429));
    expect((await ask(server.url)).error).toMatchObject({ code: "rate-limited", retryable: false });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    [200, 1],
    [404, 1],
    [502, 3],
  ])("a web page with status %i", async (status, requests) => {
    const server = await serve(webPageReply(status));
    expect((await ask(server.url)).error?.code).toBe("not-a-model-server");
    expect(server.requests).toHaveLength(requests);
  });

  test("a web page with 401 is a sign-in that failed", async () => {
    const server = await serve(webPageReply(401));
    expect((await ask(server.url)).error?.code).toBe("unauthorized");
  });
});

describe("Retry-After", () => {
  const gaps = (server: ModelServer): number[] =>
    server.requests.slice(1).map((request, index) => request.at - server.requests[index]!.at);

  test.each([
    ["seconds", { "Retry-After": "0.4" }],
    ["milliseconds", { "retry-after-ms": "400" }],
  ])("is obeyed in %s", async (_, headers) => {
    const server = await serve(refuse(429, headers), answerReply("はい"));
    expect((await ask(server.url)).text).toBe("はい");
    expect(gaps(server)[0]).toBeGreaterThan(380);
  });

  test("a wait beyond a minute is reported, not waited for", async () => {
    const server = await serve(refuse(429, { "Retry-After": "3600" }));
    const { error, milliseconds } = await ask(server.url);
    expect(error).toMatchObject({ code: "rate-limited", retryAfterMs: 3_600_000 });
    expect(milliseconds).toBeLessThan(3_000);
    expect(server.requests).toHaveLength(1);
  });

  test("a wait that the total timer would cut is not begun", async () => {
    const server = await serve(refuse(429, { "Retry-After": "30" }));
    const { error, milliseconds } = await ask(server.url, { timers: { totalMs: 5_000 } });
    expect(error).toMatchObject({ code: "rate-limited", retryAfterMs: 30_000 });
    expect(milliseconds).toBeLessThan(3_000);
    expect(server.requests).toHaveLength(1);
  });
});

describe("connections", () => {
  test("refused", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { error } = await ask(`http://127.0.0.1:${port}/v1`);
    expect(error).toMatchObject({
      code: "connection-failed",
      retryable: true,
      message: "no connection (ECONNREFUSED)",
    });
  });

  test("an address that is none", async () => {
    expect((await ask("これは住所ではない")).error?.code).toBe("connection-failed");
  });

  test("reset before the headers", async () => {
    const server = await serve(resetReply);
    expect((await ask(server.url)).error?.code).toBe("connection-failed");
    expect(server.requests).toHaveLength(3);
  });

  test("reset after the headers and before the first word: tried again", async () => {
    const server = await serve(bodyReply([": keep-alive\n\n", 20], { end: "reset" }), answerReply("はい"));
    expect((await ask(server.url)).text).toBe("はい");
  });

  test("reset after the first word: not tried again, the words are kept", async () => {
    const server = await serve(bodyReply([chatChunk("途中まで"), 20], { end: "reset" }));
    const outcome = await ask(server.url);
    expect(outcome).toMatchObject({ text: "途中まで", error: { code: "connection-lost", retryable: true } });
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, GenaiErrorCode, string]>([
    ["incomplete.sse", "incomplete-stream", "途中で"],
    ["malformed.sse", "malformed-response", "ここまで"],
    ["invalid-utf8.sse", "malformed-response", "正しい"],
    ["error-inside.sse", "server-error", "前半のみ"],
    ["error-event.sse", "upstream-error", "前半のみ"],
    ["refusal.sse", "refused", ""],
  ])("%s is %s with the words so far", async (name, code, text) => {
    const server = await serve(bodyReply([readStreamFixture(name)], { headers: { "x-request-id": "r-1" } }));
    const outcome = await ask(server.url);
    expect(outcome).toMatchObject({ text, error: { code, requestId: "r-1" } });
    expect(server.requests).toHaveLength(1);
  });

  test("an error body that never ends is given up, and the connection closed", async () => {
    const server = await serve(bodyReply(["{"], { status: 400, end: "never" }));
    const { error, milliseconds } = await ask(server.url);
    expect(error?.code).toBe("bad-request");
    expect(milliseconds).toBeLessThan(4_000);
    expect(await server.requests[0]!.closedByClient).toBe(true);
  });

  test("an error body without end in size is given up", async () => {
    const endless: Reply = async (response) => {
      response.writeHead(500);
      while (!response.destroyed) {
        response.write("x".repeat(64 * 1024));
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const server = await serve(endless);
    const { error, milliseconds } = await ask(server.url, { retry: { maximumRetries: 0 } });
    expect(error?.code).toBe("server-error");
    expect(milliseconds).toBeLessThan(3_500);
    expect(await server.requests[0]!.closedByClient).toBe(true);
  });
});

describe("the four timers", () => {
  test("connect: no headers", async () => {
    const server = await serve(silentReply);
    const { error, milliseconds } = await ask(server.url, { timers: { connectMs: 150 } });
    expect(error).toMatchObject({ code: "timeout", phase: "connect", retryable: true });
    expect(milliseconds).toBeLessThan(600);
    expect(await server.requests[0]!.closedByClient).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  test("first token: headers and comments, but no word", async () => {
    const comments = Array.from({ length: 20 }, () => [": keep-alive\n\n", 30]).flat();
    const server = await serve(bodyReply(comments));
    const { error, milliseconds } = await ask(server.url, { timers: { firstTokenMs: 200 } });
    expect(error).toMatchObject({ code: "timeout", phase: "first-token" });
    expect(milliseconds).toBeLessThan(550);
  });

  test("idle: silence after the first word, which is kept", async () => {
    const server = await serve(bodyReply([chatChunk("はじめ")], { end: "never" }));
    const outcome = await ask(server.url, { timers: { idleMs: 150 } });
    expect(outcome).toMatchObject({ text: "はじめ", error: { code: "timeout", phase: "idle" } });
    expect(await server.requests[0]!.closedByClient).toBe(true);
  });

  test("idle: a slow trickle longer than the timer is healthy", async () => {
    const trickle = Array.from({ length: 10 }, (_, index) => [chatChunk(String(index)), 60]).flat();
    const server = await serve(bodyReply([...trickle, 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n']));
    const outcome = await ask(server.url, { timers: { idleMs: 300, firstTokenMs: 300, connectMs: 300 } });
    expect(outcome).toMatchObject({ text: "0123456789", terminal: { type: "finished" } });
    expect(outcome.milliseconds).toBeGreaterThan(500);
  });

  const pings = (ping: string): (string | number)[] => Array.from({ length: 400 }, () => [ping, 25]).flat();

  test.each([
    ["comments", ": keep-alive\n\n"],
    ["empty data", "data:\n\n"],
    ["named pings", 'event: ping\ndata: {"type":"ping"}\n\n'],
  ])("idle: %s after the first word are no words", async (_, ping) => {
    const server = await serve(bodyReply([chatChunk("はじめ"), ...pings(ping)]));
    const outcome = await ask(server.url, { timers: { idleMs: 400 } });
    expect(outcome).toMatchObject({ text: "はじめ", error: { code: "timeout", phase: "idle" } });
    expect(outcome.milliseconds).toBeLessThan(3_000);
    expect(await server.requests[0]!.closedByClient).toBe(true);
  });

  test("idle: a long event on its way is a sign of life", async () => {
    const text = "長い語り。".repeat(40);
    const event = chatChunk(text);
    const size = Math.ceil(event.length / 20);
    const pieces = Array.from({ length: 20 }, (__, index) => [
      event.slice(index * size, (index + 1) * size),
      60,
    ]).flat();
    const server = await serve(bodyReply([chatChunk("はじめ。"), ...pieces, finishChunk(), doneFrame]));
    const outcome = await ask(server.url, { timers: { idleMs: 900 } });
    expect(outcome).toMatchObject({ text: `はじめ。${text}`, terminal: { type: "finished" } });
    expect(outcome.milliseconds).toBeGreaterThan(900);
  });

  test.each([
    ["comments", ": keep-alive\n\n"],
    ["payloads", usageChunk(3, 4)],
  ])("trailing: an answer that is whole ends two seconds later, whatever %s follow", async (_, ping) => {
    const server = await serve(bodyReply([chatChunk("全部"), finishChunk(), usageChunk(3, 4), ...pings(ping)]));
    const outcome = await ask(server.url);
    expect(outcome).toMatchObject({ text: "全部", usage: [[3, 4]], terminal: { type: "finished", reason: "stop" } });
    expect(outcome.milliseconds).toBeGreaterThan(1_500);
    expect(outcome.milliseconds).toBeLessThan(4_500);
    expect(await server.requests[0]!.closedByClient).toBe(true);
  });

  test("trailing: what waits while the caller is busy is read", async () => {
    const server = await serve(bodyReply([chatChunk("全部") + finishChunk(), 50, usageChunk(3, 4), doneFrame]));
    const client = createChatClient({ baseUrl: server.url, timers: { idleMs: 300 } });
    const types: string[] = [];
    for await (const event of client.streamChat({ model: "m", messages })) {
      types.push(event.type);
      if (event.type === "text-delta") await new Promise((resolve) => setTimeout(resolve, 600));
    }
    expect(types).toEqual(["text-delta", "usage", "finished"]);
  });

  test("idle: does not run while the caller is busy", async () => {
    const server = await serve(answerReply("一", "二", "三"));
    const client = createChatClient({ baseUrl: server.url, timers: { idleMs: 100 } });
    let text = "";
    let last = "";
    for await (const event of client.streamChat({ model: "m", messages })) {
      last = event.type;
      if (event.type === "text-delta") text += event.text;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect([text, last]).toEqual(["一二三", "finished"]);
  });

  test("total: an endless healthy stream", async () => {
    const server = await serve(bodyReply(Array.from({ length: 100 }, () => [chatChunk("続"), 20]).flat()));
    const { error, text, milliseconds } = await ask(server.url, { timers: { totalMs: 300 } });
    expect(error).toMatchObject({ code: "timeout", phase: "total" });
    expect(text).toMatch(/^続{3,}$/);
    expect(milliseconds).toBeLessThan(700);
  });
});

type Until = "started" | "asked" | "words";

async function asked(server: ModelServer): Promise<void> {
  while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("abort", () => {
  /** Long enough for a loaded machine, and far below each wait that an abort has to cut. */
  const atOnceMs = 10_000;

  /** Aborts a moment after `until`: what is aborted has then begun, however slow the machine is. */
  async function abortAfter(server: ModelServer, until: Until, options: Partial<ChatClientOptions> = {}) {
    const controller = new AbortController();
    const client = createChatClient({ baseUrl: server.url, ...options });
    let abortedAt = 0;
    const abortSoon = (): void => {
      setTimeout(() => {
        abortedAt = performance.now();
        controller.abort();
      }, 100);
    };
    if (until === "started") abortSoon();
    else if (until === "asked") void asked(server).then(abortSoon);
    const outcome = await runToEnd(
      client.streamChat({ model: "m", messages }, { signal: controller.signal }),
      (event) => {
        if (event.type === "text-delta" && until === "words") abortSoon();
      },
    );
    return { outcome, lateMs: performance.now() - abortedAt };
  }

  test("before anything: nothing is sent", async () => {
    const server = await serve(answerReply("はい"));
    const client = createChatClient({ baseUrl: server.url });
    const outcome = await runToEnd(client.streamChat({ model: "m", messages }, { signal: AbortSignal.abort() }));
    expect(outcome.terminal).toEqual({ type: "aborted", partial: "" });
    expect(server.requests).toHaveLength(0);
  });

  test("while credentials are fetched", async () => {
    const server = await serve(answerReply("はい"));
    const never = (): Promise<Record<string, string>> => new Promise(() => undefined);
    const { outcome, lateMs } = await abortAfter(server, "started", { credentials: never });
    expect(outcome.terminal.type).toBe("aborted");
    expect(lateMs).toBeLessThan(atOnceMs);
  });

  test.each<[string, Reply, string]>([
    ["before the headers", silentReply, ""],
    ["before the first word", bodyReply([": keep-alive\n\n"], { end: "never" }), ""],
    ["in mid-stream", bodyReply([chatChunk("途中")], { end: "never" }), "途中"],
    ["while an error body is read", bodyReply(["{"], { status: 500, end: "never" }), ""],
    [
      "after the reason, while extras are awaited",
      bodyReply([chatChunk("全部"), 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n'], { end: "never" }),
      "全部",
    ],
  ])("%s: at once, and the server sees the close", async (_, reply, partial) => {
    const server = await serve(reply);
    const { outcome, lateMs } = await abortAfter(server, partial === "" ? "asked" : "words");
    expect(outcome.terminal).toEqual({ type: "aborted", partial });
    expect(lateMs).toBeLessThan(atOnceMs);
    expect(await server.requests[0]!.closedByClient).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  test("during back-off: at once", async () => {
    const server = await serve(refuse(429, { "Retry-After": "30" }));
    const { outcome, lateMs } = await abortAfter(server, "asked");
    expect(outcome.terminal).toEqual({ type: "aborted", partial: "" });
    expect(lateMs).toBeLessThan(atOnceMs);
  });

  test("leaves no listener on the caller's signal", async () => {
    const server = await serve(answerReply("はい"));
    const { signal } = new AbortController();
    const add = jest.spyOn(signal, "addEventListener");
    const remove = jest.spyOn(signal, "removeEventListener");
    await runToEnd(createChatClient({ baseUrl: server.url }).streamChat({ model: "m", messages }, { signal }));
    expect(add).toHaveBeenCalledTimes(1);
    expect(remove.mock.calls.some(([type, listener]) => type === "abort" && listener === add.mock.calls[0]![1])).toBe(
      true,
    );
  });
});

describe("leaving the loop", () => {
  test("after the first word closes the connection", async () => {
    const server = await serve(bodyReply([chatChunk("一"), 20, chatChunk("二")], { end: "never" }));
    for await (const event of createChatClient({ baseUrl: server.url }).streamChat({ model: "m", messages })) {
      expect(event).toEqual({ type: "text-delta", text: "一" });
      break;
    }
    expect(await server.requests[0]!.closedByClient).toBe(true);
  });

  test("by an exception of the caller closes it too", async () => {
    const server = await serve(bodyReply([chatChunk("一")], { end: "never" }));
    const loop = async (): Promise<void> => {
      for await (const event of createChatClient({ baseUrl: server.url }).streamChat({ model: "m", messages }))
        throw new Error(event.type);
    };
    await expect(loop()).rejects.toThrow("text-delta");
    expect(await server.requests[0]!.closedByClient).toBe(true);
  });

  test("while an event is awaited ends the wait", async () => {
    const server = await serve(bodyReply([chatChunk("一")], { end: "never" }));
    const iterator = createChatClient({ baseUrl: server.url })
      .streamChat({ model: "m", messages })
      [Symbol.asyncIterator]();
    await iterator.next();
    const waiting = iterator.next();
    await iterator.return!();
    expect((await waiting).value).toMatchObject({ type: "aborted", partial: "一" });
    expect(await server.requests[0]!.closedByClient).toBe(true);
  });
});
