import type { GenerateEvent } from "@genai-office/shared/vocabulary";
import { createRelayClient } from "@genai-office/shared/relay-client";
import type { AdminStatus } from "../../../relay/src/admin/shapes";
import type { DatabaseSettings } from "@genai-office/shared/database";
import { startModelServer, type ModelServer } from "../../support/model-server";
import { answerReply, bodyReply, chatChunk } from "../../support/model-server-replies";
import { startPostgresql, type ThrowawayServer } from "../../support/postgresql/start-postgresql";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, change, changeHeaders, sessionOf } from "./admin-client";
import { post, readError, readEvents, startRelay, summarizeStep, type RelayUnderTest } from "./relay-under-test";

describe("two relays on one PostgreSQL", () => {
  let server: ThrowawayServer;
  let upstream: ModelServer;
  let one: RelayUnderTest;
  let two: RelayUnderTest;
  let folder: string;

  async function start(database: DatabaseSettings): Promise<RelayUnderTest> {
    return startRelay({ upstreamUrl: upstream.url, database, settingsFile: join(folder, "settings.json") });
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "two-nodes-"));
    writeFileSync(join(folder, "settings.json"), JSON.stringify({ limits: { person: { stepsPerDay: 8 } } }));
    server = await startPostgresql();
    // One that never ends by itself for each stream that is asked to stay, a whole answer for the others.
    upstream = await startModelServer(async (response, request) => {
      const stays = request.text.includes("終わらない");
      await (stays ? bodyReply([chatChunk("一")], { end: "never" }) : answerReply("要約。[1]"))(response, request);
    });
    one = await start(server.settings);
    two = await start(server.settings);
  });
  afterAll(async () => {
    await Promise.all([one.relay.stop(), two.relay.stop()]);
    await upstream.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const session = (name: string) => ({ "X-Relay-Session": name.padEnd(43, "x") });
  const staying = (change = {}) =>
    summarizeStep({ blocks: [{ id: "p1", text: "終わらない", kind: "paragraph" }], ...change });

  async function openStream(node: RelayUnderTest): Promise<{ events: GenerateEvent[]; over: Promise<number> }> {
    const events: GenerateEvent[] = [];
    const client = createRelayClient({ baseUrl: node.origin, headers: session("streams") });
    let first: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (first = resolve));
    const over = (async () => {
      for await (const event of client.run(staying())) {
        events.push(event);
        first();
      }
      return performance.now();
    })();
    await begun;
    return { events, over };
  }

  test("a switch thrown on one node ends the streams of both within 5 s, and refuses new steps on both", async () => {
    const streams = await Promise.all([openStream(one), openStream(two)]);
    const thrownAt = performance.now();
    const answer = await change(one.origin, {
      subject: { scope: "task", task: "summarize" },
      off: true,
      reason: "点検のため",
    });
    expect(answer.status).toBe(200);
    for (const { events, over } of streams) {
      expect((await over) - thrownAt).toBeLessThan(5000);
      expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "switched-off" } });
      expect(events.filter(({ type }) => type === "failed")).toHaveLength(1);
    }
    // The upstream calls are ended too, not only the answers to the clients.
    for (const request of upstream.requests) expect(await request.closedByClient).toBe(true);
    const asked = upstream.requests.length;
    for (const node of [one, two]) {
      const refused = await post(`${node.origin}/api/steps`, summarizeStep());
      expect(refused.status).toBe(503);
      expect(await readError(refused)).toMatchObject({ code: "switched-off", retryable: false });
      const { switchedOff } = await createRelayClient({ baseUrl: node.origin }).fetchModels();
      expect(switchedOff).toEqual([
        { scope: "task", task: "summarize", reason: "点検のため", since: expect.any(Number) },
      ]);
    }
    expect(upstream.requests).toHaveLength(asked);
    await change(two.origin, { subject: { scope: "task", task: "summarize" }, off: false });
    await until(async () => (await post(`${one.origin}/api/steps`, summarizeStep())).status === 200);
  });

  test("another task's or another model's switch ends nothing", async () => {
    const { events, over } = await openStream(two);
    await change(one.origin, { subject: { scope: "task", task: "translate" }, off: true });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(events.map(({ type }) => type)).toEqual(["text-delta"]);
    await change(one.origin, { subject: { scope: "model", model: "stand-in" }, off: true });
    await over;
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "switched-off" } });
    await change(one.origin, { subject: { scope: "task", task: "translate" }, off: false });
    await change(one.origin, { subject: { scope: "model", model: "stand-in" }, off: false });
    await until(async () => (await post(`${two.origin}/api/steps`, summarizeStep())).status === 200);
  });

  test("a token of one node is good on the other", async () => {
    const { csrfToken } = await sessionOf(one.origin);
    const answer = await ask(two.origin, "POST", "/reachability", changeHeaders(two.origin, csrfToken), "{}");
    expect(answer.status).toBe(200);
  });

  test("a daily budget is one for both nodes", async () => {
    const headers = session("budget");
    const step = (node: RelayUnderTest) => post(`${node.origin}/api/steps`, summarizeStep(), { headers });
    for (let steps = 0; steps < 8; steps++) {
      const response = await step(steps % 2 === 0 ? one : two);
      expect((await readEvents(response)).at(-1)).toMatchObject({ type: "finished" });
    }
    // Each node has used four of eight; what the other has used arrives with two flushes.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    for (const node of [one, two]) {
      const refused = await step(node);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await readError(refused)).toMatchObject({ code: "budget-exhausted", retryable: false });
    }
  });

  test("both nodes are seen, until they stop", async () => {
    const nodes = async () =>
      (JSON.parse((await ask(one.origin, "GET", "/status", {})).text) as AdminStatus).nodes.filter(
        ({ alive }) => alive,
      );
    await until(async () => (await nodes()).length === 2);
    const third = await start(server.settings);
    await until(async () => (await nodes()).length === 3);
    await third.relay.stop();
    expect(await nodes()).toHaveLength(2);
  });

  test("what was switched off is off in a node that starts, from its first step on", async () => {
    await change(one.origin, { subject: { scope: "whole" }, off: true, reason: "停止" });
    const third = await start(server.settings);
    const refused = await post(`${third.origin}/api/steps`, summarizeStep());
    expect(await readError(refused)).toMatchObject({ code: "switched-off" });
    expect(await (await fetch(`${third.origin}/api/health`)).json()).toMatchObject({ switchedOff: "whole" });
    await third.relay.stop();
    await change(one.origin, { subject: { scope: "whole" }, off: false });
  });

  test("a node that starts without its database lets nothing through and says so", async () => {
    const alone = await start({ ...(server.settings as object), port: 1 } as DatabaseSettings);
    const refused = await post(`${alone.origin}/api/steps`, summarizeStep());
    expect(await readError(refused)).toMatchObject({ code: "unavailable", retryable: true });
    expect(await (await fetch(`${alone.origin}/api/health`)).json()).toMatchObject({ switchedOff: "unknown" });
    await alone.relay.stop();
  });

  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 100_000; waited += 200) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error("it did not come about");
  }
});
