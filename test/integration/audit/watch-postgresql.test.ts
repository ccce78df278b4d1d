import { type Database, openDatabase } from "@genai-office/shared/database";
import { startPostgresql, type ThrowawayServer } from "../../support/postgresql/start-postgresql";
import { describeWatch } from "./watch-contract";

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

  describeWatch(() => database);
});
