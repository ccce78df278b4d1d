import { randomUUID } from "node:crypto";
import pino from "pino";
import { createAudit } from "../../../relay/src/audit/audit";
import { createAuditWatch, type AuditState, type AuditWatch } from "../../../relay/src/audit/audit-watch";
import { removeOldEntries } from "../../../relay/src/audit/retention";
import { verifyChain } from "../../../relay/src/audit/verify-chain";
import type { Database } from "@genai-office/shared/database";

/** What holds for the watch over the audit with both kinds of database. The database is that of one test file. */
export function describeWatch(database: () => Database): void {
  const logLines: string[] = [];
  const logger = pino({ level: "trace" }, { write: (line: string) => void logLines.push(line) });
  const said = (words: string): number => logLines.filter((line) => line.includes(words)).length;
  let watch: AuditWatch | undefined;
  let looks = 0;

  function startWatch(): void {
    looks = 0;
    const counted: Database = {
      ...database(),
      async query(sql, values) {
        const rows = await database().query(sql, values);
        looks++;
        return rows as never;
      },
    };
    watch = createAuditWatch({ database: counted, logger, everyMs: 5 });
    watch.start();
  }
  async function until(holds: () => boolean): Promise<void> {
    for (let waited = 0; waited < 60_000 && !holds(); waited += 5)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(holds()).toBe(true);
  }
  const untilChain = (chain: AuditState["chain"]): Promise<void> => until(() => watch?.state().chain === chain);
  /** Until what is there now was looked at, from the first question on. */
  async function looked(): Promise<void> {
    const seen = looks;
    await until(() => looks >= seen + 3);
  }

  const entry = (at = new Date().toISOString()): string => JSON.stringify({ v: 1, kind: "admin", at, act: "test" });
  const append = (count: number, at?: string): Promise<unknown> =>
    database().query("select audit_append($1::text[])", [Array.from({ length: count }, () => entry(at))]);
  const script = (sql: string): Promise<void> => database().transaction((transaction) => transaction.script(sql));
  const appendSql = (count: number): string => `select audit_append(array_fill('${entry()}'::text, array[${count}]));`;
  /** As the page of records officers does it. */
  async function verifyOnRecord(): Promise<boolean> {
    const { intact } = await verifyChain(database());
    const audit = createAudit(database(), logger);
    await audit.recordAdminAct("p-officer", "audit-verify", { intact, entries: 1, anchors: 0 });
    await audit.close();
    return intact;
  }
  const tail = (count: number): string => `select sequence from audit_entries order by sequence desc limit ${count}`;

  beforeEach(async () => {
    await database().query("delete from audit_entries");
    await database().query("delete from relay_nodes");
    await database().query(
      "update audit_head set sequence = 0, hash = repeat('0', 64), base_sequence = 0, base_hash = repeat('0', 64)",
    );
    logLines.length = 0;
  });
  afterEach(() => watch?.stop());

  test("entries come and go as they should: nothing is told", async () => {
    startWatch();
    await untilChain("ok");
    for (const count of [1, 30, 2]) {
      await append(count);
      await looked();
    }
    // A retention takes away what was seen as the head, all in one go or a part of it.
    await append(40, "2025-01-01T00:00:00.000Z");
    await looked();
    const soon = new Date(Date.now() + 24 * 3_600_000 + 1_000);
    expect(await removeOldEntries(database(), randomUUID(), 1, soon)).toBe(73);
    await looked();
    await append(5);
    await looked();
    // The entry of the first retention, which is as old as that was, and the others.
    const later = new Date(soon.getTime() + 24 * 3_600_000 + 1_000);
    expect(await removeOldEntries(database(), randomUUID(), 1, later)).toBe(6);
    await append(3);
    await looked();
    expect(watch?.state()).toEqual({ database: "ok", chain: "ok" });
    expect(logLines.filter((line) => line.includes("chain"))).toEqual([]);
  });

  test("an end that is gone is told although steps go on, and is not withdrawn by them", async () => {
    await append(40);
    startWatch();
    await untilChain("ok");
    await script(`delete from audit_entries where sequence in (${tail(20)}); ${appendSql(3)}`);
    await untilChain("cut-off");
    for (let times = 0; times < 3; times++) {
      await append(10);
      await looked();
      expect(watch?.state().chain).toBe("cut-off");
    }
    expect(said("at the end of the audit are gone")).toBe(1);
    expect(said("again")).toBe(0);
  });

  test.each([
    [
      "came after the last look",
      `${appendSql(30)} delete from audit_entries where sequence in (${tail(20)}); ${appendSql(2)}`,
    ],
    [
      "went with the head, which was written over",
      `delete from audit_entries where sequence > 35;
       update audit_head set sequence = 35, hash = (select hash from audit_entries where sequence = 35); ${appendSql(30)}`,
    ],
    [
      "went with the head",
      `delete from audit_entries where sequence > 35;
       update audit_head set sequence = 35, hash = (select hash from audit_entries where sequence = 35)`,
    ],
    ["went alone, and nothing comes after it", `delete from audit_entries where sequence = 40`],
    [
      "went with all others, and with the beginning",
      `delete from audit_entries; update audit_head set base_sequence = sequence, base_hash = hash`,
    ],
  ])("an end is missed that %s", async (_, sql) => {
    await append(40);
    startWatch();
    await untilChain("ok");
    await script(sql);
    await untilChain("cut-off");
    await append(40);
    await looked();
    expect(watch?.state().chain).toBe("cut-off");
  });

  test("a node that starts after it tells it too", async () => {
    await append(40);
    await script(`delete from audit_entries where sequence in (${tail(20)}); ${appendSql(30)}`);
    startWatch();
    await untilChain("cut-off");
  });

  test("it is withdrawn by a verification that passes, on whichever node, and by no other", async () => {
    await append(40);
    startWatch();
    await untilChain("ok");
    await script(
      `create table kept_entries as select sequence, content, previous, hash from audit_entries where sequence > 30;
       delete from audit_entries where sequence > 30; ${appendSql(3)}`,
    );
    await untilChain("cut-off");
    expect(await verifyOnRecord()).toBe(false);
    await looked();
    expect(watch?.state().chain).toBe("cut-off");
    // An entry that says so is not believed.
    await database().query("select audit_append($1::text[])", [
      [JSON.stringify({ v: 1, kind: "admin", act: "audit-verify", details: { intact: true } })],
    ]);
    await until(() => said("although a verification is said to have passed") === 1);
    expect(watch?.state().chain).toBe("cut-off");
    await script(
      `insert into audit_entries (sequence, content, previous, hash) select * from kept_entries; drop table kept_entries`,
    );
    await looked();
    expect(watch?.state().chain).toBe("cut-off");
    expect(await verifyOnRecord()).toBe(true);
    await untilChain("ok");
    expect(said("was found whole")).toBe(1);
    await append(3);
    await looked();
    expect(watch?.state().chain).toBe("ok");
  });

  test("what was cut off together with the head is not withdrawn by a chain that is whole without it", async () => {
    await append(40);
    startWatch();
    await untilChain("ok");
    await script(
      `delete from audit_entries where sequence > 35;
       update audit_head set sequence = 35, hash = (select hash from audit_entries where sequence = 35)`,
    );
    await untilChain("cut-off");
    expect(await verifyOnRecord()).toBe(true);
    await until(() => said("although a verification is said to have passed") === 1);
    expect(watch?.state().chain).toBe("cut-off");
  });

  test("an entry behind the head blocks, and an end that is gone meanwhile shows afterwards", async () => {
    await append(40);
    startWatch();
    await untilChain("ok");
    await script(
      `insert into audit_entries (sequence, content, previous, hash) values (41, '{}', repeat('0', 64), repeat('0', 64))`,
    );
    await untilChain("blocked");
    await script(`delete from audit_entries where sequence = 41`);
    await untilChain("ok");
    expect(said("can be appended to the audit again")).toBe(1);
    await script(
      `insert into audit_entries (sequence, content, previous, hash) values (41, '{}', repeat('0', 64), repeat('0', 64));
       delete from audit_entries where sequence > 38 and sequence < 41`,
    );
    await untilChain("blocked");
    await script(`delete from audit_entries where sequence = 41; ${appendSql(2)}`);
    await untilChain("cut-off");
  });
}
