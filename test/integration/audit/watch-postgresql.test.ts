import { type Database, openDatabase } from "@genai-office/shared/database";
import { findPostgresql } from "../../support/postgresql/find-postgresql";
import { startPostgresql, type ThrowawayServer } from "../../support/postgresql/start-postgresql";
import { describeWatch } from "./watch-contract";

const where = findPostgresql() === undefined ? describe.skip : describe;

where("a PostgreSQL server", () => {
  let server: ThrowawayServer;
  let database: Database;

  beforeAll(async () => {
    server = await startPostgresql();
    database = await openDatabase(server.settings);
  }, 60_000);

  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  describeWatch(() => database);
});
