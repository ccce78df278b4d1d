import { GenaiError } from "@genai-office/shared/vocabulary";
import type { Job } from "../../../../relay/src/ai-app-server/jobs/job";
import { JobDesk } from "../../../../relay/src/ai-app-server/jobs/job-desk";
import { isJobIdOf, newJobId, ownerDigest, personDigest } from "../../../../relay/src/ai-app-server/jobs/job-id";
import { createMemoryJobStore } from "../../../../relay/src/ai-app-server/jobs/memory-job-store";
import { createOpenStreams } from "../../../../relay/src/streams/open-streams";

const limits = { retentionMs: 1_000, maximumJobs: 3, maximumBytes: 1_000, jobsPerPerson: 2, keptPerPerson: 100 };
const job = (id: string, owner = "a", person = owner): Job => ({
  id,
  owner,
  person,
  requestId: "r",
  status: "PENDING",
  createdAt: 0,
  updatedAt: 0,
});

describe("the store in memory", () => {
  test("gives a job to its owner only, keeps an outcome for the time, never changes what has ended", async () => {
    let now = 0;
    const store = createMemoryJobStore(limits, () => now);
    await store.add(job("1"), 10);
    expect(await store.find("1", "b")).toBeUndefined();
    now = 50_000;
    expect(await store.find("1", "a")).toMatchObject({ status: "PENDING" });
    await store.change("1", { status: "COMPLETED", outputs: "終" });
    await store.change("1", { status: "ERROR", error: "interrupted" });
    expect(await store.find("1", "a")).toMatchObject({ status: "COMPLETED", outputs: "終", updatedAt: 50_000 });
    now += 999;
    expect(await store.find("1", "a")).toBeDefined();
    now += 1;
    expect(await store.find("1", "a")).toBeUndefined();
  });

  test("a full store lets ended jobs go, delivered ones first, then the oldest; it refuses when all are open", async () => {
    const store = createMemoryJobStore(limits);
    for (const id of ["1", "2", "3"]) await store.add(job(id, id), 10);
    await expect(store.add(job("4"), 10)).rejects.toMatchObject({ code: "unavailable", retryAfterMs: 60_000 });
    for (const id of ["1", "2"]) {
      await store.delivered(id);
      await store.change(id, { status: "COMPLETED", outputs: "x" });
    }
    // The first was looked at before it had ended: its outcome was not delivered.
    await store.delivered("2");
    await store.add(job("4"), 10);
    expect(await store.find("2", "2")).toBeUndefined();
    expect(await store.find("1", "1")).toBeDefined();
    await store.add(job("5", "5"), 10);
    expect(await store.find("1", "1")).toBeUndefined();
    await expect(store.add(job("6", "6"), 10)).rejects.toMatchObject({ code: "unavailable" });
    expect(await store.find("3", "3")).toBeDefined();
  });

  test("a person keeps so many jobs; what is too much is their own oldest outcome, never another's", async () => {
    const store = createMemoryJobStore({ ...limits, maximumJobs: 5, keptPerPerson: 2 });
    const finished = async (id: string, owner: string, person: string): Promise<void> => {
      await store.add(job(id, owner, person), 10);
      await store.change(id, { status: "COMPLETED", outputs: id });
    };
    await finished("other", "translate of b", "b");
    for (let count = 0; count < 1_000; count++) await finished(`${count}`, `app ${count % 3} of a`, "a");
    expect(await store.find("other", "translate of b")).toBeDefined();
    expect(await store.find("999", "app 0 of a")).toBeDefined();
    expect(await store.find("998", "app 2 of a")).toBeDefined();
    expect(await store.find("997", "app 1 of a")).toBeUndefined();
    await store.add(job("new", "summarize of b", "b"), 10);
  });

  test("counts bytes: inputs while a job is open, then its outcome", async () => {
    const store = createMemoryJobStore(limits);
    await store.add(job("1"), 900);
    await expect(store.add(job("2", "b"), 200)).rejects.toMatchObject({ code: "unavailable" });
    await store.change("1", { status: "COMPLETED", outputs: "あ".repeat(50) });
    await store.add(job("2", "b"), 900);
    await store.add(job("3", "c"), 1);
    expect(await store.find("1", "a")).toBeUndefined();
    await expect(store.add(job("4", "d"), 100)).rejects.toMatchObject({ code: "unavailable" });
    await store.remove("2");
    await store.add(job("4", "d"), 900);
  });

  test("a person's open jobs are counted, not the ended ones", async () => {
    const store = createMemoryJobStore(limits);
    await store.add(job("1"), 1);
    await store.add(job("2"), 1);
    await expect(store.add(job("3"), 1)).rejects.toMatchObject({ code: "rate-limited" });
    await store.change("1", { status: "ERROR" });
    await store.add(job("3"), 1);
  });

  test("a person's open jobs are counted over all apps", async () => {
    const store = createMemoryJobStore({ ...limits, maximumJobs: 10 });
    await store.add(job("1", "summarize of a", "a"), 1);
    await store.add(job("2", "translate of a", "a"), 1);
    await expect(store.add(job("3", "reply of a", "a"), 1)).rejects.toMatchObject({ code: "rate-limited" });
    await store.add(job("4", "reply of b", "b"), 1);
  });
});

describe("ids", () => {
  const owner = { app: "summarize", user: "u" };
  const key = "k".repeat(32);
  const next = "x".repeat(32);
  test("are known again by their owner's person and app and any of the app's keys, and by nobody else's", () => {
    const id = newJobId(owner, key);
    expect(id).toMatch(/^[A-Za-z0-9_-]{48}$/);
    expect(newJobId(owner, key)).not.toBe(id);
    expect(isJobIdOf(id, owner, [key])).toBe(true);
    expect(isJobIdOf(id, owner, [next, key])).toBe(true);
    expect(isJobIdOf(id, owner, [next])).toBe(false);
    expect(isJobIdOf(id, owner, [])).toBe(false);
    for (const change of [{ app: "reply" }, { user: "v" }])
      expect(isJobIdOf(id, { ...owner, ...change }, [key])).toBe(false);
    for (const wrong of ["", id.slice(1), `${id}A`, id.replace(/^./, (first) => (first === "A" ? "B" : "A"))])
      expect(isJobIdOf(wrong, owner, [key])).toBe(false);
    expect(ownerDigest({ app: "a", user: "c" })).not.toBe(ownerDigest({ app: 'a","c', user: "" }));
    expect(personDigest({ app: "a", user: "c" })).toBe(personDigest({ app: "b", user: "c" }));
    expect(personDigest({ app: "a", user: "c" })).not.toBe(personDigest({ app: "a", user: "d" }));
  });
});

describe("the desk", () => {
  const wide = { ...limits, maximumJobs: 100, jobsPerPerson: 100, maximumBytes: 10_000 };
  const asked = (id: string, person = "a") => ({ id, owner: person, person, requestId: "r" });
  const untilAborted = (signal: AbortSignal): Promise<string> =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(new GenaiError("aborted", "gone"))));

  test("runs so many at a time, in their order, and a waiting job can be cancelled", async () => {
    const store = createMemoryJobStore(wide);
    const desk = new JobDesk(store, createOpenStreams(), 2);
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const work = (id: string) => () => {
      begun.push(id);
      return new Promise<string>((resolve) => ends.set(id, () => resolve(id)));
    };
    const handles = [];
    for (const id of ["1", "2", "3", "4"]) handles.push(await desk.submit(asked(id), 1, work(id)));
    await new Promise(setImmediate);
    expect(begun).toEqual(["1", "2"]);
    expect(await store.find("3", "a")).toMatchObject({ status: "PENDING" });
    handles[2]!.cancel();
    expect(await handles[2]!.ended).toMatchObject({ status: "ERROR", error: "aborted" });
    ends.get("1")!();
    expect(await handles[0]!.ended).toMatchObject({ status: "COMPLETED", outputs: "1" });
    await new Promise(setImmediate);
    expect(begun).toEqual(["1", "2", "4"]);
    ends.get("2")!();
    ends.get("4")!();
    await handles[3]!.ended;
    const last = await desk.submit(asked("5"), 1, () => Promise.resolve("5"));
    expect(await last.ended).toMatchObject({ status: "COMPLETED" });
  });

  test("places are given in turns by person, whoever asked more often", async () => {
    const desk = new JobDesk(createMemoryJobStore(wide), createOpenStreams(), 1);
    const begun: string[] = [];
    const work = (id: string) => () => {
      begun.push(id);
      return new Promise<string>((resolve) => setImmediate(() => resolve(id)));
    };
    const handles = [];
    for (const id of ["a1", "a2", "a3", "a4", "b1", "c1", "b2"])
      handles.push(await desk.submit(asked(id, id[0]), 1, work(id)));
    handles[2]!.cancel();
    await Promise.all(handles.map(({ ended }) => ended));
    expect(begun).toEqual(["a1", "a2", "b1", "c1", "a4", "b2"]);
    expect((await (await desk.submit(asked("d1", "d"), 1, work("d1"))).ended).status).toBe("COMPLETED");
  });

  test("a stopping relay ends running and waiting jobs as interrupted", async () => {
    const openStreams = createOpenStreams();
    const store = createMemoryJobStore(wide);
    const desk = new JobDesk(store, openStreams, 1);
    const handles = [];
    for (const id of ["1", "2"]) handles.push(await desk.submit(asked(id), 1, untilAborted));
    await openStreams.drain(10);
    for (const handle of handles) {
      const ended = await handle.ended;
      expect(ended).toMatchObject({ status: "ERROR", error: "interrupted" });
      expect(ended.outputs).toContain("サーバーが止められた");
      expect(await store.find(handle.id, "a")).toMatchObject({ error: "interrupted" });
    }
    expect(openStreams.size).toBe(0);
  });

  test("a fault of ours is internal, without its message", async () => {
    const desk = new JobDesk(createMemoryJobStore(wide), createOpenStreams(), 1);
    const handle = await desk.submit(asked("1"), 1, () => Promise.reject(new Error("秘密の本文")));
    const ended = await handle.ended;
    expect(ended).toMatchObject({ status: "ERROR", error: "internal" });
    expect(JSON.stringify(ended)).not.toContain("秘密");
  });
});
