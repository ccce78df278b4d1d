import { type Database, openDatabase } from "@genai-office/shared/database";
import { startPostgresql, type ThrowawayServer } from "../../support/postgresql/start-postgresql";
import { describeUsage } from "./usage-contract";

describe("a PostgreSQL server", () => {
  let server: ThrowawayServer;
  let database: Database;

  beforeAll(async () => {
    server = await startPostgresql();
    database = await openDatabase({ ...server.settings, connections: 2 });
  });

  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  describeUsage(() => database);

  test("a report takes no connection of the steps, and none of its statements may take long", async () => {
    const sleeping = database.aside.query("select pg_sleep(2)");
    const held = Array.from({ length: 2 }, () => database.query("select pg_backend_pid() as pid"));
    await Promise.all(held);
    const [row] = await database.query<{ aside: number }>(
      "select count(*) as aside from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'",
    );
    expect(row?.aside).toBe(1);
    await sleeping;
    expect(await database.aside.query("show statement_timeout")).toEqual([{ statement_timeout: "10s" }]);
  });
});
