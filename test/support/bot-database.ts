import { rmSync } from "node:fs";
import { openDatabase, type Database } from "@genai-office/shared/database";
import { readJobConfiguration } from "@genai-office/teams-bot";
import { temporaryDatabaseFolder } from "./temporary-database";

/** An embedded database for the bots of one test file. */
export interface BotDatabase {
  database: Database;
  /** What a bot's configuration has of it. */
  settings: ReturnType<typeof readJobConfiguration>;
  close(): Promise<void>;
}

export async function openBotDatabase(): Promise<BotDatabase> {
  const directory = await temporaryDatabaseFolder();
  const settings = readJobConfiguration({ DATABASE_DIRECTORY: directory });
  const database = await openDatabase(settings.database);
  return {
    database,
    settings,
    async close() {
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
