import { openDatabase, type Database } from "@genai-office/shared/database";
import { startPostgresql, type ThrowawayServer } from "../../support/postgresql/start-postgresql";
import { describeQueue } from "./queue-contract";

describe("queue of jobs in a PostgreSQL server", () => {
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

  describeQueue(() => database);
});
