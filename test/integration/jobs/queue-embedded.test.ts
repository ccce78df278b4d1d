import { rmSync } from "node:fs";
import { openDatabase, type Database } from "@genai-office/shared/database";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { describeQueue } from "./queue-contract";

describe("queue of jobs in the embedded database", () => {
  let directory: string;
  let database: Database;

  beforeAll(async () => {
    directory = await temporaryDatabaseFolder();
    database = await openDatabase({ kind: "embedded", directory });
  });

  afterAll(async () => {
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  });

  describeQueue(() => database);
});
