import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  AdminSession,
  AdminSettings,
  AdminStatus,
  AuditVerification,
  ReachabilityReport,
  UsageReport,
} from "../../../relay/src/admin/shapes";
import { startEntra, type EntraServer } from "../../support/entra/entra-server";
import { entraSettings } from "../../support/entra/relay-settings";
import { hanako } from "../../support/entra/tenant";
import { startModelServer, type ModelServer } from "../../support/model-server";
import { answerReply } from "../../support/model-server-replies";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { ask, change, changeHeaders, sessionOf, type AdminAnswer, type AdminHeaders } from "./admin-client";
import { post, readEvents, sourceText, startRelay, summarizeStep, type RelayUnderTest } from "./relay-under-test";

let entra: EntraServer;
let upstream: ModelServer;
let under: RelayUnderTest;
let folder: string;
let directory: string;
const run = "0f8fad5b-d9cb-469f-a165-70867728950e";

const settingsFile = () => join(folder, "settings.json");
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

beforeAll(async () => {
  entra = await startEntra();
  upstream = await startModelServer(answerReply("要約。[1]"));
  folder = mkdtempSync(join(tmpdir(), "admin-"));
  writeFileSync(
    settingsFile(),
    JSON.stringify({
      sections: [{ id: "budget", name: { ja: "主計課" }, groups: hanako.groups }],
      prompts: { summarize: "「等」は省略しない。" },
      limits: { exchangeRates: { USD: 150 } },
    }),
  );
  directory = await temporaryDatabaseFolder();
  under = await startRelay({
    upstreamUrl: upstream.url,
    entra: entraSettings(entra),
    database: { kind: "embedded", directory },
    settingsFile: settingsFile(),
    card: { price: { currency: "USD", inputPerMillionTokens: 1000, outputPerMillionTokens: 2000 } },
    allowedOrigins: ["https://host-page.example"],
  });
});
afterAll(async () => {
  await under.relay.stop();
  await Promise.all([upstream.close(), entra.close()]);
  for (const path of [folder, directory]) rmSync(path, { recursive: true, force: true });
});

const roleNames = { viewer: "GenAI.Admin.Viewer", operator: "GenAI.Admin.Operator", officer: "GenAI.Admin.Officer" };
type Role = keyof typeof roleNames;

function bearer(role?: Role, person = hanako): AdminHeaders {
  const roles = role === undefined ? [] : [roleNames[role]];
  return { Authorization: `Bearer ${entra.personToken({ ...person, roles })}` };
}

const get = (path: string, headers: AdminHeaders) => ask(under.origin, "GET", path, headers);

async function read<Shape>(path: string, headers: AdminHeaders = bearer("viewer")): Promise<Shape> {
  const answer = await get(path, headers);
  expect([path, answer.status]).toEqual([path, 200]);
  return JSON.parse(answer.text) as Shape;
}

interface AdminAct {
  kind: string;
  act: string;
  person: string;
  details: Record<string, unknown>;
}

async function acts(): Promise<AdminAct[]> {
  const answer = await get(`/audit/export?from=${today}&to=${today}`, bearer("officer"));
  return answer.text
    .trim()
    .split("\n")
    .map((line) => JSON.parse((JSON.parse(line) as { content: string }).content) as AdminAct)
    .filter(({ kind }) => kind === "admin");
}

describe("roles", () => {
  const off = JSON.stringify({ subject: { scope: "task", task: "reply" }, off: true });
  const on = JSON.stringify({ subject: { scope: "task", task: "reply" }, off: false });
  const routes: [method: "GET" | "POST", path: string, roles: Role[], body: string | undefined][] = [
    ["GET", "/session", ["viewer", "operator", "officer"], undefined],
    ["GET", "/status", ["viewer", "operator", "officer"], undefined],
    ["GET", `/usage?from=${today}&to=${today}&by=model`, ["viewer", "operator", "officer"], undefined],
    ["GET", "/settings", ["viewer", "operator", "officer"], undefined],
    ["GET", "/kill-switch", ["viewer", "operator", "officer"], undefined],
    ["POST", "/reachability", ["viewer", "operator", "officer"], "{}"],
    ["POST", "/kill-switch", ["operator"], off],
    ["POST", "/kill-switch", ["operator"], on],
    ["GET", "/audit/verify", ["officer"], undefined],
    ["GET", `/audit/export?from=${today}&to=${today}`, ["officer"], undefined],
    ["GET", `/audit/export?from=${today}&to=${today}&format=csv`, ["officer"], undefined],
  ];
  test.each(routes)("%s %s is for %j only", async (method, path, allowed, body) => {
    expect((await ask(under.origin, method, path, {}, body)).status).toBe(401);
    for (const role of [undefined, "viewer", "operator", "officer"] as const) {
      const session = role === undefined ? undefined : await sessionOf(under.origin, bearer(role));
      const headers = method === "GET" ? bearer(role) : changeHeaders(under.origin, session?.csrfToken, bearer(role));
      const { status } = await ask(under.origin, method, path, headers, body);
      expect([role, status]).toEqual([role, role !== undefined && allowed.includes(role) ? 200 : 403]);
    }
  });

  test("a route that is not there is not found, also for who may do everything", async () => {
    expect((await get("/nothing", bearer("operator"))).status).toBe(404);
  });

  test("who is refused is on record, without what was asked", async () => {
    const other = { ...hanako, objectId: "77777777-aaaa-4bbb-8ccc-00000000beef" };
    const { pseudonym } = await read<AdminSession>("/session", bearer("viewer", other));
    await get("/audit/verify", bearer("viewer", other));
    const found = (await acts()).filter(({ act, person }) => act === "refused" && person === pseudonym);
    expect(found.map(({ details }) => details)).toEqual([
      { route: "/api/admin/audit/verify", method: "GET", why: "role officer" },
    ]);
  });
});

describe("changes from elsewhere", () => {
  const body = JSON.stringify({ subject: { scope: "task", task: "minutes" }, off: true });
  const switchOff = (headers: AdminHeaders, text = body): Promise<AdminAnswer> =>
    ask(under.origin, "POST", "/kill-switch", headers, text);
  let good: AdminHeaders;
  let token: string;

  beforeAll(async () => {
    token = (await sessionOf(under.origin, bearer("operator"))).csrfToken;
    good = changeHeaders(under.origin, token, bearer("operator"));
  });
  afterEach(async () => {
    const state = await read<{ switchedOff: unknown[] }>("/kill-switch");
    expect(state.switchedOff).toEqual([]);
  });

  const [digits = "", signature = ""] = ["9999999999999", "A".repeat(43)];
  const cases: [what: string, change: (token: string) => AdminHeaders, status: number][] = [
    ["no token", () => ({ "X-Csrf-Token": undefined }), 403],
    ["an empty token", () => ({ "X-Csrf-Token": "" }), 403],
    ["a made-up token", () => ({ "X-Csrf-Token": `${digits}.${signature}` }), 403],
    ["a token with another end", (own) => ({ "X-Csrf-Token": own.replace(/^\d+/, digits) }), 403],
    ["a page of another site", () => ({ Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }), 403],
    ["a page of a neighbour", () => ({ Origin: undefined, "Sec-Fetch-Site": "same-site" }), 403],
    ["an opaque page", () => ({ Origin: "null", "Sec-Fetch-Site": undefined }), 403],
    ["another port", () => ({ Origin: "http://localhost:1" }), 403],
    ["another name of ours", () => ({ Origin: under.origin.replace("localhost", "127.0.0.1") }), 403],
    ["the allowed host page", () => ({ Origin: "https://host-page.example", "Sec-Fetch-Site": "cross-site" }), 403],
    [
      "the allowed host page, without a word of where",
      () => ({ Origin: "https://host-page.example", "Sec-Fetch-Site": undefined }),
      403,
    ],
    ["a form that lies about where", () => ({ Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" }), 403],
    ["nothing that says where from", () => ({ Origin: undefined, "Sec-Fetch-Site": undefined }), 403],
    ["typed into the address bar", () => ({ Origin: undefined, "Sec-Fetch-Site": "none" }), 403],
    ["another host (rebinding)", () => ({ Host: "evil.example", Origin: "http://evil.example" }), 403],
    ["the body of a form", () => ({ "Content-Type": "text/plain" }), 400],
  ];
  test.each(cases)("%s", async (_what, headers, status) => {
    expect((await switchOff({ ...good, ...headers(token) })).status).toBe(status);
  });

  test("somebody else's token", async () => {
    const other = { ...hanako, objectId: "77777777-aaaa-4bbb-8ccc-00000000cafe" };
    const stolen = (await sessionOf(under.origin, bearer("operator", other))).csrfToken;
    expect((await switchOff({ ...good, "X-Csrf-Token": stolen })).status).toBe(403);
  });

  test.each([
    ["no subject", { off: true }],
    ["an unknown task", { subject: { scope: "task", task: "dance" }, off: true }],
    ["a model that is not listed", { subject: { scope: "model", model: "stand-inn" }, off: true }],
    ["an unknown field", { subject: { scope: "whole" }, off: true, force: true }],
    ["a reason that is too long", { subject: { scope: "whole" }, off: true, reason: "長".repeat(301) }],
    ["no JSON", "{"],
  ])("%s is a bad request", async (_what, content) => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    expect((await switchOff(good, text)).status).toBe(400);
  });

  test("reading from another site's page is refused as well", async () => {
    expect((await get("/status", { ...bearer("viewer"), Origin: "https://host-page.example" })).status).toBe(403);
    expect((await get("/status", { ...bearer("viewer"), "Sec-Fetch-Site": "same-site" })).status).toBe(403);
  });
});

test("the reason is plain text of one line, and is not in the audit", async () => {
  const reason = "  点検中\r\n<b>再開</b>は\u202e１５時\u0000  ";
  const answer = await change(
    under.origin,
    { subject: { scope: "model", model: "stand-in" }, off: true, reason },
    bearer("operator"),
  );
  expect(JSON.parse(answer.text)).toMatchObject({
    switchedOff: [{ subject: { scope: "model", model: "stand-in" }, reason: "点検中 <b>再開</b>は１５時" }],
  });
  await change(under.origin, { subject: { scope: "model", model: "stand-in" }, off: false }, bearer("operator"));
  const done = (await acts()).filter(({ act, details }) => act === "kill-switch" && details.scope === "model");
  expect(done.map(({ details }) => details)).toEqual([
    { scope: "model", target: "stand-in", off: true },
    { scope: "model", target: "stand-in", off: false },
  ]);
  expect(JSON.stringify(done)).not.toContain("点検中");
});

test("figures of use: groups, people counted once, cost in yen, accept rate and edit distance", async () => {
  const token = bearer() as Record<string, string>;
  for (let steps = 0; steps < 3; steps++) {
    const response = await post(`${under.origin}/api/steps`, summarizeStep({ run }), { headers: token });
    expect((await readEvents(response)).at(-1)).toMatchObject({ type: "finished" });
  }
  const blocked = summarizeStep({ declaredClass: "3" });
  expect((await post(`${under.origin}/api/steps`, blocked, { headers: token })).status).toBe(403);
  let report: UsageReport | undefined;
  // Ends of steps are put on record behind the stream.
  for (let waited = 0; waited < 5000 && report?.total.outputTokens !== 15; waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    report = await read<UsageReport>(`/usage?from=${today}&to=${today}&by=section`);
  }
  expect(report).toMatchObject({
    by: "section",
    rows: [{ name: "budget", steps: 3, refused: 1, failed: 0, runs: 1, people: 1 }],
    total: { name: "", steps: 3, refused: 1, people: 1, inputTokens: 36, outputTokens: 15, decided: 0 },
    days: [{ day: today, steps: 3, people: 1, tokens: 51 }],
  });
  expect(report!.total.costs).toEqual([{ currency: "USD", amount: expect.closeTo(0.066, 6) }]);
  expect(report!.total.costInYen).toBeCloseTo(9.9);
  expect(report!.total.acceptRate).toBeUndefined();
  for (const by of ["task", "model"]) {
    const other = await read<UsageReport>(`/usage?from=${today}&to=${today}&by=${by}`);
    expect(other.rows.map(({ name, steps }) => [name, steps])).toEqual([[by === "task" ? "summarize" : "stand-in", 3]]);
  }
});

test.each([
  "from=2026-01-01",
  "from=2026-02-30&to=2026-03-01",
  "from=2026-03-02&to=2026-03-01",
  "from=2024-01-01&to=2026-01-01",
  "from=0000-01-01&to=0000-01-02",
  "from=0001-01-01&to=0001-01-01",
  "from=2026-01-01&to=2026-01-02&by=person",
  "from=2026-01-01&to=2026-01-02&by=task;drop table audit_entries",
])("usage?%s is a bad request", async (query) => {
  expect((await get(`/usage?${query.replaceAll(" ", "%20")}`, bearer("viewer"))).status).toBe(400);
});

test("status: versions, the wording in the prompts, models, this node, the database's clock", async () => {
  let status: AdminStatus | undefined;
  for (let waited = 0; waited < 8000 && (status?.nodes.length ?? 0) === 0; waited += 200) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    status = await read<AdminStatus>("/status");
  }
  expect(status).toMatchObject({
    settings: { version: expect.stringMatching(/^[0-9a-f]{12}$/), warnings: [] },
    prompts: {
      summarize: expect.stringMatching(/^summarize\/\d+\+m-[0-9a-f]{8}$/),
      reply: expect.not.stringContaining("+m-"),
    },
    models: [{ id: "stand-in", state: "offered", endpoint: upstream.origin }],
    nodes: [{ this: true, alive: true }],
    database: { kind: "embedded" },
    killSwitch: { known: true, switchedOff: [] },
  });
  expect(Math.abs(status!.database.clockAheadMs!)).toBeLessThan(2000);
  expect(status!.certificate).toBeUndefined();
});

test("a look at the upstreams sends no body, no key and nothing of a document, and is not repeated at once", async () => {
  const { csrfToken } = await sessionOf(under.origin, bearer("viewer"));
  const before = upstream.requests.length;
  const look = async () =>
    JSON.parse(
      (await ask(under.origin, "POST", "/reachability", changeHeaders(under.origin, csrfToken, bearer("viewer")), "{}"))
        .text,
    ) as ReachabilityReport;
  const first = await look();
  const second = await look();
  expect(second.at).toBe(first.at);
  // The role test before has looked already; within ten seconds nobody asks again.
  expect(upstream.requests.length - before).toBeLessThanOrEqual(1);
  const probe = upstream.requests.find(({ method }) => method === "HEAD")!;
  expect(probe.text).toBe("");
  expect(Object.keys(probe.headers).sort()).toEqual(["connection", "host", "user-agent"]);
  expect(first.endpoints).toEqual([
    {
      endpoint: upstream.origin,
      models: ["stand-in"],
      reachable: true,
      status: 200,
      answersInMs: expect.any(Number),
      clockAheadMs: expect.any(Number),
    },
  ]);
  expect(Math.abs(first.endpoints[0]!.clockAheadMs!)).toBeLessThan(1500);
  expect((await read<AdminStatus>("/status")).reachability).toEqual(first);
});

test("the export is the chain as it stands, without a text of anybody; verifying it says so", async () => {
  const { text } = await get(`/audit/export?from=${today}&to=${today}`, bearer("officer"));
  expect(text).not.toContain(sourceText);
  expect(text).toMatch(/summarize\/\d+\+m-[0-9a-f]{8}/);
  const csv = await get(`/audit/export?from=${today}&to=${today}&format=csv`, bearer("officer"));
  expect(csv.headers["content-disposition"]).toBe(`attachment; filename="audit-${today}-${today}.csv"`);
  const verified = await read<AuditVerification>("/audit/verify", bearer("officer"));
  expect(verified).toMatchObject({ intact: true, recorded: true });
  const { sequence, hash } = (verified as { head: { sequence: number; hash: string } }).head;
  const against = (...anchors: string[]) =>
    `/audit/verify?${anchors.map((anchor) => `anchor=${encodeURIComponent(anchor)}`).join("&")}`;
  expect(await read(against(`${sequence}:${hash}`, `0:${"0".repeat(64)}`), bearer("officer"))).toMatchObject({
    intact: true,
  });
  expect(await read(against(`${sequence}:${"a".repeat(64)}`), bearer("officer"))).toMatchObject({
    intact: false,
    fault: "anchor",
    at: sequence,
  });
  expect(await read(against(`999999:${hash}`), bearer("officer"))).toMatchObject({ intact: false, fault: "cut-off" });
  for (const broken of [`${sequence}:${hash.slice(1)}`, hash, `-1:${hash}`, "", `1:${hash}:`])
    expect((await get(against(broken), bearer("officer"))).status).toBe(400);
  expect((await acts()).filter(({ act }) => act === "audit-export").length).toBeGreaterThanOrEqual(3);
});

test("settings come into force without a restart, and a broken file is shown by place", async () => {
  const until = async (holds: (settings: AdminSettings) => boolean): Promise<AdminSettings> => {
    for (let waited = 0; waited < 8000; waited += 200) {
      const settings = await read<AdminSettings>("/settings");
      if (holds(settings)) return settings;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error("the settings did not change");
  };
  writeFileSync(
    settingsFile(),
    JSON.stringify({ displayName: "財務アシスト", notices: [{ id: "n", text: { ja: "点検" } }] }),
  );
  const changed = await until(({ displayName }) => displayName === "財務アシスト");
  writeFileSync(settingsFile(), JSON.stringify({ displayName: "財務アシスト", secret: "hunter2" }));
  const broken = await until(({ problem }) => problem !== undefined);
  expect(broken).toMatchObject({
    version: changed.version,
    problem: { place: "secret", fault: "there is no such field" },
  });
  expect(JSON.stringify(broken)).not.toContain("hunter2");
  expect(under.logLines.join("\n")).not.toContain("hunter2");
});

test("GET /api/settings: what concerns the person, with an ETag; no group, no operator", async () => {
  const settings = (headers: Record<string, string> = {}) =>
    fetch(`${under.origin}/api/settings`, { headers: { ...(bearer() as Record<string, string>), ...headers } });
  const first = await settings();
  const body = (await first.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ displayName: "財務アシスト", notices: [{ id: "n" }], glossaries: [], switchedOff: [] });
  expect(JSON.stringify(body)).not.toContain(hanako.groups[0]);
  const again = await settings({ "If-None-Match": first.headers.get("etag")! });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  await change(
    under.origin,
    { subject: { scope: "task", task: "answer" }, off: true, reason: "改修" },
    bearer("operator"),
  );
  const changed = await settings({ "If-None-Match": first.headers.get("etag")! });
  expect(await changed.json()).toMatchObject({ switchedOff: [{ scope: "task", task: "answer", reason: "改修" }] });
  await change(under.origin, { subject: { scope: "task", task: "answer" }, off: false }, bearer("operator"));
});
