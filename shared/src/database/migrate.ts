import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ConfigurationError } from "./configuration-error";
import type { Database, Transaction } from "./database";

/** A step of the schema: `migrations/0001-name.sql`. It is never changed once it was released. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
}

/** One for all nodes of a cluster: the bytes of "relay". */
const advisoryLock = 0x72656c61;

/** The migrations of this version, in order. */
export function readMigrations(folder = fileURLToPath(new URL("./migrations", import.meta.url))): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  return files.map((file, index) => {
    const [, digits, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
    if (name === undefined || Number(digits) !== index + 1)
      throw new Error(`migrations are numbered without gaps, ${file} is not`);
    return { number: index + 1, name, sql: readFileSync(`${folder}/${file}`, "utf8") };
  });
}

/**
 * Brings the schema to this version: each migration in a transaction of its own, one node at a time. What was applied is
 * compared by checksum, so that a changed file is noticed.
 * @throws ConfigurationError when the schema is newer than this version, or was made by other files
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  for (let done = false; !done;) {
    done = await database.transaction(async (transaction) => {
      const applied = await appliedMigrations(transaction);
      check(applied, migrations);
      const next = migrations[applied.length];
      if (next === undefined) return true;
      await transaction.script(next.sql);
      await transaction.query("insert into schema_migrations (number, name, checksum) values ($1, $2, $3)", [
        next.number,
        next.name,
        checksum(next),
      ]);
      return false;
    });
  }
}

interface AppliedMigration {
  number: number;
  checksum: string;
}

async function appliedMigrations(transaction: Transaction): Promise<AppliedMigration[]> {
  await transaction.query("select pg_advisory_xact_lock($1)", [advisoryLock]);
  await transaction.script(`create table if not exists schema_migrations (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`);
  return transaction.query<AppliedMigration>("select number, checksum from schema_migrations order by number");
}

function check(applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  if (applied.length > migrations.length) {
    throw new ConfigurationError(
      `the database is of a newer version (schema ${applied.length}, this version knows ${migrations.length}): start that version, or restore a backup`,
    );
  }
  applied.forEach((entry, index) => {
    const known = migrations[index];
    if (known?.number === entry.number && checksum(known) === entry.checksum) return;
    throw new ConfigurationError(
      `the database was made by other migrations than those of this version (${entry.number})`,
    );
  });
}

/** Line ends are left out: a checkout on Windows may change them. */
function checksum({ sql }: Migration): string {
  return createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex");
}
