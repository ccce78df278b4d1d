import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { UsageReport } from "../../../relay/src/admin/shapes";
import { openEmbedded } from "@genai-office/shared/database";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { contents } from "../audit/audit-contract";
import { ask } from "./admin-client";
import { post, readError, startRelay, summarizeStep, type RelayUnderTest } from "./relay-under-test";

/** Nobody is asked: every request of these tests is refused. */
const upstreamUrl = "http://127.0.0.1:9/v1";
const session = (name: string) => ({ headers: { "X-Relay-Session": name.padEnd(43, "x") } });

describe("a rate", () => {
  let folder: string;
  let relay: RelayUnderTest;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "refusals-"));
    const settingsFile = join(folder, "settings.json");
    writeFileSync(settingsFile, JSON.stringify({ limits: { person: { requestsPerMinute: 3 }, textCharacters: 100 } }));
    relay = await startRelay({ upstreamUrl, settingsFile });
  });
  afterAll(async () => {
    await relay.relay.stop();
    rmSync(folder, { recursive: true });
  });

  const long = summarizeStep({ blocks: [{ id: "p1", text: "長".repeat(101), kind: "paragraph" }] });
  test.each<[what: string, path: string, body: unknown, status: number]>([
    ["a model that there is not", "/api/steps", summarizeStep({ model: "nobody" }), 400],
    ["another prompt version", "/api/steps", summarizeStep({ promptVersion: "summarize/0" }), 400],
    ["a body that is no JSON", "/api/steps", "{", 400],
    ["a body that is no step", "/api/steps", {}, 400],
    ["a text that is too long", "/api/steps", long, 413],
    ["a body that is too large", "/api/steps", `"${"x".repeat(12 * 1024 * 1024)}"`, 413],
    ["class 3", "/api/steps", summarizeStep({ declaredClass: "3" }), 403],
    ["a foreign request that is none", "/v1/chat/completions", { model: "stand-in" }, 400],
  ])("holds for requests that are refused for %s", async (what, path, body, status) => {
    const whose = session(Buffer.from(what).toString("hex").slice(0, 40));
    for (let times = 0; times < 3; times++)
      expect((await post(`${relay.origin}${path}`, body, whose)).status).toBe(status);
    const fourth = await post(`${relay.origin}${path}`, body, whose);
    expect(fourth.status).toBe(429);
    expect((await readError(fourth)).code).toBe("rate-limited");
  });
});

test("without a rate a program in a loop fills 21 entries of the audit, which tell of all it was refused", async () => {
  const directory = await temporaryDatabaseFolder();
  const relay = await startRelay({ upstreamUrl, database: { kind: "embedded", directory } });
  try {
    for (let times = 0; times < 12; times++) {
      await Promise.all(
        Array.from({ length: 5 }, async () => {
          await post(`${relay.origin}/api/steps`, summarizeStep({ model: "nobody" }), session("loop"));
          await post(`${relay.origin}/api/steps`, summarizeStep({ declaredClass: "3" }), session("loop"));
        }),
      );
    }
    await post(`${relay.origin}/api/steps`, summarizeStep({ declaredClass: "3" }), session("other"));
  } finally {
    await relay.relay.stop();
  }
  const database = await openEmbedded(directory);
  try {
    const refused = (await contents(database)).filter(({ kind }) => kind === "refused");
    const count = (code: string): number =>
      refused.reduce(
        (sum, { outcome, more }) => sum + Number(outcome === code) + ((more as Record<string, number>)?.[code] ?? 0),
        0,
      );
    expect(refused).toHaveLength(20 + 1 + 1);
    expect(count("model-unknown")).toBe(60);
    expect(count("confidentiality-blocked")).toBe(61);
  } finally {
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  }
});

test("the report of use has as many refusals as there were, although most of them have no entry of their own", async () => {
  const directory = await temporaryDatabaseFolder();
  const database = { kind: "embedded", directory } as const;
  const first = await startRelay({ upstreamUrl, database });
  let refused = 0;
  try {
    const bodies = [{ model: "nobody" }, { declaredClass: "3" }, { promptVersion: "summarize/0" }] as const;
    for (let times = 0; times < 35; times++) {
      const answers = await Promise.all(
        bodies.map((body) =>
          post(`${first.origin}/api/steps`, summarizeStep(body), session(times % 7 === 0 ? "other" : "loop")),
        ),
      );
      for (const answer of answers) {
        expect((await readError(answer)).code).not.toBe("rate-limited");
        refused++;
      }
    }
  } finally {
    await first.relay.stop();
  }
  const second = await startRelay({ upstreamUrl, database });
  try {
    const [yesterday, today] = [-15, 9].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
    const path = `/usage?from=${yesterday!.slice(0, 10)}&to=${today!.slice(0, 10)}`;
    const { total, rows } = JSON.parse((await ask(second.origin, "GET", path, {})).text) as UsageReport;
    expect(refused).toBe(105);
    expect(total).toMatchObject({ steps: 0, refused });
    expect(rows).toMatchObject([{ name: "summarize", refused }]);
  } finally {
    await second.relay.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
