import { ConfigurationError } from "./configuration-error";
import type { Database } from "./database";
import type { DatabaseSettings } from "./database-settings";
import { openEmbedded } from "./embedded/embedded-database";
import { lockFolder, type FolderLock } from "./embedded/folder-lock";
import { migrate, readMigrations, type Migration } from "./migrate";
import { openPostgresql } from "./postgresql/postgresql-database";

/** A database that opens when it is first needed. */
export interface OpenableDatabase extends Database {
  /**
   * Takes what only one process may have; quick. To be called before the process says that it is there.
   * @throws ConfigurationError when another process uses the folder
   */
  claim(): void;
  /**
   * Connects and brings the schema up to date. Every query waits for it, and begins it anew after a failure, unless the schema
   * is of another version: then all of them fail with that ConfigurationError.
   * @throws DatabaseError, ConfigurationError
   */
  open(): Promise<void>;
  /** Gives an opening up that is still under way: nothing was written yet, and whoever waits for it is told at once. */
  giveUpOpening(): void;
}

/**
 * The database of a relay. Nothing happens until `claim`, `open` or the first query: the relay listens and answers health
 * while it opens, and steps wait for it.
 */
export function createDatabase(
  settings: DatabaseSettings,
  migrations: readonly Migration[] = readMigrations(),
): OpenableDatabase {
  let lock: FolderLock | undefined;
  let opening: Promise<Database> | undefined;
  let closed: Promise<void> | undefined;
  /** Why the schema cannot be used; that does not change by asking again. */
  let unusable: ConfigurationError | undefined;
  const closing = new AbortController();

  function claim(): void {
    if (settings.kind === "embedded") lock ??= lockFolder(settings.directory);
  }

  async function connect(): Promise<Database> {
    claim();
    if (settings.kind === "postgresql") return openPostgresql(settings);
    const embedded = await openEmbedded(settings.directory, { signal: closing.signal });
    // Should its thread die, the next query opens the folder again.
    void embedded.ended.then(() => (opening = undefined));
    return embedded;
  }

  function opened(): Promise<Database> {
    if (closed !== undefined) return Promise.reject(new Error("the database was closed"));
    if (opening !== undefined) return opening;
    if (unusable !== undefined) return Promise.reject(unusable);
    if (closing.signal.aborted) return Promise.reject(new Error("the database is not opened any more"));
    const attempt = (async () => {
      const database = await connect();
      try {
        await migrate(database, migrations);
      } catch (thrown) {
        if (thrown instanceof ConfigurationError) unusable = thrown;
        await database.close();
        throw thrown;
      }
      return database;
    })();
    opening = attempt;
    attempt.catch(() => {
      if (opening === attempt) opening = undefined;
    });
    return attempt;
  }

  function giveUpOpening(): void {
    closing.abort();
  }

  async function end(): Promise<void> {
    giveUpOpening();
    const database = await opening?.catch(() => undefined);
    await database?.close();
    lock?.release();
  }

  return {
    kind: settings.kind,
    claim,
    open: async () => void (await opened()),
    giveUpOpening,
    query: async (sql, values) => (await opened()).query(sql, values),
    queryOften: async (sql, values) => (await opened()).queryOften(sql, values),
    aside: { query: async (sql, values) => (await opened()).aside.query(sql, values) },
    transaction: async (work) => (await opened()).transaction(work),
    close: () => (closed ??= end()),
  };
}

/** Opens a database and waits until it can be used. @throws DatabaseError, ConfigurationError */
export async function openDatabase(settings: DatabaseSettings, migrations?: readonly Migration[]): Promise<Database> {
  const database = createDatabase(settings, migrations);
  try {
    await database.open();
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
  return database;
}
