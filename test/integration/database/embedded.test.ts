import { rmSync } from "node:fs";
import { type Database, openDatabase } from "@genai-office/shared/database";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { describeDatabase } from "./database-contract";

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

describeDatabase(() => database);
