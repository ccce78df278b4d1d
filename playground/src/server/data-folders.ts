import { join } from "node:path";
import { FolderInUseError, type DatabaseSettings, type Environment } from "@genai-office/relay";

/** Playgrounds on one machine that find a folder of their own. */
const folders = 9;

/**
 * Starts with the database that the environment names, or else in the local folder: one process uses a folder at a time, so
 * a second playground takes the next one.
 * @throws FolderInUseError
 */
export async function withFreeData<Started>(
  environment: Environment,
  named: DatabaseSettings | undefined,
  localFolder: string,
  start: (database: DatabaseSettings) => Promise<Started>,
): Promise<Started> {
  const isNamed = ["DATABASE_URL", "DATABASE_DIRECTORY"].some((name) => (environment[name]?.trim() ?? "") !== "");
  if (isNamed && named !== undefined) return start(named);
  for (let number = 1; ; number++) {
    const directory = join(localFolder, number === 1 ? "relay-data" : `relay-data-${number}`);
    try {
      return await start({ kind: "embedded", directory });
    } catch (error) {
      if (!(error instanceof FolderInUseError) || number === folders) throw error;
    }
  }
}
