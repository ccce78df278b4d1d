import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRelayClient } from "@genai-office/shared/relay-client";
import type { GenerateEvent } from "@genai-office/shared/vocabulary";
import { startModelServer, type ModelServer, type Reply } from "../../support/model-server";
import {
  answerReply,
  bodyReply,
  chatChunk,
  doneFrame,
  finishChunk,
  frame,
  jsonReply,
  webPageReply,
} from "../../support/model-server-replies";
import {
  post,
  readError,
  readEvents,
  sourceText,
  startRelay,
  summarizeStep,
  type RelayUnderTest,
} from "./relay-under-test";

describe("POST /api/steps", () => {
  let upstream: ModelServer;
  let under: RelayUnderTest;

  async function start(reply: Reply, options: Parameters<typeof startRelay>[0] | object = {}): Promise<void> {
    upstream = await startModelServer(reply);
    under = await startRelay({ upstreamUrl: upstream.url, ...options });
  }
  afterEach(async () => {
    await under.relay.stop();
    await upstream.close();
  });

  test("composes the prompt, streams the answer, and ends with one terminal event", async () => {
    await start(answerReply("予算は", "１億２，５００万円である。[1]"));
    const response = await post(`${under.origin}/api/steps`, summarizeStep());
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(response.headers.get("cache-control")).toContain("no-store");
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const events = await readEvents(response);
    expect(
      events
        .filter(({ type }) => type === "text-delta")
        .map((event) => (event as { text: string }).text)
        .join(""),
    ).toBe("予算は１億２，５００万円である。[1]");
    expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
    expect(events.filter(({ type }) => ["finished", "failed", "aborted"].includes(type))).toHaveLength(1);
    const asked = upstream.requests[0]!;
    expect(asked.path).toBe("/v1/chat/completions");
    expect(asked.json.model).toBe("stand-in");
    expect(asked.text).toContain(sourceText);
  });

  test("every delta arrives while the upstream is still speaking", async () => {
    await start(bodyReply([chatChunk("一"), 150, chatChunk("二"), 150, finishChunk(), doneFrame]));
    const response = await post(`${under.origin}/api/steps`, summarizeStep());
    const arrivals: number[] = [];
    const startedAt = performance.now();
    const reader = response.body!.getReader();
    for (;;) {
      const { done } = await reader.read();
      if (done) break;
      arrivals.push(performance.now() - startedAt);
    }
    expect(arrivals.length).toBeGreaterThanOrEqual(3);
    expect(arrivals.at(-1)! - arrivals[0]!).toBeGreaterThan(200);
  });

  test("our own client reads it, and its abort closes the upstream call at once", async () => {
    await start(bodyReply([chatChunk("一")], { end: "never" }));
    const controller = new AbortController();
    const events: GenerateEvent[] = [];
    let abortedAt = 0;
    for await (const event of createRelayClient({ baseUrl: under.origin }).run(summarizeStep(), {
      signal: controller.signal,
    })) {
      events.push(event);
      if (event.type === "text-delta") {
        abortedAt = performance.now();
        controller.abort();
      }
    }
    expect(events.map(({ type }) => type)).toEqual(["text-delta", "aborted"]);
    expect(await upstream.requests[0]!.closedByClient).toBe(true);
    expect(performance.now() - abortedAt).toBeLessThan(15_000);
  });

  test.each([
    ["before the first word", []],
    ["in the middle", [chatChunk("一")]],
  ])("a client that goes away %s aborts the upstream call", async (_, parts) => {
    await start(bodyReply(parts, { end: "never" }));
    const controller = new AbortController();
    const response = await post(`${under.origin}/api/steps`, summarizeStep(), { signal: controller.signal });
    if (parts.length > 0) await response.body!.getReader().read();
    while (upstream.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const leftAt = performance.now();
    controller.abort();
    expect(await upstream.requests[0]!.closedByClient).toBe(true);
    expect(performance.now() - leftAt).toBeLessThan(15_000);
    while (!under.logLines.some((line) => line.includes("step ended")))
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(under.logged().find(({ msg }) => msg === "step ended")).toMatchObject({
      outcome: "aborted",
      clientGone: true,
    });
  });

  test("a quiet upstream is bridged by comments", async () => {
    await start(bodyReply([200, chatChunk("一"), finishChunk(), doneFrame]), { heartbeatMs: 40 });
    const text = await (await post(`${under.origin}/api/steps`, summarizeStep())).text();
    expect(text).toMatch(/^(: [^\n]*\n\n)+data: /);
    expect(text).toContain('data: {"type":"finished","reason":"stop"}\n\n');
  });

  test.each<[string, Reply, string]>([
    ["a web page", webPageReply(), "not-a-model-server"],
    [
      "an error inside a 200",
      bodyReply([chatChunk("一"), frame({ error: { message: "内部エラー" } })]),
      "upstream-error",
    ],
    ["a stream that is cut", bodyReply([chatChunk("一")], { end: "reset" }), "connection-lost"],
    ["a stream without an end", bodyReply([chatChunk("一")]), "incomplete-stream"],
    ["a refused key", jsonReply({ error: { message: "bad key sk-123" } }, 401), "upstream-unauthorized"],
    ["a forbidden key", jsonReply({ error: { message: "no" } }, 403), "upstream-unauthorized"],
  ])("%s is a failure by name, without the upstream's words", async (_, reply, code) => {
    await start(reply);
    const response = await post(`${under.origin}/api/steps`, summarizeStep());
    const body = await response.clone().text();
    const last = (await readEvents(response)).at(-1) as unknown as {
      type: string;
      error: { code: string; requestId: string };
      partial: string;
    };
    expect(last).toMatchObject({ type: "failed", partial: "", error: { code } });
    expect(last.error.requestId).toBe(response.headers.get("x-request-id"));
    expect(body).not.toContain("内部エラー");
    expect(body).not.toContain("sk-123");
  });

  test("an upstream that is not there is a failure by name", async () => {
    await start(answerReply("x"));
    await upstream.close();
    const response = await post(`${under.origin}/api/steps`, summarizeStep());
    expect((await readEvents(response)).at(-1)).toMatchObject({ type: "failed", error: { code: "connection-failed" } });
  });

  describe("refusals", () => {
    const blocks = (text: string) => [{ id: "p1", text, kind: "paragraph" as const }];

    test.each([
      ["declared 3", { declaredClass: "3" as const, confirmed: true }, "confidentiality-blocked"],
      [
        "3 found in the text",
        { declaredClass: "1" as const, confirmed: true, blocks: blocks("機密性３情報") },
        "confidentiality-blocked",
      ],
      ["極秘 found in the text", { confirmed: true, blocks: blocks("【極秘】") }, "confidentiality-blocked"],
      ["declared 2 for a model cleared for 1", { declaredClass: "2" as const }, "model-not-cleared"],
      ["unknown, unconfirmed", { declaredClass: "unknown" as const }, "confidentiality-unconfirmed"],
      [
        "an instruction with a mark",
        { options: { ...summarizeStep().options, instruction: "機密性3情報" } },
        "confidentiality-blocked",
      ],
    ])("%s: 403 and not one request to the upstream", async (_, change, code) => {
      await start(answerReply("must not be seen"));
      const response = await post(`${under.origin}/api/steps`, summarizeStep(change));
      expect(response.status).toBe(403);
      expect(await readError(response)).toMatchObject({ code, retryable: false });
      expect(upstream.requests).toHaveLength(0);
      expect(upstream.connections()).toBe(0);
      expect(under.logged().find(({ msg }) => msg === "step refused")).toMatchObject({
        outcome: "refused",
        error: { code },
      });
    });

    test("a mention is no marking", async () => {
      await start(answerReply("一"));
      const response = await post(
        `${under.origin}/api/steps`,
        summarizeStep({ blocks: blocks("秘書課は、機密性３情報の取扱いに関する要領を改めた。") }),
      );
      expect(response.status).toBe(200);
      expect((await readEvents(response)).at(-1)!.type).toBe("finished");
    });

    test("class 2 goes to a model that is cleared for it and runs in Japan only", async () => {
      await start(answerReply("一"), { card: { clearance: "2", region: "jp" } });
      expect((await post(`${under.origin}/api/steps`, summarizeStep({ declaredClass: "2" }))).status).toBe(200);
      await under.relay.stop();
      under = await startRelay({ upstreamUrl: upstream.url, card: { clearance: "2", region: "other" } });
      const response = await post(`${under.origin}/api/steps`, summarizeStep({ declaredClass: "2" }));
      expect(await readError(response)).toMatchObject({ code: "model-not-cleared" });
    });

    test.each([
      ["an unknown model", { model: "someone-else" }, 400, "model-unknown"],
      ["an unknown prompt version", { promptVersion: "summarize/999" }, 400, "bad-request"],
    ])("%s", async (_, change, status, code) => {
      await start(answerReply("x"));
      const response = await post(`${under.origin}/api/steps`, summarizeStep(change));
      expect(response.status).toBe(status);
      expect(await readError(response)).toMatchObject({ code });
      expect(upstream.requests).toHaveLength(0);
    });

    test("a model that does not do the task, and one that is retired", async () => {
      await start(answerReply("x"), { card: { tasks: ["chat"] } });
      const first = await post(`${under.origin}/api/steps`, summarizeStep());
      expect([first.status, (await readError(first)).code]).toEqual([400, "model-cannot-do-task"]);
      await under.relay.stop();
      under = await startRelay({ upstreamUrl: upstream.url, card: { retires: "2020-03-31" } });
      expect(await readError(await post(`${under.origin}/api/steps`, summarizeStep()))).toMatchObject({
        code: "model-unknown",
      });
      expect(((await (await fetch(`${under.origin}/api/models`)).json()) as { models: unknown[] }).models).toEqual([]);
    });

    test("broken JSON, no step, another content type, too large", async () => {
      await start(answerReply("x"));
      const url = `${under.origin}/api/steps`;
      for (const body of ["{", "[]", "null", JSON.stringify({ ...summarizeStep(), blocks: "本文" })]) {
        const response = await post(url, body);
        expect(response.status).toBe(400);
        expect(await readError(response)).toMatchObject({ code: "bad-request" });
      }
      const form = await fetch(url, {
        method: "POST",
        body: JSON.stringify(summarizeStep()),
        headers: { "Content-Type": "text/plain" },
      });
      expect(form.status).toBe(400);
      const large = await post(url, summarizeStep({ blocks: blocks("あ".repeat(3_000_000)) }));
      expect(large.status).toBe(413);
      expect(await readError(large)).toMatchObject({ code: "input-too-large" });
      expect(upstream.requests).toHaveLength(0);
      expect((await post(url, summarizeStep())).status).toBe(200);
    });

    test("requests under another name or from another site", async () => {
      await start(answerReply("x"), { allowedOrigins: ["https://localhost:8444"] });
      const url = `${under.origin}/api/steps`;
      for (const headers of [
        { Origin: "https://evil.example" },
        { Origin: "null" },
        { "Sec-Fetch-Site": "cross-site" },
      ] as Record<string, string>[]) {
        const response = await post(url, summarizeStep(), { headers });
        expect([response.status, (await readError(response)).code]).toEqual([403, "forbidden"]);
      }
      expect((await post(url, summarizeStep(), { headers: { Origin: under.origin } })).status).toBe(200);
      expect((await post(url, summarizeStep(), { headers: { Origin: "https://localhost:8444" } })).status).toBe(200);
      const rebound = await requestUnderName(under.port, "rebound.example");
      expect(rebound).toContain("HTTP/1.1 403");
      expect(upstream.requests).toHaveLength(2);
    });
  });

  test("logs say who, what and how long, and hold no text, no answer and no key", async () => {
    const folder = mkdtempSync(join(tmpdir(), "relay-key-"));
    writeFileSync(join(folder, "key"), "sk-AbC123\n");
    upstream = await startModelServer(answerReply("回答の本文である。"));
    under = await startRelay({
      upstreamUrl: upstream.url,
      upstream: { baseUrl: upstream.url, keyFile: join(folder, "key"), keyHeader: "Authorization" },
    });
    await readEvents(await post(`${under.origin}/api/steps`, summarizeStep()));
    await post(`${under.origin}/api/steps`, '{"blocks": 見出しの本文');
    await post(
      `${under.origin}/api/steps`,
      summarizeStep({ blocks: [{ id: "p1", text: "極秘\n隠すべき本文", kind: "paragraph" }] }),
    );
    await post(`${under.origin}/api/steps`, { ...summarizeStep(), task: "隠すべき課題" });
    await post(`${under.origin}/api/steps`, summarizeStep({ model: "隠すべき型", promptVersion: "隠すべき版" }));
    await fetch(`${under.origin}/api/隠すべき道`);
    expect(upstream.requests[0]!.headers.authorization).toBe("Bearer sk-AbC123");
    rmSync(folder, { recursive: true });
    const all = under.logLines.join("");
    const ended = under.logged().find(({ msg }) => msg === "step ended");
    expect(ended).toMatchObject({
      route: "steps",
      task: "summarize",
      model: "stand-in",
      promptVersion: "summarize/2",
      class: "1",
      inputTokens: 12,
      outputTokens: 5,
      outcome: "stop",
    });
    expect(ended!.requestId).toMatch(/^[0-9a-f-]{36}$/);
    for (const word of [
      sourceText,
      "予算額",
      "回答の本文",
      "AbC123",
      "隠すべき",
      "見出しの本文",
      encodeURIComponent("隠すべき道"),
    ]) {
      expect(all).not.toContain(word);
    }
  });
});

/** fetch does not let a caller choose the Host header; a bare socket does. */
function requestUnderName(port: number, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`GET /api/models HTTP/1.1\r\nHost: ${name}:${port}\r\nConnection: close\r\n\r\n`);
    });
    let text = "";
    socket.on("data", (piece: Buffer) => (text += piece.toString()));
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
}
