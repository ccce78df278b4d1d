import { randomUUID } from "node:crypto";
import type { UsageReport } from "../../../relay/src/admin/shapes";
import { createUsageReports } from "../../../relay/src/admin/usage-reports";
import { timeSlices, type TimeSlice } from "../../../relay/src/audit/time-slices";
import type { Database, Queries } from "@genai-office/shared/database";

const moment = (text: string): string => new Date(text).toISOString();

interface MadeStep {
  at: string;
  person?: string;
  section?: string;
  task?: string;
  model?: string;
  run?: string;
  /** Undefined: it has not ended. */
  outcome?: string;
  ms?: number;
  cost?: { currency: string; amount: number };
}

function step({ at, outcome, ms = 100, cost, ...facts }: MadeStep): string[] {
  const id = randomUUID();
  const begun = { v: 1, kind: "begun", at, step: id, person: "p-1", task: "summarize", model: "m-1", ...facts };
  if (outcome === undefined) return [JSON.stringify(begun)];
  const figures = { firstTextMs: ms / 10, totalMs: ms, inputTokens: 30, outputTokens: 10 };
  return [
    begun,
    { v: 1, kind: "ended", at, step: id, outcome, ...figures, ...(cost === undefined ? {} : { cost }) },
  ].map((entry) => JSON.stringify(entry));
}

const refused = (at: string, facts: object = {}): string =>
  JSON.stringify({
    v: 1,
    kind: "refused",
    at,
    step: randomUUID(),
    person: "p-9",
    task: "summarize",
    outcome: "blocked",
    ...facts,
  });

const report = (at: string, run: string, told: object): string =>
  JSON.stringify({ v: 1, kind: "report", at, run, person: "p-1", ...told });

/** What holds for usage reports over both kinds of database; the database is that of one test file. */
export function describeUsage(database: () => Database): void {
  const append = async (entries: readonly string[]): Promise<void> => {
    for (let from = 0; from < entries.length; from += 1000)
      await database().query("select audit_append($1::text[])", [entries.slice(from, from + 1000)]);
  };
  const ask = (from: string, to: string, by: "task" | "model" | "section", rates = {}): Promise<UsageReport> =>
    createUsageReports(database()).report({ from, to, by }, rates);

  beforeEach(async () => {
    await database().query("delete from audit_entries");
    await database().query(
      "update audit_head set sequence = 0, hash = repeat('0', 64), base_sequence = 0, base_hash = repeat('0', 64)",
    );
  });

  test("figures are those of the days of Japan that were asked for, by group and in all", async () => {
    const [run, earlier, bare] = [randomUUID(), randomUUID(), randomUUID()];
    await append([
      // The last millisecond of 9 March in Japan, and the first of 10 March.
      ...step({ at: moment("2025-03-09T23:59:59.999+09:00"), run: earlier, outcome: "stop" }),
      ...step({ at: moment("2025-03-10T00:00:00.000+09:00"), run, section: "a", outcome: "stop", ms: 100 }),
      ...step({ at: moment("2025-03-10T09:00:00Z"), run: earlier, section: "a", outcome: "stop", ms: 200 }),
      ...step({ at: moment("2025-03-10T10:00:00Z"), run, section: "a", model: "m-2", outcome: "timeout", ms: 400 }),
      ...step({
        at: moment("2025-03-11T10:00:00Z"),
        person: "p-2",
        task: "reply",
        run: bare,
        outcome: "stop",
        ms: 300,
        cost: { currency: "USD", amount: 2 },
      }),
      ...step({
        at: moment("2025-03-11T10:00:01Z"),
        person: "p-1",
        task: "reply",
        outcome: "aborted",
        ms: 1000,
        cost: { currency: "JPY", amount: 5 },
      }),
      ...step({ at: moment("2025-03-11T10:00:02Z"), task: "reply" }),
      refused(moment("2025-03-11T10:00:03Z")),
      ...step({ at: moment("2025-03-12T00:00:00.000+09:00"), person: "p-3", outcome: "stop" }),
      // What became of a run is told later than the time that is asked for.
      report(moment("2025-03-20T01:00:00Z"), run, { decision: "rejected" }),
      report(moment("2025-03-20T02:00:00Z"), run, { decision: "accepted", edits: { distance: 30, characters: 120 } }),
      report(moment("2025-03-20T02:00:00Z"), earlier, { decision: "accepted", edits: { distance: 1, characters: 1 } }),
      report(moment("2025-03-20T03:00:00Z"), run, { feedback: { helpful: false, reason: "style" } }),
    ]);
    const found = await ask("2025-03-10", "2025-03-11", "section", { USD: 150 });
    expect(found.total).toEqual({
      name: "",
      steps: 6,
      refused: 1,
      failed: 1,
      runs: 2,
      people: 2,
      inputTokens: 150,
      outputTokens: 50,
      costs: [
        { currency: "USD", amount: 2 },
        { currency: "JPY", amount: 5 },
      ],
      costInYen: 305,
      decided: 1,
      acceptRate: 1,
      medianEditDistance: 30,
      medianEditShare: 0.25,
      helpful: 0,
      unhelpful: 1,
      reasons: { style: 1 },
      medianFirstTextMs: 30,
      medianTotalMs: 300,
      p95TotalMs: 880,
    });
    expect(found.rows.map(({ name, steps, runs, people }) => [name, steps, runs, people])).toEqual([
      ["a", 3, 1, 1],
      ["", 3, 1, 2],
    ]);
    expect(found.days).toEqual([
      { day: "2025-03-10", steps: 3, people: 1, tokens: 120 },
      { day: "2025-03-11", steps: 3, people: 2, tokens: 80 },
    ]);
    const byModel = await ask("2025-03-10", "2025-03-11", "model");
    expect(byModel.rows.map(({ name, steps, refused: no, runs }) => [name, steps, no, runs])).toEqual([
      ["m-1", 5, 0, 1],
      // The run is one of the model that had the last word.
      ["m-2", 1, 0, 1],
      ["", 0, 1, 0],
    ]);
    expect((await ask("2025-03-01", "2025-03-08", "task")).total).toMatchObject({ steps: 0, runs: 0, people: 0 });
  });

  test("a refusal that stands for others counts as all of them, in the report and in the view", async () => {
    await append([
      refused(moment("2025-03-10T00:00:00Z"), { more: { "bad-request": 79, "model-unknown": 4 } }),
      refused(moment("2025-03-10T01:00:00Z"), { task: "reply" }),
      ...step({ at: moment("2025-03-10T02:00:00Z"), outcome: "stop" }),
    ]);
    const { total, rows } = await ask("2025-03-10", "2025-03-10", "task");
    expect(total).toMatchObject({ steps: 1, refused: 85 });
    expect(rows.map(({ name, refused: count }) => [name, count])).toEqual([
      ["summarize", 84],
      ["reply", 1],
    ]);
    const lines = await database().query("select refused, refusals, more from step_usage order by sequence");
    expect(lines).toEqual([
      { refused: true, refusals: 84, more: { "bad-request": 79, "model-unknown": 4 } },
      { refused: true, refusals: 1, more: null },
      { refused: false, refusals: 0, more: null },
    ]);
  });

  test("a step that another node called interrupted, and that ended after all, counts once, by its last end", async () => {
    const [begun, ended] = step({ at: moment("2025-03-10T00:00:00Z"), run: randomUUID(), outcome: "stop" }) as [
      string,
      string,
    ];
    const { step: id } = JSON.parse(begun) as { step: string };
    const at = moment("2025-03-10T00:00:38Z");
    await append([begun, JSON.stringify({ v: 1, kind: "ended", at, step: id, outcome: "interrupted", by: "n-2" })]);
    const before = await ask("2025-03-10", "2025-03-10", "task");
    expect(before.total).toMatchObject({ steps: 1, failed: 1, inputTokens: 0 });
    await append([ended]);
    const { total, days } = await ask("2025-03-10", "2025-03-10", "task");
    expect(total).toMatchObject({
      steps: 1,
      runs: 1,
      failed: 0,
      inputTokens: 30,
      outputTokens: 10,
      medianTotalMs: 100,
    });
    expect(days).toEqual([{ day: "2025-03-10", steps: 1, people: 1, tokens: 40 }]);
  });

  test("what begins while a report is made is not in it: it never has more runs than steps", async () => {
    const now = (): string => new Date().toISOString();
    const later = (): string => new Date(Date.now() + 60_000).toISOString();
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    const tomorrow = new Date(Date.now() + 33 * 3_600_000).toISOString().slice(0, 10);
    await append(step({ at: now(), run: randomUUID(), outcome: "stop" }));
    const aside: Queries = {
      // Before each question steps begin, by the clock of this node, of one that is ahead, and of one that is behind.
      async query(sql, values) {
        for (const at of [now(), later(), moment(`${today}T00:00:00+09:00`)])
          await append(step({ at, run: randomUUID(), outcome: "stop" }));
        return database().aside.query(sql, values);
      },
    };
    const { total } = await createUsageReports({ kind: database().kind, aside }).report(
      { from: today, to: tomorrow, by: "task" },
      {},
    );
    expect(total.runs).toBeLessThanOrEqual(total.steps);
    expect(total.steps).toBeGreaterThanOrEqual(1);
    const [ahead] = await database().query<{ count: number }>(
      "select count(*) as count from audit_entries where data ->> 'kind' = 'begun' and data ->> 'at' > $1::text",
      [now()],
    );
    expect(ahead?.count).toBeGreaterThan(2);
    const [all] = await database().query<{ count: number }>(
      "select count(*) as count from audit_entries where data ->> 'kind' = 'begun'",
    );
    expect(total.steps).toBeLessThanOrEqual((all?.count ?? 0) - (ahead?.count ?? 0));
  });

  test("a history of many slices gives each step and run once, also a run of thousands of steps", async () => {
    const one = randomUUID();
    const entries: string[] = [];
    for (let index = 0; index < 900; index++) {
      const at = new Date(Date.parse("2025-03-10T00:00:00Z") + Math.floor(index / 210) * 3_600_000).toISOString();
      entries.push(
        ...step({ at, run: index % 2 === 0 ? one : randomUUID(), person: `p-${index % 10}`, outcome: "stop" }),
      );
    }
    await append(entries);
    const { total, days } = await ask("2025-03-10", "2025-03-10", "task");
    expect(total).toMatchObject({ steps: 900, runs: 451, people: 10 });
    expect(days).toEqual([{ day: "2025-03-10", steps: 900, people: 10, tokens: 36_000 }]);
    const slices: TimeSlice[] = [];
    for await (const slice of timeSlices(database(), new Date("2025-03-10"), new Date("2025-03-11"), 100))
      slices.push(slice);
    expect(slices[0]?.from).toBe("2025-03-10T00:00:00.000Z");
    expect(slices.at(-1)?.to).toBe("2025-03-11T00:00:00.000Z");
    slices.slice(1).forEach(({ from }, index) => expect(from).toBe(slices[index]?.to));
  });

  test("entries of the audit are written all the while a report is made", async () => {
    const at = (index: number): string => new Date(Date.parse("2025-03-10T00:00:00Z") + index * 1000).toISOString();
    await append(
      Array.from({ length: 1200 }, (_, index) => step({ at: at(index), run: randomUUID(), outcome: "stop" })).flat(),
    );
    let made = false;
    const making = ask("2025-03-10", "2025-03-10", "task").finally(() => (made = true));
    let written = 0;
    for (; !made; written++)
      await database().queryOften("select audit_append($1::text[]) as first", [['{"kind":"admin"}']]);
    expect((await making).total.steps).toBe(1200);
    expect(written).toBeGreaterThan(8);
  });

  test("reports are made one after the other; who asks for the same time gets the same figures, too many are refused", async () => {
    await append(step({ at: moment("2025-03-10T00:00:00Z"), outcome: "stop" }));
    let [asked, atOnce, most] = [0, 0, 0];
    const aside: Queries = {
      async query(sql, values) {
        asked++;
        most = Math.max(most, ++atOnce);
        try {
          return await database().aside.query(sql, values);
        } finally {
          atOnce--;
        }
      },
    };
    const reports = createUsageReports({ kind: database().kind, aside });
    const questions = [1, 2, 3, 4].flatMap((day) =>
      (["task", "model"] as const).map((by) => ({ from: `2025-03-0${day}`, to: "2025-03-10", by })),
    );
    const answers = questions.map((question) => reports.report(question, {}));
    await expect(reports.report({ from: "2025-03-05", to: "2025-03-10", by: "task" }, {})).rejects.toMatchObject({
      code: "rate-limited",
      retryable: true,
    });
    for (const { total } of await Promise.all(answers)) expect(total.steps).toBe(1);
    expect(most).toBe(1);
    expect(asked).toBe(4 * 3);
    expect((await reports.report({ from: "2025-03-05", to: "2025-03-10", by: "task" }, {})).total.steps).toBe(1);
  });

  test("a database that does not answer is told, and the next report is made", async () => {
    let broken = true;
    const aside: Queries = {
      query: (sql, values) => (broken ? Promise.reject(new Error("no")) : database().aside.query(sql, values)),
    };
    const reports = createUsageReports({ kind: database().kind, aside });
    const question = { from: "2025-03-10", to: "2025-03-10", by: "task" } as const;
    await expect(reports.report(question, {})).rejects.toMatchObject({ code: "unavailable" });
    broken = false;
    expect((await reports.report(question, {})).total.steps).toBe(0);
  });
}
