import type { Database } from "@genai-office/shared/database";
import { cancelJobOfPerson, readMemory, removeJobOfPerson, writeMemory } from "@genai-office/shared/jobs";
import { GenaiError, type GenaiErrorCode } from "@genai-office/shared/vocabulary";
import { forgetTurns } from "../../../teams-bot/src/conversations/ask/conversation-turns";
import type { JobWork, JobWorks, RunningJob } from "../../../teams-bot/src/jobs/job-port";
import { createJobService, type JobService, type JobServiceOptions } from "../../../teams-bot/src/jobs/job-service";
import { createJobLeases } from "../../../teams-bot/src/store/job-leases";
import { createJobNotes, LeaseLostError } from "../../../teams-bot/src/store/job-notes";
import { createJobQueue } from "../../../teams-bot/src/store/job-queue";
import { defaultRetention, removeOld } from "../../../teams-bot/src/store/retention";
import { newJob } from "../../support/jobs/new-job";
import { recordedSpeech, type RecordedSpeech } from "../../support/jobs/recorded-speech";
import { countedRunner, eventsOf, sourceStep, steppedWork, type CountedRunner } from "../../support/jobs/stepped-work";

const quick = { leaseMs: 1_000, holdMs: 100, lookMs: 50, reclaimMs: 50, stopMs: 2_000 };

/** What holds for the queue over both kinds of database. */
export function describeQueue(database: () => Database): void {
  let speech: RecordedSpeech;
  let runner: CountedRunner;
  const services: JobService[] = [];
  const defects: unknown[] = [];

  beforeEach(async () => {
    await database().query("delete from jobs");
    await database().query("delete from job_inbox");
    await database().query("delete from pgboss.job");
    speech = recordedSpeech();
    runner = countedRunner();
    defects.length = 0;
  });
  afterEach(async () => {
    await Promise.all(services.splice(0).map((service) => service.stop()));
    runner.before = undefined;
  });

  function service(change: Partial<JobServiceOptions> = {}): JobService {
    const made = createJobService({
      database: database(),
      works: { minutes: steppedWork },
      speech,
      relayOf: () => runner,
      retention: defaultRetention,
      concurrency: { chat: 3, long: 3 },
      mostOfPerson: 50,
      timers: quick,
      delayOf: () => 0.05,
      onDefect: (error) => defects.push(error),
      ...change,
    });
    services.push(made);
    return made;
  }

  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 100_000; waited += 20) {
      if (await holds()) return;
      await new Promise((go) => setTimeout(go, 20));
    }
    throw new Error(`never: ${holds.toString()}`);
  }
  const rowOf = async (id: string) =>
    (await database().query<Record<string, unknown>>("select * from jobs where id = $1", [id]))[0];
  const inState = (id: string, state: string) => until(async () => (await rowOf(id))?.["state"] === state);
  /** Blocks the answer to a source until it is let go. */
  function gate(source: RegExp) {
    let open: () => void = () => undefined;
    let reached: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const arrived = new Promise<void>((resolve) => (reached = resolve));
    runner.before = async (asked, signal) => {
      if (!source.test(asked)) return;
      reached();
      await Promise.race([opened, new Promise<void>((go) => signal?.addEventListener("abort", () => go()))]);
    };
    return { open: () => open(), arrived };
  }

  test("an activity that is delivered fifty times at once, to two nodes, makes one job, which runs once", async () => {
    const nodes = [service(), service()];
    const { activity, job } = newJob();
    const accepted = await Promise.all(
      Array.from({ length: 50 }, (_, index) => nodes[index % 2]!.accept(activity, job)),
    );
    const made = accepted.filter((one) => one !== undefined);
    expect(made).toHaveLength(1);
    for (const node of nodes) node.start();
    await inState(made[0]!.id, "finished");
    expect(runner.asked).toHaveLength(3);
    expect(await nodes[1]!.accept(activity, job)).toBeUndefined();
    const [accept, notice, ...others] = speech.posts();
    expect(others).toEqual([]);
    expect(accept!.text).toContain("「定例会議」の議事録を受け付けました");
    expect(notice!.text).toBe("お知らせ");
    expect(speech.updatesOf(accept!.activity).at(-1)!.text).toBe("できました：3");
    expect(await database().query("select record from job_records")).toEqual([
      { record: { answers: [1, 2, 3].map((index) => `答え：${made[0]!.id} ${index}`) } },
    ]);
    expect(await database().query("select 1 from job_steps")).toEqual([]);
    expect(await database().query("select 1 from pgboss.job")).toEqual([]);
  });

  test("nothing of an activity is kept when its job could not be put into the queue", async () => {
    const node = service();
    const { activity, job } = newJob();
    await database().query("alter table pgboss.queue rename to queue_away");
    try {
      await expect(node.accept(activity, job)).rejects.toMatchObject({ code: "42P01" });
    } finally {
      await database().query("alter table pgboss.queue_away rename to queue");
    }
    expect(await database().query("select 1 from job_inbox union all select 1 from jobs")).toEqual([]);
    expect(node.health().database).not.toBe("ok");
    expect(await node.accept(activity, job)).toBeDefined();
    expect(node.health().database).toBe("ok");
  });

  test("a job of a node that went silent is taken over; its finished steps are not asked again, its activity is kept", async () => {
    const leases = createJobLeases(database(), createJobQueue(database()), 300);
    const { id } = (await service().accept(newJob().activity, newJob().job))!;
    const [lost] = await leases.take("00000000-0000-4000-8000-00000000dead", { chat: 5, long: 5 });
    const notes = createJobNotes(database(), lost!);
    await notes.acceptedActivity("activity-of-the-dead");
    const first = sourceStep(`${id} 1`);
    await eventsOf(
      (await import("../../../teams-bot/src/jobs/checkpointed-runner")).checkpointedRunner(runner, notes),
      first,
    );
    service().start();
    await inState(id, "finished");
    expect(runner.asked).toEqual([1, 2, 3].map((index) => `${id} ${index}`));
    expect(speech.updatesOf("activity-of-the-dead").at(-1)!.text).toBe("できました：3");
    expect(speech.posts().map(({ text }) => text)).toEqual(["お知らせ"]);
    // Whoever lost it may write nothing any more.
    for (const late of [
      () => notes.acceptedActivity("late"),
      () => notes.progress(1, 3),
      () => notes.storeStep("late", {}),
      () => notes.noteEffect("notice"),
      () => notes.end("failed"),
    ])
      await expect(late()).rejects.toThrow(LeaseLostError);
    expect(await rowOf(id)).toMatchObject({ state: "finished", attempt: 2 });
  });

  test("a node that only slept says nothing any more once another one has its job", async () => {
    const gated = gate(/ 2$/);
    // Its timers stand still: it holds nothing, and does not notice.
    const sleeper = service({ timers: { ...quick, leaseMs: 300, holdMs: 1_000_000 } });
    const { id } = (await sleeper.accept(newJob().activity, newJob().job))!;
    sleeper.start();
    await gated.arrived;
    await new Promise((go) => setTimeout(go, 350));
    runner.before = undefined;
    service().start();
    await inState(id, "finished");
    const said = speech.said.length;
    gated.open();
    await until(() => sleeper.health().running === 0);
    expect(speech.said).toHaveLength(said);
    expect(
      speech
        .posts()
        .map(({ text }) => text)
        .filter((text) => text === "お知らせ"),
    ).toHaveLength(1);
    expect(runner.asked.filter((source) => source.endsWith(" 1"))).toHaveLength(1);
  });

  test("a node that stops gives its jobs back at once, and it counts as no try", async () => {
    const gated = gate(/ 2$/);
    const first = service({ timers: { ...quick, leaseMs: 60_000 } });
    const { id } = (await first.accept(newJob().activity, newJob().job))!;
    first.start();
    await gated.arrived;
    await first.stop();
    expect(await rowOf(id)).toMatchObject({ state: "waiting", node: null, tries: 0 });
    runner.before = undefined;
    service().start();
    await inState(id, "finished");
    expect(runner.asked.map((source) => source.slice(-1))).toEqual(["1", "2", "2", "3"]);
  });

  test("what may succeed later is tried later, on whatever node; a step further makes patience new", async () => {
    let failures = 0;
    runner.before = (source) => {
      failures += 1;
      if (failures % 3 !== 0)
        return Promise.reject(
          new GenaiError(failures % 2 === 0 ? "rate-limited" : "connection-failed", "away", { retryable: true }),
        );
      return Promise.resolve(void source);
    };
    const { activity, job } = newJob({ input: { steps: 6 } });
    const { id } = (await service().accept(activity, job))!;
    for (const node of services) node.start();
    await inState(id, "finished");
    expect(runner.finished).toHaveLength(6);
    expect(speech.posts()).toHaveLength(2);
  });

  test("a database that fails in the middle of a step fails no job: it goes on when the database is back", async () => {
    const node = service();
    const broken = new Promise<void>((reached) => {
      runner.before = async (source) => {
        if (!source.endsWith(" 2")) return;
        runner.before = undefined;
        await database().query("alter table job_steps rename to job_steps_away");
        reached();
      };
    });
    const { id } = (await node.accept(newJob().activity, newJob().job))!;
    node.start();
    await broken;
    await until(() => node.health().running === 0);
    await database().query("alter table job_steps_away rename to job_steps");
    await inState(id, "finished");
    expect(runner.asked.map((source) => source.slice(-1))).toEqual(["1", "2", "2", "3"]);
    expect(speech.posts()).toHaveLength(2);
  });

  test("what cannot succeed ends with words that say what happened, once, on the activity; also when it is tried too often", async () => {
    runner.before = (source) =>
      Promise.reject(new GenaiError(source.includes("-") ? "unavailable" : "internal", "away", { retryable: true }));
    const node = service({ delayOf: () => 0.01 });
    const { id } = (await node.accept(newJob().activity, newJob().job))!;
    node.start();
    await inState(id, "failed");
    expect(runner.asked).toHaveLength(10);
    const [post, ...others] = speech.posts();
    // Who has waited is called back, once: for a message that is replaced nobody is.
    expect(others.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^「定例会議」の議事録を作成できませんでした。理由は/),
    ]);
    const told = speech.updatesOf(post!.activity).at(-1)!.text;
    expect(told).toContain("「定例会議」の議事録を作成できませんでした");
    expect(told).toContain("サービスがいま止まっています");
    expect(told).toContain("unavailable");
    expect(await rowOf(id)).toMatchObject({ error_code: "unavailable" });
  });

  test("a job that brings its node down again and again is given up", async () => {
    const leases = createJobLeases(database(), createJobQueue(database()), 1);
    const { id } = (await service().accept(newJob().activity, newJob().job))!;
    for (let crash = 0; crash < 10; crash += 1) {
      await until(
        async () => (await leases.take("00000000-0000-4000-8000-00000000dead", { chat: 5, long: 5 })).length === 1,
      );
      await until(async () => (await leases.reclaim()) === 1);
    }
    service().start();
    await inState(id, "failed");
    expect(runner.asked).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ error_code: "internal" });
  });

  test("that a job failed is told until it could be told, by whoever has it then", async () => {
    const away = () => new GenaiError("unavailable", "the connector is away", { retryable: true });
    runner.before = () => Promise.reject(new GenaiError("confidentiality-blocked", "marked"));
    // Accepted; then twice nobody can be told.
    speech.failures = [undefined, away(), away()];
    const node = service();
    const { id } = (await node.accept(newJob().activity, newJob().job))!;
    node.start();
    await inState(id, "failed");
    expect(await rowOf(id)).toMatchObject({ attempt: 3 });
    expect(runner.asked).toHaveLength(1);
    expect(speech.said.map(({ kind }) => kind)).toEqual(["post", "update", "post"]);
    expect(speech.said[1]!.text).toContain("confidentiality-blocked");
    expect(speech.said[2]!.text).toContain("理由は");
  });

  test("a job ends although nobody can be told: the bot was taken out of the conversation", async () => {
    speech.failures = Array.from({ length: 20 }, () => new GenaiError("forbidden", "not in the conversation"));
    const node = service();
    const { id } = (await node.accept(newJob().activity, newJob().job))!;
    node.start();
    await inState(id, "failed");
    expect(await rowOf(id)).toMatchObject({ error_code: "forbidden", attempt: 1 });
  });

  test("an activity that is gone is answered by a new one", async () => {
    speech.failures = [undefined, new GenaiError("not-found", "deleted by the person")];
    const node = service({ pace: { storeMs: 1_000_000, postMs: 1_000_000 } });
    const { id } = (await node.accept(newJob().activity, newJob().job))!;
    node.start();
    await inState(id, "finished");
    expect(speech.posts().map(({ text }) => text)).toEqual([
      expect.stringContaining("受け付け"),
      "できました：3",
      "お知らせ",
    ]);
  });

  test("a crash after the connector took the accepted message: it is said again, and the answer is on the second one", async () => {
    const leases = createJobLeases(database(), createJobQueue(database()), 200);
    const { id } = (await service().accept(newJob().activity, newJob().job))!;
    await leases.take("00000000-0000-4000-8000-00000000dead", { chat: 5, long: 5 });
    const orphan = await speech.post(newJob().job.conversation, { text: "受け付けました", generated: false });
    service().start();
    await inState(id, "finished");
    const [, accepted, notice, ...others] = speech.posts();
    expect(others).toEqual([]);
    expect(speech.updatesOf(orphan)).toEqual([]);
    expect(speech.updatesOf(accepted!.activity).map(({ text }) => text)).toEqual(["できました：3"]);
    expect(notice!.text).toBe("お知らせ");
  });

  test("a job that waits or runs ends when the person says so, on this node and on another", async () => {
    const gated = gate(/ 2$/);
    const node = service({ timers: { ...quick, holdMs: 50 } });
    const here = (await node.accept(newJob().activity, newJob().job))!;
    const there = (await node.accept(newJob().activity, newJob().job))!;
    const waiting = (await node.accept(newJob().activity, newJob({ kind: "minutes" }).job))!;
    await database().query("update pgboss.job set start_after = now() + interval '1 hour' where id = $1", [waiting.id]);
    node.start();
    await gated.arrived;
    await until(() => runner.asked.filter((source) => source.endsWith(" 2")).length === 2);
    await node.cancel(here.id);
    await inState(here.id, "cancelled");
    const owner = { person: "object-hanako", tenant: "tenant-1" };
    expect(await cancelJobOfPerson(database(), owner, there.id)).toBe(true);
    expect(await cancelJobOfPerson(database(), owner, waiting.id)).toBe(true);
    await inState(there.id, "cancelled");
    await inState(waiting.id, "cancelled");
    expect(speech.said.map(({ text }) => text).filter((text) => text.includes("中止しました"))).toHaveLength(2);
    expect(speech.posts()).toHaveLength(2);
    expect(await database().query("select 1 from job_steps")).toEqual([]);
    await node.cancel(here.id);
    expect(await rowOf(here.id)).toMatchObject({ state: "cancelled" });
  });

  test("a running job that the person removes leaves nothing behind", async () => {
    const gated = gate(/ 2$/);
    const node = service();
    const { activity, job } = newJob({ material: new Uint8Array([1, 2, 3]) });
    const { id } = (await node.accept(activity, job))!;
    node.start();
    await gated.arrived;
    expect(await removeJobOfPerson(database(), { person: "object-hanako", tenant: "tenant-1" }, id)).toBe(true);
    await until(async () => (await rowOf(id)) === undefined);
    expect(
      await database().query(
        "select 1 from job_material union all select 1 from job_steps union all select 1 from job_effects",
      ),
    ).toEqual([]);
  });

  test("a person has so many jobs at once; one more is refused in words, and others go before their many", async () => {
    const gated = gate(/./);
    const node = service({ concurrency: { chat: 1, long: 1 }, mostOfPerson: 3 });
    const mine: string[] = [];
    for (let index = 0; index < 4; index += 1) mine.push((await node.accept(newJob().activity, newJob().job))!.id);
    const theirs = newJob({ objectId: "object-taro" });
    const other = (await node.accept(theirs.activity, theirs.job))!.id;
    node.start();
    await gated.arrived;
    runner.before = undefined;
    gated.open();
    await inState(mine[3]!, "failed");
    expect(await rowOf(mine[3]!)).toMatchObject({ error_code: "rate-limited" });
    expect(speech.said.map(({ text }) => text).filter((text) => text.includes("同時に作成できる件数"))).toHaveLength(1);
    for (const id of [...mine.slice(0, 3), other]) await inState(id, "finished");
    const order = runner.asked.filter((source) => source.endsWith(" 1")).map((source) => source.split(" ")[0]);
    expect(order).toEqual([mine[0], other, mine[1], mine[2]]);
  });

  test("somebody who asks in a chat does not wait for minutes, nor for the many minutes of their own", async () => {
    const gated = gate(/./);
    const done = { announces: false, perform: (job: RunningJob) => job.finish(undefined) };
    const node = service({
      works: { minutes: steppedWork, ask: done, delivery: done },
      concurrency: { chat: 1, long: 1 },
      mostOfPerson: 2,
    });
    const long: string[] = [];
    for (let index = 0; index < 2; index += 1) long.push((await node.accept(newJob().activity, newJob().job))!.id);
    node.start();
    await gated.arrived;
    for (const kind of ["ask", "delivery"] as const) {
      const { activity, job } = newJob({ kind });
      await inState((await node.accept(activity, job))!.id, "finished");
    }
    expect(await Promise.all(long.map(async (id) => (await rowOf(id))!["state"]))).toEqual(["running", "waiting"]);
    runner.before = undefined;
    gated.open();
    for (const id of long) await inState(id, "finished");
  });

  test("what waits in the queue of long jobs from the time when there was only one is taken all the same", async () => {
    const done = { announces: false, perform: (job: RunningJob) => job.finish(undefined) };
    const node = service({ works: { ask: done } });
    const { activity, job } = newJob({ kind: "ask" });
    const { id } = (await node.accept(activity, job))!;
    await database().transaction(async (transaction) => {
      expect(await createJobQueue(database()).take(transaction, "chat", 5)).toEqual([id]);
      await createJobQueue(database()).put(transaction, "long", id);
    });
    node.start();
    await inState(id, "finished");
  });

  test("progress is written and posted no faster than its pace, and never behind the answer", async () => {
    const node = service({ pace: { storeMs: 10, postMs: 60 } });
    runner.before = () => new Promise((go) => setTimeout(go, 10));
    const { activity, job } = newJob({ input: { steps: 20 } });
    const { id } = (await node.accept(activity, job))!;
    const started = performance.now();
    node.start();
    await inState(id, "finished");
    const ms = performance.now() - started;
    await new Promise((go) => setTimeout(go, 100));
    const updates = speech.said.filter(({ kind }) => kind === "update").map(({ text }) => text);
    expect(updates.at(-1)).toBe("できました：20");
    expect(updates.length).toBeGreaterThan(1);
    expect(updates.length).toBeLessThan(2 + ms / 60);
    expect(updates[0]).toMatch(/作成しています（\d+\/20）/);
    expect(await rowOf(id)).toMatchObject({ steps_done: expect.any(Number) as number });
  });

  test("what a job remembers is made once, and texts that a database refuses are stored all the same", async () => {
    let made = 0;
    const seen: unknown[] = [];
    const asked: unknown[] = [];
    const works: JobWorks = {
      minutes: {
        announces: false,
        async perform(job: RunningJob) {
          asked.push(job.input);
          seen.push(
            await job.remember("choice", () => Promise.resolve({ choice: (made += 1), text: "a\u0000b\uD800" })),
          );
          if (seen.length === 1) throw new GenaiError("unavailable", "away", { retryable: true });
          await job.answer({ text: "回答", generated: true });
          await job.answer({ text: "回答", generated: true });
          await job.finish({ text: "\u0000終\uDC00" });
        },
      },
    };
    const node = service({ works });
    const { activity, job } = newJob({ title: "表題\u0000\uD800", input: { text: "\u0000" } });
    const { id } = (await node.accept(activity, job))!;
    node.start();
    await inState(id, "finished");
    expect(made).toBe(1);
    expect(seen[1]).toEqual({ choice: 1, text: "ab\uFFFD" });
    expect(asked[1]).toEqual({ text: "" });
    expect(await rowOf(id)).toMatchObject({ title: "表題\uFFFD" });
    expect(await database().query("select record from job_records")).toEqual([{ record: { text: "終\uFFFD" } }]);
    expect(speech.said.map(({ kind }) => kind)).toEqual(["post", "update"]);
  });

  test("a turn of a conversation goes with its age, the later ones stay, and an answer on its way is not taken for forgotten", async () => {
    const memory = { conversation: "a:aging", tenant: "tenant-1" };
    const now = new Date();
    const at = (secondsAgo: number): string => new Date(now.getTime() - secondsAgo * 1_000).toISOString();
    const turns = [{ question: "古い話", at: at(90) }, { question: "前の話", at: at(30) }, "時刻のない話"];
    await writeMemory(database(), memory, turns, 0);
    const keep = { materialMs: 60_000, recordMs: 60_000, inboxMs: 60_000, memoryMs: 60_000 };
    expect(await removeOld(database(), keep, now)).toMatchObject({ memory: 1 });
    expect(await readMemory(database(), memory.conversation)).toEqual({ entries: turns.slice(1), version: 1 });
    expect(await removeOld(database(), keep, now)).toMatchObject({ memory: 0 });
  });

  test("each kind of data is kept as long as it is set, counted by the clock that is given, by one node at a time", async () => {
    const node = service();
    const { activity, job } = newJob({ material: new Uint8Array([1]) });
    const { id } = (await node.accept(activity, job))!;
    const memory = { conversation: "a:memory", tenant: "tenant-1" };
    await database().query("delete from conversation_memory");
    await writeMemory(database(), memory, ["前の話"], 0);
    const keep = { materialMs: 1_000, recordMs: 5_000, inboxMs: 2_000, memoryMs: 3_000 };
    const later = (ms: number) => new Date(Date.now() + ms);
    // Nothing of a job goes while it waits, however long that takes.
    expect(await removeOld(database(), keep, later(1_000_000))).toEqual({
      material: 0,
      records: 0,
      inbox: 1,
      memory: 1,
    });
    await writeMemory(database(), memory, ["前の話"], 0);
    await database().query("insert into job_inbox (conversation, activity) values ('c', 'a')");
    node.start();
    await inState(id, "finished");
    // As of a question that may be followed by another one about its file.
    await database().query("insert into job_material (job, bytes) values ($1, $2)", [id, new Uint8Array([1])]);
    const count = async (table: string) => (await database().query(`select 1 from ${table}`)).length;
    const counts = async () =>
      Promise.all(["job_material", "jobs", "job_records", "job_inbox", "conversation_memory"].map(count));
    await removeOld(database(), keep, new Date(Date.now() - 10_000));
    expect(await counts()).toEqual([1, 1, 1, 1, 1]);
    await removeOld(database(), keep, later(1_500));
    expect(await counts()).toEqual([0, 1, 1, 1, 1]);
    await removeOld(database(), keep, later(2_500));
    expect(await counts()).toEqual([0, 1, 1, 0, 1]);
    await removeOld(database(), keep, later(3_500));
    expect(await counts()).toEqual([0, 1, 1, 0, 0]);
    await removeOld(database(), keep, later(6_000));
    expect(await counts()).toEqual([0, 0, 0, 0, 0]);
  });

  test("what was asked goes with the end of a job; what a dialog fetched goes as soon as the text it was made of", async () => {
    const done = { announces: false, perform: (job: RunningJob) => job.finish({ text: "訳文" }) };
    const node = service({ works: { minutes: steppedWork, ask: done, summarize: done, "message-action": done } });
    const accept = async (change: Parameters<typeof newJob>[0]) => {
      const { activity, job } = newJob(change);
      return (await node.accept(activity, job))!.id;
    };
    const material = new Uint8Array([1]);
    const ids = [
      await accept({ kind: "ask", input: { question: "だれが異動しますか。" }, title: "異動案.docx", material }),
      await accept({ kind: "summarize", input: { task: "summarize" }, title: "異動案.docx", material }),
    ];
    const written = await accept({ title: "定例会議", material });
    const dialog = await accept({ kind: "message-action", input: { request: "r-1", author: "見本 一郎" }, material });
    node.start();
    for (const id of [...ids, written, dialog]) await inState(id, "finished");
    for (const id of ids) expect(await rowOf(id)).toMatchObject({ input: {}, title: "" });
    expect(await rowOf(written)).toMatchObject({ input: {}, title: "定例会議" });
    expect((await rowOf(dialog))!["input"]).toEqual({ request: "r-1" });
    expect(await database().query("select job from job_material")).toEqual([]);
    const keep = { materialMs: 1_000, recordMs: 60_000, inboxMs: 60_000, memoryMs: 60_000 };
    await removeOld(database(), keep, new Date(Date.now() + 5_000));
    expect(await rowOf(ids[0]!)).toBeDefined();
    expect(await rowOf(dialog)).toBeUndefined();
  });

  test("a file stays for the next question as long as the conversation remembers it, and goes with what is forgotten", async () => {
    const { activity, job } = newJob({ kind: "ask", title: "異動案.docx", material: new Uint8Array([1]) });
    const conversation = { conversation: "msteams tenant-1 a:conversation-1", tenant: "tenant-1" };
    const isKept = async (id: string) =>
      (await database().query("select 1 from job_material where job = $1", [id])).length > 0;
    let forgotten = false;
    const remembering: JobWork = {
      announces: false,
      async perform({ id, finish }: RunningJob) {
        const { version } = await readMemory(database(), conversation.conversation);
        await writeMemory(database(), conversation, [{ file: { name: "異動案.docx", job: id } }], version);
        // The person says so while the answer is on its way.
        if (forgotten) await forgetTurns(database(), job.conversation);
        await finish(undefined);
      },
    };
    const node = service({ works: { ask: remembering } });
    node.start();
    const first = (await node.accept(activity, job))!.id;
    await inState(first, "finished");
    expect(await isKept(first)).toBe(true);
    const elsewhere = { ...job.conversation, id: "a:conversation-2" };
    expect(await forgetTurns(database(), elsewhere)).toBe(0);
    expect(await forgetTurns(database(), { ...job.conversation, tenant: "tenant-2" })).toBe(0);
    expect(await isKept(first)).toBe(true);
    expect(await forgetTurns(database(), job.conversation)).toBe(1);
    expect(await isKept(first)).toBe(false);
    forgotten = true;
    const second = (await node.accept(newJob().activity, job))!.id;
    await inState(second, "finished");
    expect(await isKept(second)).toBe(false);
  });

  test("a transcript goes with its minutes; only while its person is asked about a marking it waits for the answer", async () => {
    const code = (job: RunningJob) => (job.input as { code: GenaiErrorCode }).code;
    const refused = { announces: false, perform: (job: RunningJob) => Promise.reject(new GenaiError(code(job), "no")) };
    const node = service({ works: { minutes: refused } });
    node.start();
    const input = (error: GenaiErrorCode) => ({ code: error, file: "会議.vtt" });
    const kept: unknown[] = [];
    for (const error of ["confidentiality-blocked", "confidentiality-unconfirmed"] as const) {
      const { activity, job } = newJob({ input: input(error), material: new Uint8Array([1]) });
      const { id } = (await node.accept(activity, job))!;
      await inState(id, "failed");
      const files = await database().query("select 1 from job_material where job = $1", [id]);
      kept.push([files.length, (await rowOf(id))!["input"]]);
    }
    expect(kept).toEqual([
      [0, {}],
      [1, input("confidentiality-unconfirmed")],
    ]);
    const keep = { ...defaultRetention, materialMs: 1_000 };
    await removeOld(database(), keep, new Date(Date.now() + 5_000));
    expect(await database().query("select 1 from job_material")).toEqual([]);
  });

  test("the sweep runs by itself, by its own clock", async () => {
    let ahead = 0;
    const node = service({ sweepMs: 20, now: () => new Date(Date.now() + ahead) });
    const { id } = (await node.accept(newJob().activity, newJob().job))!;
    node.start();
    await inState(id, "finished");
    expect(await rowOf(id)).toBeDefined();
    ahead = defaultRetention.recordMs + 60_000;
    await until(async () => (await rowOf(id)) === undefined);
    expect(defects).toEqual([]);
  });
}
