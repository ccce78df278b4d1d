import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs of a PostgreSQL server. */
export interface PostgresqlPrograms {
  initdb: string;
  postgres: string;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: the next folder is asked.
    return false;
  }
}

/** Folders where servers are usually found; Debian keeps them off the path, one folder for each version. */
function folders(): string[] {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    process.env["POSTGRESQL_BIN"] ?? "",
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
    "/opt/homebrew/opt/postgresql/bin",
    "/usr/local/opt/postgresql/bin",
  ].filter((folder) => folder !== "");
}

/** An installed server (`POSTGRESQL_BIN` names its folder first), or undefined. */
export function findPostgresql(): PostgresqlPrograms | undefined {
  const folder = folders().find((one) => ["initdb", "postgres"].every((name) => isExecutable(join(one, name))));
  if (folder === undefined) return undefined;
  return { initdb: join(folder, "initdb"), postgres: join(folder, "postgres") };
}

/**
 * Makes sure that a server is there for the tests that compare it with the embedded database. On Debian as root (CI, a
 * fresh machine) it installs the package; elsewhere it says what is missing, and those tests are skipped by name. Where CI is
 * set it throws instead: there they may not be left out unseen.
 */
export function ensurePostgresql(say: (line: string) => void): void {
  if (findPostgresql() !== undefined) return;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get")) {
    say("Installing postgresql for the database tests (Debian package) ...");
    if (aptGet(["update", "-qq"]) && aptGet(["install", "-y", "-qq", "--no-install-recommends", "postgresql"])) {
      if (findPostgresql() !== undefined) return;
    }
  }
  const missing = "No PostgreSQL server is installed (initdb and postgres; POSTGRESQL_BIN names their folder).";
  if (process.env["CI"] !== undefined) throw new Error(missing);
  say(`${missing} Tests against a real server are skipped; the embedded one is tested.`);
}

function aptGet(args: string[]): boolean {
  const { status } = spawnSync("apt-get", args, {
    stdio: ["ignore", "ignore", "inherit"],
    // The package would start a server of its own; the tests start theirs.
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", PG_CREATE_MAIN_CLUSTER: "false" },
  });
  return status === 0;
}
