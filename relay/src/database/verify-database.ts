import { existsSync } from "node:fs";
import { join } from "node:path";
import { verifyChain, type ChainAnchor, type ChainVerdict } from "../audit/verify-chain";
import {
  ConfigurationError,
  type Database,
  DatabaseError,
  type DatabaseSettings,
  dataFolder,
  faultOf,
  lockFolder,
  openEmbedded,
  openPostgresql,
} from "@genai-office/shared/database";

export type IntactChain = Extract<ChainVerdict, { intact: true }>;

/**
 * Verifies the chain of the audit in a database, without writing anything; on an embedded one no relay may run.
 * @throws ConfigurationError one line: what is wrong with the chain, or why it cannot be read
 */
export async function verifyDatabase(
  settings: DatabaseSettings,
  anchors: readonly ChainAnchor[],
): Promise<IntactChain> {
  if (settings.kind === "postgresql") return verifyWith(() => Promise.resolve(openPostgresql(settings)), anchors);
  requireDatabase(settings.directory);
  const lock = lockFolder(settings.directory);
  try {
    return await verifyWith(() => openEmbedded(settings.directory), anchors);
  } finally {
    lock.release();
  }
}

async function verifyWith(open: () => Promise<Database>, anchors: readonly ChainAnchor[]): Promise<IntactChain> {
  try {
    const database = await open();
    try {
      return requireIntact(await verifyChain(database, anchors));
    } finally {
      await database.close();
    }
  } catch (thrown) {
    if (!(thrown instanceof DatabaseError)) throw thrown;
    throw new ConfigurationError(`the audit cannot be read (${faultOf(thrown)}): is this the database of a relay?`);
  }
}

/** A verdict that is good, also of all anchors. @throws ConfigurationError */
export function requireIntact(verdict: ChainVerdict): IntactChain {
  if (!verdict.intact)
    throw new ConfigurationError(`the chain of the audit is broken at entry ${verdict.at} (${verdict.fault})`);
  const [gone] = verdict.tooOld ?? [];
  if (gone === undefined) return verdict;
  throw new ConfigurationError(
    `the chain of the audit is intact, but entry ${gone} was removed by a retention, so that its anchor cannot be compared: take a newer one`,
  );
}

/** Nobody wants a new, empty database here: the name of the folder is wrong then. @throws ConfigurationError */
export function requireDatabase(directory: string): void {
  if (existsSync(join(directory, dataFolder))) return;
  throw new ConfigurationError(`there is no database in the folder ${directory}: DATABASE_DIRECTORY names it`);
}
