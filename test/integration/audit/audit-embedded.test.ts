import { rmSync } from "node:fs";
import { type Database, openDatabase } from "@genai-office/shared/database";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { describeAudit } from "./audit-contract";

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

describeAudit(() => database);
