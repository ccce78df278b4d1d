import type { GenerateEvent } from "@genai-office/shared/vocabulary";
import { createRelayClient } from "@genai-office/shared/relay-client";
import type { AdminStatus, KillSwitchState } from "../../../relay/src/admin/shapes";
import { type Database, openDatabase } from "@genai-office/shared/database";
import { startModelServer, type ModelServer } from "../../support/model-server";
import { bodyReply, chatChunk } from "../../support/model-server-replies";
import { silentWay } from "../../support/postgresql/silent-way";
import { startPostgresql, type ThrowawayServer } from "../../support/postgresql/start-postgresql";
import { ask, changeHeaders, sessionOf } from "./admin-client";
import { startRelay, summarizeStep } from "./relay-under-test";

describe("a PostgreSQL server that does not answer any more", () => {
  let server: ThrowawayServer;
  let direct: Database;
  let upstream: ModelServer;

  beforeAll(async () => {
    server = await startPostgresql();
    direct = await openDatabase(server.settings);
    upstream = await startModelServer(bodyReply([chatChunk("一")], { end: "never" }));
  });
  afterAll(async () => {
    await direct.close();
    await upstream.close();
    await server.stop();
  });

  async function startBehind(way: { port: number }) {
    const database = { ...server.settings, port: way.port };
    return startRelay({ upstreamUrl: upstream.url, database, shutdownGraceMs: 100 });
  }

  /** A stream that does not end by itself; resolves when its first event is there. */
  async function openStream(origin: string): Promise<{ events: GenerateEvent[]; over: Promise<void> }> {
    const events: GenerateEvent[] = [];
    let first: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (first = resolve));
    const over = (async () => {
      for await (const event of createRelayClient({ baseUrl: origin }).run(summarizeStep())) {
        events.push(event);
        first();
      }
    })();
    await begun;
    return { events, over };
  }

  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 100_000; waited += 100) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("it did not come about");
  }

  test("the kill switch ends streams of this node at once, says that it is not stored, and stores it and the act later", async () => {
    const way = await silentWay(server.settings.port);
    const under = await startBehind(way);
    try {
      const { events, over } = await openStream(under.origin);
      const { csrfToken, pseudonym } = await sessionOf(under.origin);
      const headers = changeHeaders(under.origin, csrfToken);
      const subject = { scope: "task", task: "summarize" };
      const off = JSON.stringify({ subject, off: true, reason: "点検のため" });
      way.hush();
      const begun = performance.now();
      const [answer] = await Promise.all([ask(under.origin, "POST", "/kill-switch", headers, off), over]);
      expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "switched-off" } });
      expect(answer.status).toBe(202);
      const state = JSON.parse(answer.text) as KillSwitchState;
      expect(state.switchedOff).toEqual([expect.objectContaining({ subject, by: pseudonym, pending: true })]);
      const status = JSON.parse((await ask(under.origin, "GET", "/status", {})).text) as AdminStatus;
      expect(status.database).not.toHaveProperty("answersInMs");
      expect(status.killSwitch.switchedOff).toHaveLength(1);
      // Far below the ten seconds of a statement.
      expect(performance.now() - begun).toBeLessThan(9_000);
      const act = { person: pseudonym, scope: "task", target: "summarize" };
      expect(under.logged()).toContainEqual(expect.objectContaining({ ...act, off: true, level: 50 }));
      expect(under.logLines.join("\n")).not.toContain("点検");
      expect(await direct.query("select * from kill_switches")).toEqual([]);

      way.resume();
      await until(async () => (await direct.query("select * from kill_switches")).length === 1);
      const acts = () =>
        direct.query<{ data: object }>("select data from audit_entries where data ->> 'act' = 'kill-switch'");
      await until(async () => (await acts()).length > 0);
      expect((await acts())[0]?.data).toMatchObject({
        person: pseudonym,
        details: { scope: "task", target: "summarize", off: true },
      });
      await until(async () => {
        const now = JSON.parse((await ask(under.origin, "GET", "/kill-switch", {})).text) as KillSwitchState;
        expect(now.switchedOff).toHaveLength(1);
        return now.switchedOff[0]?.pending === undefined;
      });
      expect(under.logged()).toContainEqual(expect.objectContaining({ ...act, level: 40 }));
    } finally {
      way.resume();
      await under.relay.stop();
      await way.close();
      await direct.query("delete from kill_switches");
    }
  });

  test("a relay stops nevertheless, and says what it left", async () => {
    const way = await silentWay(server.settings.port);
    const under = await startBehind(way);
    await until(async () => {
      const health = (await (await fetch(`${under.origin}/api/health`)).json()) as { database: string };
      return health.database === "ok";
    });
    const { over } = await openStream(under.origin);
    way.hush({ swallow: true });
    const begun = performance.now();
    await under.relay.stop();
    await over;
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(under.logged()).toContainEqual(expect.objectContaining({ level: 50, left: expect.any(Array) }));
    await way.close();
  });
});
