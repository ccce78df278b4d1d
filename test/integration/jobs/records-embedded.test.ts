import { rmSync } from "node:fs";
import { openDatabase, type Database } from "@genai-office/shared/database";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { describeRecords } from "./records-contract";

describe("records of jobs in the embedded database", () => {
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

  describeRecords(() => database);
});
