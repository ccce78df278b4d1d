import { spawn, spawnSync } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostgresqlSettings } from "@genai-office/shared/database";
import { findPostgresql } from "./find-postgresql";

/** A server of its own on the loopback, with a folder that goes away with it. */
export interface ThrowawayServer {
  settings: PostgresqlSettings;
  /** Address without the password. */
  url: string;
  passwordFile: string;
  stop(): Promise<void>;
}

const password = "loopback only";

/** Starts a server; it asks for a password, as one of a ministry does. Writes are not synced: its folder is thrown away. */
export async function startPostgresql(): Promise<ThrowawayServer> {
  const programs = findPostgresql();
  if (programs === undefined) throw new Error("no PostgreSQL server is installed");
  const folder = mkdtempSync(join(tmpdir(), "relay-postgresql-"));
  const account = unprivileged();
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined)
    for (const path of [folder, data, passwordFile]) chownSync(path, account.uid, account.gid);
  const made = spawnSync(
    programs.initdb,
    ["-D", data, "-U", "relay", "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale=C", "-N"],
    { ...account, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const server = spawn(
    programs.postgres,
    ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", folder, "-F", "-c", "max_connections=50"],
    { ...account, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (piece: Buffer) => {
      said += piece.toString();
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`the server did not start: ${said}`)));
  });
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
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as the account its package made, or as nobody. */
function unprivileged(): { uid: number; gid: number } | { uid?: never; gid?: never } {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const account = accounts.find(([one]) => one === name);
    if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error("no unprivileged account to run PostgreSQL as");
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
