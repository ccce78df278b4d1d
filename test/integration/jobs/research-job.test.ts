import { rmSync } from "node:fs";
import { openDatabase, type Database } from "@genai-office/shared/database";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { createRelayClient } from "@genai-office/shared/relay-client";
import { GenaiError, type GenerateEvent, type ResearchStep } from "@genai-office/shared/vocabulary";
import { createRelay, relayDefaults, type Relay } from "@genai-office/relay";
import type { UpstreamsConfig } from "../../../relay/src/config/upstream-settings";
import { createResearchWork } from "../../../teams-bot/src/conversations/research/research-work";
import { createJobService, type JobService } from "../../../teams-bot/src/jobs/job-service";
import { defaultRetention } from "../../../teams-bot/src/store/retention";
import { startAiAppServer, type AiAppServer } from "../../support/ai-app/ai-app-server";
import { newJob } from "../../support/jobs/new-job";
import { recordedSpeech, type RecordedSpeech } from "../../support/jobs/recorded-speech";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { testCard } from "../../support/test-step";

const quick = { leaseMs: 2_000, holdMs: 200, lookMs: 30, reclaimMs: 50, stopMs: 2_000 };
const form = { question: { type: "textarea", title: "質問", required: true } };
const definition = { id: "own", name: "省内の検索", description: "", howToUse: "", form };

describe("research as a job", () => {
  let directory: string;
  let database: Database;
  let relay: Relay;
  let app: AiAppServer;
  let relayClient: RelayClient;
  let speech: RecordedSpeech;
  let now = 0;
  /** Set while the app is to hold its reply to an invocation. */
  let held: { reached: () => void; released: Promise<void> } | undefined;
  const services: JobService[] = [];
  const defects: unknown[] = [];

  beforeAll(async () => {
    directory = await temporaryDatabaseFolder();
    database = await openDatabase({ kind: "embedded", directory });
    app = await startAiAppServer({
      looks: [
        { status: "IN_PROGRESS", outputs: "調べています" },
        { status: "COMPLETED", outputs: "根拠は要綱です。" },
      ],
      instead: (route) => {
        const holding = held;
        if (route !== "POST /requests" || holding === undefined) return undefined;
        holding.reached();
        return (response) => void holding.released.then(() => response.destroy());
      },
    });
    const connections = {
      upstreams: new Map([
        [
          "own",
          {
            contract: "ai-app",
            invokeUrl: app.requestsUrl,
            credentials: { kind: "key-file", file: await keyFile(), header: "x-api-key" },
            app: definition,
          },
        ],
      ]),
      signIns: new Map(),
    } as unknown as UpstreamsConfig;
    const card = testCard({ id: "own", contract: "ai-app", upstream: "own", tasks: ["research"], clearance: "1" });
    relay = createRelay({
      ...relayDefaults,
      port: 0,
      logLevel: "silent",
      catalogue: { models: [card], default: {} },
      connections,
    });
    const { port } = await relay.start();
    // As all nodes of one bot: the same person has the same session on each.
    relayClient = createRelayClient({
      baseUrl: `http://127.0.0.1:${port}`,
      headers: () => Promise.resolve({ "X-Relay-Session": "s".repeat(43) }),
    });
  });
  beforeEach(async () => {
    await database.query("delete from jobs");
    await database.query("delete from pgboss.job");
    app.requests.length = 0;
    speech = recordedSpeech();
    defects.length = 0;
    now = Date.now();
  });
  afterEach(() => Promise.all(services.splice(0).map((service) => service.stop())));
  afterAll(async () => {
    await relay.stop();
    await app.close();
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function keyFile(): Promise<string> {
    const { writeFile } = await import("node:fs/promises");
    const { join } = await import("node:path");
    const file = join(directory, "app-key");
    await writeFile(file, "app-key");
    return file;
  }

  function node(client: RelayClient = relayClient): JobService {
    const service = createJobService({
      database,
      works: {
        research: createResearchWork(
          () => client,
          () => now,
        ),
      },
      speech,
      relayOf: () => client,
      retention: defaultRetention,
      concurrency: { chat: 1, long: 1 },
      mostOfPerson: 5,
      timers: quick,
      delayOf: () => 0.05,
      onDefect: (error) => defects.push(error),
    });
    services.push(service);
    service.start();
    return service;
  }

  async function ask(service: JobService, request = "1 要綱を教えて"): Promise<string> {
    const { activity, job } = newJob({ kind: "research", title: "", input: { request } });
    return (await service.accept(activity, job))!.id;
  }
  const rowOf = async (id: string) =>
    (
      await database.query<{ state: string; error_code: string | null; tries: number }>(
        "select state, error_code, tries from jobs where id = $1",
        [id],
      )
    )[0];
  const isResting = async (id: string) =>
    (
      await database.query("select 1 from pgboss.job where id = $1 and start_after > now() + interval '2 seconds'", [
        id,
      ])
    ).length > 0;
  /** What waits is due now. */
  const hurry = () => database.query("update pgboss.job set start_after = now() - interval '1 second'");
  const over = (id: string) => until(async () => !["waiting", "running"].includes((await rowOf(id))!.state));
  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 100_000; waited += 20) {
      if (await holds()) return;
      await new Promise((go) => setTimeout(go, 20));
    }
    throw new Error(`never: ${holds.toString()}`);
  }
  const invocations = () => app.requests.filter(({ method }) => method === "POST");

  test("rests between the looks and holds no place; another node looks with the ticket; the app is asked once", async () => {
    const first = node();
    const id = await ask(first);
    await until(() => isResting(id));
    expect(first.health().running).toBe(0);
    const [started] = speech.posts();
    expect(started!.text).toContain("「省内の検索」で調べています");
    expect(speech.updatesOf(started!.activity).map(({ text }) => text)).toEqual([
      expect.stringContaining("受け付けました"),
    ]);
    await first.stop();
    node();
    await hurry();
    await until(async () => app.requests.some(({ method }) => method === "GET") && (await isResting(id)));
    await hurry();
    await over(id);
    expect(await rowOf(id)).toMatchObject({ state: "finished" });
    expect(invocations()).toHaveLength(1);
    expect(speech.updatesOf(started!.activity).at(-1)!.text).toContain("根拠は要綱です。");
    expect(speech.posts().map(({ text }) => text)).toEqual([
      started!.text,
      "「省内の検索」の回答が届きました。上のメッセージをご覧ください。",
    ]);
    expect(await database.query("select 1 from job_steps union all select 1 from pgboss.job")).toEqual([]);
    expect(defects).toEqual([]);
  });

  test("a node that ends before the ticket came does not have the app asked again: the person is told, and decides", async () => {
    let release: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => {
      held = { reached: resolve, released: new Promise<void>((go) => (release = go)) };
    });
    const first = node();
    const id = await ask(first);
    await reached;
    await first.stop();
    release();
    held = undefined;
    node();
    await over(id);
    expect(await rowOf(id)).toMatchObject({ state: "failed", error_code: "connection-lost" });
    expect(invocations()).toHaveLength(1);
    const [started, ...others] = speech.posts();
    expect(others).toEqual([]);
    expect(speech.updatesOf(started!.activity).at(-1)!.text).toContain("自動ではやり直していません");
  });

  test("a wait ends when the person says so, although nobody holds it", async () => {
    const service = node();
    const id = await ask(service);
    await until(() => isResting(id));
    await service.cancel(id);
    await over(id);
    expect(await rowOf(id)).toMatchObject({ state: "cancelled" });
    expect(speech.said.at(-1)!.text).toContain("中止しました");
  });

  /** A relay that plays one run after another; the last one again and again. */
  function scripted(...runs: GenerateEvent[][]): RelayClient & { steps: ResearchStep[] } {
    const steps: ResearchStep[] = [];
    return {
      ...relayClient,
      steps,
      async *run(step) {
        steps.push(step as ResearchStep);
        yield* runs[Math.min(steps.length, runs.length) - 1]!;
      },
    };
  }
  const failed = (code: "rate-limited" | "unavailable" | "connection-lost", retryable = true): GenerateEvent => ({
    type: "failed",
    error: new GenaiError(code, "x", { retryable }),
    partial: "",
  });
  const answered = (text: string): GenerateEvent[] => [
    { type: "text-delta", text },
    { type: "finished", reason: "stop" },
  ];

  test("an app without room is asked again later, with the same session; one that never has room is told", async () => {
    const client = scripted([failed("rate-limited")], [failed("rate-limited")], answered("回答です。"));
    const service = node(client);
    const id = await ask(service);
    for (let turn = 0; turn < 2; turn += 1) {
      await until(() => isResting(id));
      await hurry();
    }
    await over(id);
    expect(await rowOf(id)).toMatchObject({ state: "finished" });
    expect(new Set(client.steps.map(({ options }) => options.sessionId)).size).toBe(1);
    expect(client.steps).toHaveLength(3);
    await service.stop();

    const never = scripted([failed("rate-limited")]);
    const refused = await ask(node(never));
    for (let turn = 0; turn < 4; turn += 1) {
      await until(() => isResting(refused));
      await hurry();
    }
    await over(refused);
    expect(await rowOf(refused)).toMatchObject({ state: "failed", error_code: "rate-limited" });
    expect(never.steps).toHaveLength(5);
  });

  test.each(["connection-lost", "unavailable"] as const)(
    "an app that may have been asked is not asked again: %s",
    async (code) => {
      const client = scripted([failed(code)]);
      const id = await ask(node(client));
      await over(id);
      expect(await rowOf(id)).toMatchObject({ state: "failed", error_code: code });
      expect(client.steps).toHaveLength(1);
      expect(speech.said.at(-1)!.text).toContain(code);
    },
  );

  test("looks that fail in passing are repeated for as long as the app may take, and no longer", async () => {
    const client = scripted([{ type: "accepted", ticket: "t" }, failed("unavailable")], [failed("unavailable")]);
    const id = await ask(node(client));
    for (let look = 1; look <= 12; look += 1) {
      await until(async () => client.steps.length === look && (await isResting(id)));
      if (look === 12) now += 101 * 3_600_000;
      await hurry();
    }
    await over(id);
    expect(client.steps.slice(1).every(({ options }) => options.ticket === "t")).toBe(true);
    expect(await rowOf(id)).toMatchObject({ state: "failed", error_code: "unavailable" });
    // Days have gone by: the person is called back to the message that says why.
    expect(speech.said.at(-1)).toMatchObject({ kind: "post", text: expect.stringContaining("理由は") as string });
  });

  test("a long answer is told whole, each part once, also when telling it fails in the middle", async () => {
    const paragraph = "要綱第三条に根拠があります。".repeat(40);
    const client = scripted(answered(Array.from({ length: 40 }, (_, at) => `${at}番。${paragraph}`).join("\n\n")));
    // Started, first part, second part; then the third fails for a while.
    speech.failures = [undefined, undefined, undefined, new GenaiError("unavailable", "away", { retryable: true })];
    const id = await ask(node(client));
    await over(id);
    expect(await rowOf(id)).toMatchObject({ state: "finished" });
    expect(client.steps).toHaveLength(1);
    const [started, ...parts] = speech.posts();
    const all = [speech.updatesOf(started!.activity).at(-1)!, ...parts].map(({ text }) => text);
    expect(all.join("\n").match(/\d+番。/g)).toEqual(Array.from({ length: 40 }, (_, at) => `${at}番。`));
  });
});
