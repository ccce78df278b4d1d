import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { createJobsClient, type JobsClient } from "@genai-office/shared/relay-client";
import type { Database } from "@genai-office/shared/database";
import { startEntra, type EntraServer } from "../../support/entra/entra-server";
import { entraSettings } from "../../support/entra/relay-settings";
import { botApplication, hanako, otherTenant, taro, testTenant } from "../../support/entra/tenant";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { startRelay, type RelayUnderTest } from "./relay-under-test";

let entra: EntraServer;
let directory: string;
let under: RelayUnderTest;
let database: Database;

beforeAll(async () => {
  [entra, directory] = await Promise.all([startEntra(), temporaryDatabaseFolder()]);
  under = await startRelay({
    upstreamUrl: "http://127.0.0.1:9",
    entra: entraSettings(entra),
    database: { kind: "embedded", directory },
  });
  database = under.relay.database!;
});
afterAll(async () => {
  await under.relay.stop();
  await entra.close();
  rmSync(directory, { recursive: true, force: true });
});

const clientOf = (token: string): JobsClient =>
  createJobsClient({ baseUrl: under.origin, headers: { Authorization: `Bearer ${token}` } });
const mine = () => clientOf(entra.personToken(hanako));
const theirs = () => clientOf(entra.personToken(taro));

interface Stored {
  person?: string;
  tenant?: string;
  kind?: string;
  finished?: boolean;
}

async function storedJob({ person = hanako.objectId, tenant = testTenant, kind = "minutes", finished }: Stored = {}) {
  const id = randomUUID();
  await database.query(
    `insert into jobs (id, kind, state, person, tenant, title, conversation, input, steps_done, steps_planned, finished_at)
     values ($1, $2, $3, $4, $5, '政策会議', '{}'::jsonb, '{}'::jsonb, 3, 9, ${finished === true ? "now()" : "null"})`,
    [id, kind, finished === true ? "finished" : "waiting", person, tenant],
  );
  return id;
}

test("a person sees their own jobs, newest first, and nothing of who they are of", async () => {
  const id = await storedJob({ finished: true });
  const newer = await storedJob();
  await storedJob({ person: taro.objectId });
  await storedJob({ tenant: otherTenant });
  const jobs = await mine().list();
  expect(jobs.map((job) => job.id)).toEqual([newer, id]);
  expect(jobs[1]).toEqual({
    id,
    kind: "minutes",
    state: "finished",
    title: "政策会議",
    steps: { done: 3, planned: 9 },
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    finishedAt: expect.any(String) as string,
  });
});

test("a job comes with what it has made; somebody else's is not there, and neither is what is no id", async () => {
  const id = await storedJob({ finished: true });
  const record = { title: "政策会議", utterances: [{ id: "u1", text: "はい。", kind: "utterance" }] };
  await database.query("insert into job_records (job, record) values ($1, $2::jsonb)", [id, JSON.stringify(record)]);
  expect(await mine().details(id)).toMatchObject({ job: { id }, record });
  await expect(theirs().details(id)).rejects.toMatchObject({ code: "not-found" });
  await expect(mine().details("' or true --")).rejects.toMatchObject({ code: "not-found" });
  const response = await fetch(`${under.origin}/api/jobs/${id}`, {
    headers: { Authorization: `Bearer ${entra.personToken(hanako)}` },
  });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("a person ends and removes their own jobs, and nobody else's", async () => {
  const id = await storedJob();
  await expect(theirs().cancel(id)).rejects.toMatchObject({ code: "not-found" });
  await theirs().remove(id);
  const state = async () =>
    (await database.query("select cancel_requested, delete_requested from jobs where id = $1", [id]))[0];
  expect(await state()).toEqual({ cancel_requested: false, delete_requested: false });
  await mine().cancel(id);
  await mine().cancel(id);
  expect(await state()).toEqual({ cancel_requested: true, delete_requested: false });

  const over = await storedJob({ finished: true });
  await mine().cancel(over);
  await mine().remove(over);
  await mine().remove(over);
  expect(await database.query("select 1 as there from jobs where id = $1", [over])).toEqual([]);
});

test("nobody reads jobs without a token, and an application that speaks for a person does not either", async () => {
  expect((await fetch(`${under.origin}/api/jobs`)).status).toBe(401);
  const bot = entra.applicationToken(botApplication, ["GenAI.Service"]);
  const response = await fetch(`${under.origin}/api/jobs`, {
    headers: { Authorization: `Bearer ${bot}`, "X-GenAI-On-Behalf-Of": hanako.objectId },
  });
  expect(response.status).toBe(403);
});

test("neither titles nor people are logged", async () => {
  await mine().list();
  expect(under.logLines.join("\n")).not.toMatch(/政策会議/);
  expect(under.logLines.join("\n")).not.toContain(hanako.objectId);
});

test("a relay without a database says that it cannot", async () => {
  const bare = await startRelay({ upstreamUrl: "http://127.0.0.1:9" });
  const client = createJobsClient({ baseUrl: bare.origin, retry: { maximumRetries: 0 } });
  await expect(client.list()).rejects.toMatchObject({ code: "unavailable" });
  await bare.relay.stop();
});
