import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { verifyChain, type ChainAnchor } from "../audit/verify-chain";
import {
  ConfigurationError,
  DatabaseError,
  type EmbeddedSettings,
  lockFolder,
  migrate,
  openEmbedded,
  readMigrations,
} from "@genai-office/shared/database";
import { requireDatabase, requireIntact } from "./verify-database";

/** Lines "audit anchor" of the log that the chain must agree with. */
type Anchors = readonly ChainAnchor[];

/**
 * Writes everything of an embedded database into one new file. No relay may run on the folder: it has the lock.
 * @returns entries of the audit that the backup holds, after the chain was verified
 * @throws ConfigurationError one line
 */
export async function backUp({ directory }: EmbeddedSettings, file: string, anchors: Anchors = []): Promise<number> {
  requireDatabase(directory);
  const lock = lockFolder(directory);
  try {
    const database = await openEmbedded(directory);
    try {
      await migrate(database, readMigrations());
      const verdict = requireIntact(await verifyChain(database, anchors));
      await database.dump(resolve(file));
      return verdict.entries;
    } finally {
      await database.close();
    }
  } catch (thrown) {
    throw explained(thrown, file);
  } finally {
    lock.release();
  }
}

/**
 * Makes a new embedded database of a backup. The folder must not hold one already: nothing is overwritten.
 * @returns entries of the audit that are there now, after the chain was verified
 * @throws ConfigurationError one line
 */
export async function restore({ directory }: EmbeddedSettings, file: string, anchors: Anchors = []): Promise<number> {
  if (!existsSync(file)) throw new ConfigurationError(`${file} is not there`);
  const lock = lockFolder(directory);
  try {
    const database = await openEmbedded(directory, { restoreFrom: resolve(file) });
    try {
      await migrate(database, readMigrations());
      const verdict = requireIntact(await verifyChain(database, anchors));
      return verdict.entries;
    } finally {
      await database.close();
    }
  } catch (thrown) {
    throw explained(thrown, file);
  } finally {
    lock.release();
  }
}

function explained(thrown: unknown, file: string): unknown {
  if (!(thrown instanceof DatabaseError)) return thrown;
  if (thrown.code === "EEXIST") {
    return new ConfigurationError(`there is a database in the folder, or a file ${file}, already: nothing was written`);
  }
  return new ConfigurationError(`${file} cannot be used as a backup, or the folder not as a database (${thrown.code})`);
}
