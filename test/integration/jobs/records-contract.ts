import { randomUUID } from "node:crypto";
import PgBoss from "pg-boss";
import type { Database } from "@genai-office/shared/database";
import {
  cancelJobOfPerson,
  forgetMemory,
  jobOfPerson,
  jobsOfPerson,
  readMemory,
  removeJobOfPerson,
  writeMemory,
  type JobState,
} from "@genai-office/shared/jobs";

const hanako = { person: "6F1C0C1D-0000-4000-8000-000000000001", tenant: "tenant-1" };

interface Change {
  person?: string;
  tenant?: string;
  kind?: string;
  state?: JobState;
  record?: object;
}

/** What holds for the records that the relay reads, over both kinds of database. */
export function describeRecords(database: () => Database): void {
  beforeEach(() => database().query("delete from jobs"));

  async function insert({ person, tenant, kind, state = "finished", record }: Change = {}): Promise<string> {
    const id = randomUUID();
    const over = state !== "waiting" && state !== "running";
    await database().query(
      `insert into jobs (id, kind, state, person, tenant, title, conversation, input, lease_until, finished_at, steps_done, steps_planned)
       values ($1, $2, $3, $4, $5, '定例会議.vtt', '{}', '{}', case when $6 then now() end, case when $7 then now() end, 3, 4)`,
      [id, kind ?? "minutes", state, person ?? hanako.person, tenant ?? hanako.tenant, state === "running", over],
    );
    if (record !== undefined)
      await database().query("insert into job_records (job, record) values ($1, $2::jsonb)", [
        id,
        JSON.stringify(record),
      ]);
    return id;
  }

  test("a person sees their own jobs, with the record, however their id is spelled, and nobody else's", async () => {
    const mine = await insert({ record: { title: "定例会議" } });
    const others = [await insert({ person: "somebody" }), await insert({ tenant: "tenant-2" })];
    await insert({ kind: "ask" });
    const listed = await jobsOfPerson(database(), { ...hanako, person: hanako.person.toLowerCase() });
    expect(listed).toEqual([
      expect.objectContaining({
        id: mine,
        kind: "minutes",
        state: "finished",
        title: "定例会議.vtt",
        steps: { done: 3, planned: 4 },
        errorCode: undefined,
      }),
    ]);
    const { createdAt, finishedAt } = listed[0]!;
    expect(createdAt.getTime()).toBeLessThanOrEqual(Number(finishedAt));
    expect(await jobOfPerson(database(), hanako, mine)).toMatchObject({ record: { title: "定例会議" } });
    expect((await jobsOfPerson(database(), hanako, ["ask", "minutes"])).length).toBe(2);
    for (const id of [...others, randomUUID(), "no uuid' or true --", ""]) {
      expect(await jobOfPerson(database(), hanako, id)).toBeUndefined();
      expect(await cancelJobOfPerson(database(), hanako, id)).toBe(false);
      expect(await removeJobOfPerson(database(), hanako, id)).toBe(false);
    }
    expect(await database().query("select 1 from jobs")).toHaveLength(4);
  });

  test("a job that is over goes away with all that is kept of it; one that is worked on is hidden and told to end", async () => {
    const over = await insert({ record: {} });
    await database().query("insert into job_material (job, bytes) values ($1, $2)", [over, new Uint8Array([1])]);
    const running = await insert({ state: "running" });
    expect(await removeJobOfPerson(database(), hanako, over)).toBe(true);
    expect(await removeJobOfPerson(database(), hanako, running)).toBe(true);
    expect(await jobsOfPerson(database(), hanako)).toEqual([]);
    expect(await jobOfPerson(database(), hanako, running)).toBeUndefined();
    expect(await database().query("select id, cancel_requested from jobs")).toEqual([
      { id: running, cancel_requested: true },
    ]);
    expect(await database().query("select 1 from job_material union all select 1 from job_records")).toEqual([]);
  });

  test("only what is not over can be cancelled", async () => {
    const [waiting, over] = [await insert({ state: "waiting" }), await insert()];
    expect(await cancelJobOfPerson(database(), hanako, waiting)).toBe(true);
    expect(await cancelJobOfPerson(database(), hanako, over)).toBe(false);
  });

  test("a memory is written only by who has read what stands there, and is forgotten at once", async () => {
    const where = { conversation: "a:1", tenant: "tenant-1" };
    expect(await readMemory(database(), "a:1")).toEqual({ entries: [], version: 0 });
    const first = await Promise.all(["甲", "乙"].map((entry) => writeMemory(database(), where, [entry], 0)));
    expect(first.filter((written) => written)).toHaveLength(1);
    const { version } = await readMemory(database(), "a:1");
    const second = await Promise.all([1, 2, 3].map((entry) => writeMemory(database(), where, [{ entry }], version)));
    expect(second.filter((written) => written)).toHaveLength(1);
    expect(await writeMemory(database(), { ...where, tenant: "tenant-2" }, [], version + 1)).toBe(false);
    expect(await readMemory(database(), "a:1")).toMatchObject({ entries: [{ entry: expect.any(Number) as number }] });
    const before = (await readMemory(database(), "a:1")).version;
    await forgetMemory(database(), where);
    const { entries, version: after } = await readMemory(database(), "a:1");
    expect(entries).toEqual([]);
    // Who read before sees that it was forgotten, also where nothing was remembered.
    expect(after).toBeGreaterThan(before);
    await forgetMemory(database(), { ...where, conversation: "a:2" });
    expect((await readMemory(database(), "a:2")).version).toBeGreaterThan(0);
  });

  test("the queue's tables are those that its package would make", async () => {
    const shape = (schema: string) =>
      database().query(
        `select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as filled,
           replace(pg_get_expr(d.adbin, d.adrelid), $1, 'pgboss') as otherwise
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
           join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
         where n.nspname = $1 and c.relkind in ('r', 'p') and c.relname not like 'j%\\_%' and length(c.relname) < 40
         order by 1, 2`,
        [schema],
      );
    const functions = (schema: string) =>
      database().query(
        `select p.proname as name, regexp_replace(replace(prosrc, $1, 'pgboss'), '\\s+', ' ', 'g') as source
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = $1 order by 1`,
        [schema],
      );
    const plans = PgBoss.getConstructionPlans("queue_as_made");
    const inner = plans.slice(plans.indexOf("CREATE SCHEMA"), plans.lastIndexOf("COMMIT;"));
    await database().transaction((transaction) => transaction.script(inner));
    try {
      const typed = (rows: unknown) => JSON.stringify(rows).replaceAll("queue_as_made", "pgboss");
      expect(typed(await shape("pgboss"))).toBe(typed(await shape("queue_as_made")));
      expect(await functions("pgboss")).toEqual(await functions("queue_as_made"));
      expect(await database().query("select version from pgboss.version")).toEqual(
        await database().query("select version from queue_as_made.version"),
      );
    } finally {
      await database().query("drop schema queue_as_made cascade");
    }
  });
}
