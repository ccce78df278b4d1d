import pino from "pino";
import { createAudit } from "../../../relay/src/audit/audit";
import { type Database, openDatabase } from "@genai-office/shared/database";
import { startPostgresql, type ThrowawayServer } from "../../support/postgresql/start-postgresql";
import { card, contents, describeAudit, factsOf, outcome } from "./audit-contract";

describe("a PostgreSQL server", () => {
  let server: ThrowawayServer;
  let database: Database;

  beforeAll(async () => {
    server = await startPostgresql();
    database = await openDatabase(server.settings);
  });

  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  describeAudit(() => database);

  test("steps of a node that went silent are marked by another one; a node that is only slow ends its own", async () => {
    const logger = pino({ level: "silent" });
    const timers = { beatMs: 50, silentMs: 400 };
    const living = createAudit(database, logger, { timers });
    living.start();
    const slow = await living.begin(factsOf(), card);
    // A node that stops without a word: it never beats again.
    const dead = createAudit(database, logger, { timers: { beatMs: 1_000_000, silentMs: 400 } });
    const lost = factsOf();
    await dead.begin(lost, card);
    const interrupted = async () =>
      (await contents(database)).filter(({ kind, outcome: code }) => kind === "ended" && code === "interrupted");
    for (let waited = 0; waited < 10_000 && (await interrupted()).length === 0; waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
    slow.end(outcome);
    await living.close();
    const usage = await database.query<{ outcome: string }>("select outcome from step_usage order by sequence");
    expect(usage.map((row) => row.outcome)).toEqual(["stop", "interrupted"]);
    expect(await database.query("select node from relay_nodes")).toEqual([]);
    await dead.close();
  });

  test("what a node begins after others counted it as gone is looked for as well, when it dies then", async () => {
    const logger = pino({ level: "silent" });
    const interrupted = async () =>
      (await contents(database)).filter(({ kind, outcome: code }) => kind === "ended" && code === "interrupted");
    const until = async (holds: () => Promise<boolean>): Promise<void> => {
      for (let waited = 0; waited < 10_000 && !(await holds()); waited += 50)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await holds()).toBe(true);
    };
    const nodes = async () => (await database.query("select node from relay_nodes")).length;
    await database.query("delete from audit_entries");
    await database.query("update audit_head set sequence = 0, hash = repeat('0', 64)");
    // It slept, and dies before it says again that it is there.
    const sleeper = createAudit(database, logger, { timers: { beatMs: 1_000_000, silentMs: 300 } });
    await sleeper.begin(factsOf(), card);
    const living = createAudit(database, logger, { timers: { beatMs: 50, silentMs: 300 } });
    living.start();
    await until(async () => (await interrupted()).length === 1);
    expect(await nodes()).toBe(1);
    await sleeper.begin(factsOf(), card);
    await until(async () => (await interrupted()).length === 2);
    await living.close();
    await sleeper.close();
  });
});
