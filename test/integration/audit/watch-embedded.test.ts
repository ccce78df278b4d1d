import { rmSync } from "node:fs";
import type { Database } from "../../../relay/src/database/database";
import { openDatabase } from "../../../relay/src/database/open-database";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { describeWatch } from "./watch-contract";

let directory: string;
let database: Database;

beforeAll(async () => {
  directory = await temporaryDatabaseFolder();
  database = await openDatabase({ kind: "embedded", directory });
}, 60_000);

afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});

describeWatch(() => database);
