import { type ChildProcess, spawn, spawnSync, type SpawnSyncOptions } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostgresqlSettings } from "@genai-office/shared/database";
import { findPostgresql, type PostgresqlPrograms } from "./find-postgresql";

/** A server of its own on the loopback, with a folder that goes away with it. */
export interface ThrowawayServer {
  settings: PostgresqlSettings;
  /** Address without the password. */
  url: string;
  passwordFile: string;
  stop(): Promise<void>;
}

const password = "loopback only";

/** PostgreSQL refuses to run as root: then it runs as nobody. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * Starts a server; it asks for a password, as one of a ministry does. Writes are not synced: its folder is thrown away.
 *
 * @throws PostgresqlMissing where there is none
 */
export async function startPostgresql(): Promise<ThrowawayServer> {
  const folder = mkdtempSync(join(tmpdir(), "relay-postgresql-"));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const programs = findPostgresql(folder);
    const passwordFile = join(folder, "password");
    makeCluster(programs, folder, passwordFile);
    const { server, port } = await listen(programs, folder);
    const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
    return {
      settings: {
        kind: "postgresql",
        host: "127.0.0.1",
        port,
        database: "postgres",
        user: "relay",
        passwordFile,
        connections: 6,
      },
      url: `postgresql://relay@127.0.0.1:${port}/postgres`,
      passwordFile,
      async stop() {
        server.kill("SIGQUIT");
        await exited;
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
}

function makeCluster(programs: PostgresqlPrograms, folder: string, passwordFile: string): void {
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined) run("chown", ["-R", `${account.uid}:${account.gid}`, folder]);
  run(
    programs.initdb,
    ["-D", data, "-U", "relay", "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale=C", "-N"],
    { ...account, cwd: folder },
  );
}

function run(program: string, args: string[], options: SpawnSyncOptions = {}): void {
  const { status, error, stderr } = spawnSync(program, args, { ...options, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}

/** Another process may take the free port before the server does: then it is tried with the next. */
async function listen(programs: PostgresqlPrograms, folder: string): Promise<{ server: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server = spawn(
      programs.postgres,
      // No socket in the file system: the path of a temporary folder may be too long for one.
      ["-D", join(folder, "data"), "-h", "127.0.0.1", "-p", String(port), "-k", "", "-F", "-c", "max_connections=50"],
      { ...account, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
    );
    const failure = await readyOrFailure(server);
    if (failure === undefined) return { server, port };
    if (attempt === 3 || !failure.includes("could not bind")) throw new Error(`the server did not start: ${failure}`);
  }
}

/** Resolves when the server accepts connections, or with what it said when it ended instead. */
function readyOrFailure(server: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = "";
    server.stderr!.on("data", (piece: Buffer) => {
      said += piece.toString();
      if (said.includes("ready to accept connections")) resolve(undefined);
    });
    server.once("error", (error) => resolve(error.message));
    server.once("close", () => resolve(said));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
