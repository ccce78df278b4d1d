import { randomUUID } from "node:crypto";
import pino from "pino";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import { createAudit, type Audit, type AuditOptions } from "../../../relay/src/audit/audit";
import { entryHash, verifyChain } from "../../../relay/src/audit/verify-chain";
import { exportAudit, type ExportedEntry } from "../../../relay/src/audit/export-audit";
import { removeOldEntries } from "../../../relay/src/audit/retention";
import { auditedStep, type StepFacts } from "../../../relay/src/audit/step-entries";
import type { Database } from "@genai-office/shared/database";
import { upstreamCard } from "../../../relay/src/config/upstream-card";
import { localCaller } from "../../../relay/src/policy/caller";
import type { RunOutcome } from "../../../relay/src/streams/supervise-run";
import { summarizeStep } from "../relay/relay-under-test";

export const card: ModelCard = {
  ...upstreamCard({ model: "stand-in" }),
  price: { currency: "JPY", inputPerMillionTokens: 100, outputPerMillionTokens: 400 },
} as ModelCard;

/** What a step that nobody has seen before is known by. */
export function factsOf(change: Partial<StepFacts> = {}): StepFacts {
  return {
    requestId: randomUUID(),
    route: "steps",
    caller: { ...localCaller, pseudonym: "p-1", section: "gyomu" },
    step: summarizeStep({ run: randomUUID() }),
    card,
    found: "none",
    confidentiality: "1",
    settingsVersion: "s-1",
    ...change,
  };
}

export const outcome: RunOutcome = {
  terminal: { type: "finished", reason: "stop" },
  clientGone: false,
  firstTextMs: 12.4,
  totalMs: 80,
  inputTokens: 1000,
  outputTokens: 200,
  outputCharacters: 300,
};

export async function contents(database: Database): Promise<Record<string, unknown>[]> {
  const rows = await database.query<{ data: Record<string, unknown> }>(
    "select data from audit_entries order by sequence",
  );
  return rows.map(({ data }) => data);
}

/** What holds for the audit over both kinds of database. The database is that of one test file; each test leaves a chain that is whole. */
export function describeAudit(database: () => Database): void {
  const logLines: Record<string, unknown>[] = [];
  const logger = pino({ level: "trace" }, { write: (line: string) => void logLines.push(JSON.parse(line) as never) });
  const audits: Audit[] = [];
  function auditWith(options: AuditOptions = {}): Audit {
    const audit = createAudit(database(), logger, options);
    audits.push(audit);
    return audit;
  }
  beforeEach(async () => {
    await database().query("delete from audit_entries");
    await database().query("delete from relay_nodes");
    await database().query(
      "update audit_head set sequence = 0, hash = repeat('0', 64), base_sequence = 0, base_hash = repeat('0', 64)",
    );
    logLines.length = 0;
  });
  afterEach(async () => {
    for (const audit of audits.splice(0)) await audit.close();
  });

  async function steps(count: number, audit = auditWith()): Promise<Audit> {
    for (let index = 0; index < count; index++) (await audit.begin(factsOf(), card)).end(outcome);
    await audit.close();
    return audit;
  }

  test("a step is on record before it may leave, and its end after it, without any of its text", async () => {
    const audit = auditWith();
    const facts = factsOf({ step: summarizeStep({ run: randomUUID(), confirmed: true, declaredClass: "2" }) });
    const recorded = await audit.begin(facts, card);
    const [begun, ...none] = await contents(database());
    expect(none).toEqual([]);
    expect(begun).toMatchObject({
      kind: "begun",
      request: facts.requestId,
      person: "p-1",
      section: "gyomu",
      task: "summarize",
      promptVersion: facts.step.promptVersion,
      model: "stand-in",
      declared: "2",
      found: "none",
      class: "1",
      confirmed: true,
      masked: false,
      document: "0".repeat(64),
      run: facts.step.run,
      settings: "s-1",
    });
    recorded.end(outcome);
    await audit.close();
    const [, ended] = await contents(database());
    expect(ended).toMatchObject({
      kind: "ended",
      step: begun?.["step"],
      firstTextMs: 12,
      totalMs: 80,
      inputTokens: 1000,
      outputTokens: 200,
      cost: { currency: "JPY", amount: 0.18 },
    });
    const text = facts.step.blocks[0]?.text ?? "";
    expect(JSON.stringify(await contents(database()))).not.toContain(text.slice(0, 5));
    expect(await verifyChain(database())).toMatchObject({ intact: true, entries: 2, from: 1 });
  });

  test("a refusal is on record, with the names of a model only when the relay knows it", async () => {
    const audit = auditWith();
    const unknown = factsOf({ step: summarizeStep({ model: "秘密の名前" }) });
    delete unknown.card;
    await audit.refuse(auditedStep(unknown), "model-unknown");
    await audit.refuse(auditedStep(factsOf({ found: "3" })), "confidentiality-blocked");
    expect(await contents(database())).toMatchObject([
      { kind: "refused", outcome: "model-unknown" },
      { kind: "refused", outcome: "confidentiality-blocked", found: "3", model: "stand-in" },
    ]);
    expect(JSON.stringify(await contents(database()))).not.toContain("秘密");
  });

  test("many steps at once, at two nodes, make one chain", async () => {
    const [one, other] = [auditWith(), auditWith()];
    await Promise.all(
      Array.from({ length: 120 }, async (_, index) => {
        const recorded = await (index % 2 === 0 ? one : other).begin(factsOf(), card);
        recorded.end(outcome);
      }),
    );
    await Promise.all([one.close(), other.close()]);
    const verdict = await verifyChain(database());
    expect(verdict).toMatchObject({ intact: true, entries: 240 });
    const [usage] = await database().query(
      "select count(*) as steps, sum(cost) as cost, count(distinct person) as people, min(outcome) as outcome from step_usage",
    );
    expect(usage).toMatchObject({ steps: 120, people: 1, outcome: "stop" });
    expect(usage?.["cost"]).toBeCloseTo(120 * 0.18);
  });

  describe("a chain that somebody touched", () => {
    const touched: [string, string, object][] = [
      [
        "an entry is changed",
        `update audit_entries set content = content || ' ' where sequence = 4`,
        { fault: "changed", at: 4 },
      ],
      [
        "an entry is changed with its hash",
        `update audit_entries set content = c, hash = audit_hash(sequence, previous, c) from (select replace(content, 'p-1', 'p-2') as c from audit_entries where sequence = 5) n where sequence = 5`,
        { fault: "changed", at: 6 },
      ],
      ["an entry is removed", `delete from audit_entries where sequence = 3`, { fault: "missing", at: 3 }],
      ["the first entries are removed", `delete from audit_entries where sequence <= 2`, { fault: "missing", at: 1 }],
      [
        "the first entries are removed and the beginning is moved",
        `with gone as (delete from audit_entries where sequence <= 2 returning *) update audit_head set base_sequence = 2, base_hash = (select hash from gone where sequence = 2)`,
        { fault: "beginning", at: 3 },
      ],
      ["the last entry is removed", `delete from audit_entries where sequence = 10`, { fault: "cut-off", at: 10 }],
      [
        "two entries are exchanged",
        `update audit_entries set sequence = case sequence when 4 then -4 else -5 end where sequence in (4, 5); update audit_entries set sequence = case sequence when -4 then 5 else 4 end where sequence < 0`,
        { fault: "changed", at: 4 },
      ],
      [
        "an entry is added without the chain",
        `insert into audit_entries (sequence, content, previous, hash) values (11, '{"kind":"admin"}', repeat('0', 64), repeat('0', 64))`,
        { fault: "stray", at: 11 },
      ],
      [
        "an entry is put in, and the rest is moved",
        `update audit_entries set sequence = -sequence - 1 where sequence >= 4; update audit_entries set sequence = -sequence where sequence < 0; insert into audit_entries (sequence, content, previous, hash) select 4, content, previous, hash from audit_entries where sequence = 2; update audit_head set sequence = 11`,
        { fault: "changed", at: 4 },
      ],
      ["the head is gone", "delete from audit_head", { fault: "cut-off" }],
    ];
    test.each(touched)("%s: it shows, and where", async (_, sql, fault) => {
      await steps(5);
      expect(await verifyChain(database())).toMatchObject({ intact: true, entries: 10 });
      await database().transaction((transaction) => transaction.script(sql));
      try {
        expect(await verifyChain(database())).toMatchObject({ intact: false, ...fault });
      } finally {
        await database().query(
          "insert into audit_head (sequence, hash, base_sequence, base_hash) values (0, '', 0, '') on conflict do nothing",
        );
      }
    });

    test("an end that was cut off together with the head shows against the line in the log", async () => {
      await steps(5);
      const anchors = logLines
        .filter(({ msg }) => msg === "audit anchor")
        .map(({ sequence, hash }) => ({ sequence: Number(sequence), hash: String(hash) }));
      expect(anchors.at(-1)?.sequence).toBe(10);
      expect(await verifyChain(database(), anchors)).toMatchObject({ intact: true });
      await database().transaction((transaction) =>
        transaction.script(
          `delete from audit_entries where sequence > 6;
           update audit_head set sequence = 6, hash = (select hash from audit_entries where sequence = 6)`,
        ),
      );
      expect(await verifyChain(database())).toMatchObject({ intact: true });
      expect(await verifyChain(database(), anchors)).toMatchObject({ intact: false, fault: "cut-off", at: 7 });
    });

    test("a chain that was computed anew shows against the line in the log", async () => {
      await steps(5);
      const [anchor] = await database().query<{ sequence: number; hash: string }>(
        "select sequence, hash from audit_head",
      );
      const entries = await contents(database());
      await database().query("delete from audit_entries");
      await database().query("update audit_head set sequence = 0, hash = repeat('0', 64)");
      const forged = entries.map((entry) => JSON.stringify({ ...entry, person: "p-9" }));
      await database().query("select audit_append($1::text[])", [forged]);
      expect(await verifyChain(database())).toMatchObject({ intact: true });
      expect(await verifyChain(database(), [anchor!])).toMatchObject({ intact: false, fault: "anchor", at: 10 });
    });
  });

  test("what is over time goes from the beginning, and the rest still verifies; a beginning cut off by hand does not", async () => {
    await steps(5);
    const node = randomUUID();
    const soon = new Date(Date.now() + 24 * 3_600_000 + 1000);
    await steps(0);
    expect(await removeOldEntries(database(), node, 30, soon)).toBe(0);
    expect(await removeOldEntries(database(), node, 1, soon)).toBe(10);
    const [retention, ...none] = await contents(database());
    expect(none).toEqual([]);
    expect(retention).toMatchObject({ kind: "retention", removed: 10, removedThrough: 10 });
    expect(await verifyChain(database())).toMatchObject({ intact: true, from: 11, entries: 1 });
    await steps(2);
    expect(await verifyChain(database())).toMatchObject({ intact: true, from: 11, entries: 5 });
    // What was removed cannot be compared any more, and is not said to be the same.
    const gone = { sequence: 4, hash: "0".repeat(64) };
    const { head } = (await verifyChain(database(), [gone])) as { head: { sequence: number; hash: string } };
    expect(await verifyChain(database(), [gone, head])).toMatchObject({ intact: true, tooOld: [4] });
    expect(await verifyChain(database(), [head, { ...head, hash: gone.hash }])).toMatchObject({ fault: "anchor" });
    await database().query("delete from audit_entries where sequence = 11");
    await database().query(
      "update audit_head set base_sequence = 11, base_hash = (select previous from audit_entries where sequence = 12)",
    );
    expect(await verifyChain(database())).toMatchObject({ intact: false, fault: "beginning" });
  });

  test("an export can be verified without the database", async () => {
    await steps(3);
    let file = "";
    for await (const piece of exportAudit(database(), new Date(0), new Date(Date.now() + 1000), "ndjson"))
      file += piece;
    const entries = file
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as ExportedEntry);
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    entries.forEach(({ sequence, previous, hash, content }, index) => {
      expect(entryHash(sequence, previous, content)).toBe(hash);
      if (index > 0) expect(previous).toBe(entries[index - 1]?.hash);
    });
    let none = "";
    for await (const piece of exportAudit(database(), new Date(0), new Date(1), "ndjson")) none += piece;
    expect(none).toBe("");
  });

  test("an export that a retention overtakes breaks off; a gap that somebody made is exported as it stands", async () => {
    const at = new Date(Date.now() - 10 * 24 * 3_600_000).toISOString();
    const entries = Array.from({ length: 2500 }, () => JSON.stringify({ v: 1, kind: "admin", at }));
    await database().query("select audit_append($1::text[])", [entries]);
    const reading = exportAudit(database(), new Date(0), new Date(Date.now() + 1000), "ndjson");
    expect((await reading.next()).done).toBe(false);
    expect(await removeOldEntries(database(), randomUUID(), 5)).toBe(2500);
    await expect(reading.next()).rejects.toThrow("removed");

    await steps(2);
    await database().query("delete from audit_entries where sequence = 2503");
    let file = "";
    for await (const piece of exportAudit(database(), new Date(0), new Date(Date.now() + 1000), "ndjson"))
      file += piece;
    expect(
      file
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as ExportedEntry).sequence),
    ).toEqual([2501, 2502, 2504, 2505]);
  });

  test("a step that begins while the node says that it is there is looked for when the node dies", async () => {
    const real = database();
    let hold = false;
    let [held, release] = [() => undefined as void, () => undefined as void];
    const isHeld = new Promise<void>((resolve) => (held = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    const saying: Promise<unknown>[] = [];
    const slow: Database = {
      ...real,
      query: async (sql, values) => {
        if (!hold || !/(update|into) relay_nodes/.test(sql)) return real.query(sql, values);
        hold = false;
        held();
        await released;
        const said = real.query(sql, values);
        saying.push(said);
        return said as never;
      },
    };
    const audit = createAudit(slow, logger, { timers: { beatMs: 20 } });
    audits.push(audit);
    await audit.recordAdminAct("p-1", "first", {});
    hold = true;
    await isHeld;
    const recorded = await audit.begin(factsOf(), card);
    release();
    await Promise.all(saying);
    while (saying.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await Promise.all(saying);
    const [row] = await real.query<{ open_from: number; begun: number }>(
      "select min(open_from) as open_from, (select max(sequence) from audit_entries) as begun from relay_nodes",
    );
    expect(row?.open_from).toBeLessThanOrEqual(row?.begun ?? 0);
    recorded.end(outcome);
  });

  test("an act of an administrator is on record before it takes effect", async () => {
    const audit = auditWith();
    await audit.recordAdminAct("p-admin", "kill-switch", { scope: "whole", on: true });
    expect(await contents(database())).toMatchObject([
      { kind: "admin", person: "p-admin", act: "kill-switch", details: { scope: "whole", on: true } },
    ]);
  });

  describe("reports of a run", () => {
    test("are those of the person who made the run, each new thing once", async () => {
      const audit = auditWith();
      const facts = factsOf();
      const run = facts.step.run!;
      (await audit.begin(facts, card)).end(outcome);
      await expect(audit.report("p-2", { run, decision: "accepted" })).rejects.toMatchObject({ code: "not-found" });
      await expect(audit.report("p-1", { run: randomUUID() })).rejects.toMatchObject({ code: "not-found" });
      const accepted = { run, decision: "accepted" as const, edits: { distance: 3, characters: 120 } };
      await Promise.all([audit.report("p-1", accepted), audit.report("p-1", accepted)]);
      await audit.report("p-1", { run: run.toUpperCase(), decision: "undone" });
      await audit.report("p-1", accepted);
      await audit.report("p-1", {
        run,
        feedback: { helpful: false, reason: "style" },
        findings: { "figure-not-in-source": 2 },
      });
      await audit.close();
      const reports = (await contents(database())).filter(({ kind }) => kind === "report");
      expect(reports).toMatchObject([
        { decision: "accepted", edits: { distance: 3, characters: 120 } },
        { decision: "undone" },
        { decision: "accepted" },
        { feedback: { helpful: false, reason: "style" }, findings: { "figure-not-in-source": 2 } },
      ]);
      const [usage] = await database().query("select * from run_usage where run = $1", [run]);
      expect(usage).toMatchObject({
        person: "p-1",
        section: "gyomu",
        task: "summarize",
        model: "stand-in",
        steps: 1,
        decision: "accepted",
        edit_distance: 3,
        edit_characters: 120,
        helpful: false,
        reason: "style",
        input_tokens: 1000,
      });
    });

    test("have no edit distance where nobody looked, and 0 where somebody looked and nothing was changed", async () => {
      const audit = auditWith();
      const figures: unknown[] = [];
      for (const edits of [undefined, { distance: 0, characters: 80 }]) {
        const facts = factsOf();
        const run = facts.step.run!;
        (await audit.begin(facts, card)).end(outcome);
        await audit.report("p-1", { run, decision: "accepted" });
        if (edits !== undefined) await audit.report("p-1", { run, edits });
        const [usage] = await database().query<{ edit_distance: number | null; decision: string }>(
          "select decision, edit_distance from run_usage where run = $1",
          [run],
        );
        figures.push([usage?.decision, usage?.edit_distance]);
      }
      expect(figures).toEqual([
        ["accepted", null],
        ["accepted", 0],
      ]);
      await audit.close();
    });

    test("are bounded", async () => {
      const audit = auditWith();
      const facts = factsOf();
      const run = facts.step.run!;
      await audit.begin(facts, card);
      for (let index = 0; index < 50; index++)
        await audit.report("p-1", { run, edits: { distance: index, characters: 100 } });
      const more = audit.report("p-1", { run, edits: { distance: 99, characters: 100 } });
      await expect(more).rejects.toMatchObject({ code: "rate-limited" });
    });
  });
}
