import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { openDatabase } from "@genai-office/shared/database";
import { startModelServer, type ModelServer } from "../../support/model-server";
import { answerReply } from "../../support/model-server-replies";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import {
  post,
  readError,
  readEvents,
  sourceText,
  startRelay,
  summarizeStep,
  type RelayUnderTest,
} from "./relay-under-test";

const mine = { "X-Relay-Session": "m".repeat(43) };
const theirs = { "X-Relay-Session": "t".repeat(43) };

describe("the audit of a relay", () => {
  let directory: string;
  let upstream: ModelServer;
  let under: RelayUnderTest;

  beforeAll(async () => {
    directory = await temporaryDatabaseFolder();
    upstream = await startModelServer(answerReply("予算額は１億２，５００万円である。"));
    under = await startRelay({ upstreamUrl: upstream.url, database: { kind: "embedded", directory } });
  });
  afterAll(async () => {
    await under.relay.stop();
    await upstream.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const report = (run: string, body: object, headers: Record<string, string> = mine) =>
    post(`${under.origin}/api/runs/${run}/report`, { run, ...body }, { headers });

  async function runOnce(): Promise<string> {
    const run = randomUUID();
    const response = await post(`${under.origin}/api/steps`, summarizeStep({ run }), { headers: mine });
    expect((await readEvents(response)).at(-1)).toMatchObject({ type: "finished" });
    return run;
  }

  test("a report is taken of who made the run, in any number of pieces", async () => {
    const run = await runOnce();
    for (const body of [{ decision: "accepted" }, { decision: "accepted" }, { feedback: { helpful: true } }, {}]) {
      expect((await report(run, body)).status).toBe(200);
    }
    const foreign = await report(run, { decision: "rejected" }, theirs);
    expect(foreign.status).toBe(404);
    expect((await readError(foreign)).code).toBe("not-found");
    expect((await report(randomUUID(), { decision: "accepted" })).status).toBe(404);
  });

  test.each([
    ["a text in the place of a choice", { decision: "秘密の内容" }],
    ["a key that is not of a report", { note: "秘密の内容" }],
    ["a key that is not of its part", { feedback: { helpful: true, text: "秘密の内容" } }],
    ["a reason that is none of the choices", { feedback: { helpful: false, reason: "秘密の内容" } }],
    ["a number that is none", { edits: { distance: "秘密の内容", characters: 1 } }],
    ["a count that is none", { findings: { 秘密の内容: -1 } }],
    [
      "more than a report can hold",
      { findings: Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`k${n}`, 1])) },
    ],
  ])("%s is refused, and nothing of it is told or logged", async (_, body) => {
    const response = await report(await runOnce(), body);
    expect([400, 413]).toContain(response.status);
    expect(await response.text()).not.toContain("秘密");
    expect(under.logLines.join("\n")).not.toContain("秘密");
  });

  test("a report of another run than its address is refused", async () => {
    const run = await runOnce();
    const response = await post(`${under.origin}/api/runs/${randomUUID()}/report`, { run }, { headers: mine });
    expect(response.status).toBe(400);
  });

  test("what is on record of steps, refusals and reports holds no text, and is a whole chain; read by nobody else meanwhile", async () => {
    const run = await runOnce();
    await report(run, { findings: { "figure-not-in-source": 2, 秘密の内容: 3 } });
    const blocked = summarizeStep({ blocks: [{ id: "p1", text: "機密性３情報\n秘密の内容", kind: "paragraph" }] });
    const refused = await post(`${under.origin}/api/steps`, blocked, { headers: mine });
    expect((await readError(refused)).code).toBe("confidentiality-blocked");
    const calls = upstream.requests.length;
    // A second process, or a second part of this one, must not have the folder.
    await expect(openDatabase({ kind: "embedded", directory })).rejects.toThrow(/in use by process/);
    await under.relay.stop();
    const database = await openDatabase({ kind: "embedded", directory });
    try {
      const rows = await database.query<{ content: string; data: Record<string, unknown> }>(
        "select content, data from audit_entries order by sequence",
      );
      const all = rows.map(({ content }) => content).join("\n");
      for (const text of ["秘密", sourceText.slice(0, 6), "１億"]) expect(all).not.toContain(text);
      const of = (kind: string) => rows.map(({ data }) => data).filter((data) => data["kind"] === kind);
      expect(of("begun")).toHaveLength(calls);
      expect(of("ended")).toHaveLength(calls);
      expect(of("refused")).toMatchObject([{ outcome: "confidentiality-blocked", found: "3", declared: "1" }]);
      expect(of("report").at(-1)).toMatchObject({ run, findings: { "figure-not-in-source": 2, other: 3 } });
    } finally {
      await database.close();
    }
  });
});

describe("a relay whose audit cannot be written", () => {
  test("lets nothing leave, and says that it is unavailable", async () => {
    const upstream = await startModelServer(answerReply("x"));
    const under = await startRelay({
      upstreamUrl: upstream.url,
      // Nobody listens there.
      database: { kind: "postgresql", host: "127.0.0.1", port: 9, database: "d", user: "u", connections: 2 },
    });
    try {
      const response = await post(`${under.origin}/api/steps`, summarizeStep());
      expect(response.status).toBe(503);
      expect((await readError(response)).code).toBe("unavailable");
      expect(upstream.requests).toEqual([]);
    } finally {
      await under.relay.stop();
      await upstream.close();
    }
  });
});
