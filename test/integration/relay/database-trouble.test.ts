import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { join } from "node:path";
import type { AdminStatus, AuditVerification } from "../../../relay/src/admin/shapes";
import { openDatabase } from "@genai-office/shared/database";
import { startModelServer, type ModelServer } from "../../support/model-server";
import { answerReply } from "../../support/model-server-replies";
import { startPostgresql } from "../../support/postgresql/start-postgresql";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { ask } from "./admin-client";
import { post, readError, readEvents, startRelay, summarizeStep } from "./relay-under-test";

let upstream: ModelServer;
beforeAll(async () => {
  upstream = await startModelServer(answerReply("要約。[1]"));
});
afterAll(() => upstream.close());

interface Health {
  code: number;
  status: string;
  database: string;
  audit?: string;
}

async function health(origin: string): Promise<Health> {
  const response = await fetch(`${origin}/api/health`);
  return { code: response.status, ...((await response.json()) as Omit<Health, "code">) };
}

async function until(origin: string, wanted: Partial<Health>): Promise<Health> {
  let seen: Health | undefined;
  for (let waited = 0; waited < 40_000; waited += 100) {
    seen = await health(origin);
    if (Object.entries(wanted).every(([name, value]) => seen?.[name as keyof Health] === value)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${JSON.stringify(seen)} instead of ${JSON.stringify(wanted)}`);
}

/** A folder whose schema is not the one of this version. */
async function folderWith(change: string): Promise<string> {
  const directory = await temporaryDatabaseFolder();
  const database = await openDatabase({ kind: "embedded", directory });
  await database.query(change);
  await database.close();
  return directory;
}

describe("a database of another version", () => {
  test("ends the process, with one line of what is the matter", async () => {
    const directory = await folderWith(
      "insert into schema_migrations (number, name, checksum) values (9999, 'later', 'x')",
    );
    const repository = join(__dirname, "../../..");
    const child = spawn(process.execPath, ["--import", "tsx", join(repository, "relay/src/main.ts")], {
      cwd: repository,
      env: { PATH: process.env["PATH"] ?? "", RELAY_PORT: "0", DATABASE_DIRECTORY: directory },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [logged, said] = ["", ""];
    child.stdout.on("data", (piece: Buffer) => (logged += piece.toString()));
    child.stderr.on("data", (piece: Buffer) => (said += piece.toString()));
    const code = await new Promise((resolve) => child.once("close", resolve));
    rmSync(directory, { recursive: true, force: true });
    expect(code).toBe(1);
    expect(said).toMatch(/^Cannot start: the database is of a newer version \(schema \d+, this version knows \d+\)/m);
    expect(logged).toContain("the database is of a newer version");
  });

  test("is told by health where the relay is part of another process, and no step is let through", async () => {
    const directory = await folderWith("update schema_migrations set checksum = 'x' where number = 1");
    const under = await startRelay({ upstreamUrl: upstream.url, database: { kind: "embedded", directory } });
    try {
      await until(under.origin, { code: 503, status: "unavailable", database: "unusable" });
      expect(under.logged()).toContainEqual(
        expect.objectContaining({
          level: 60,
          problem: "the database was made by other migrations than those of this version (1)",
        }),
      );
      expect(await readError(await post(`${under.origin}/api/steps`, summarizeStep()))).toMatchObject({
        code: "unavailable",
      });
    } finally {
      await under.relay.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

describe("an entry behind the head of the audit", () => {
  test("is told by log, health and admin page; verifying says where, although that cannot be put on record", async () => {
    const directory = await folderWith(
      `insert into audit_entries (sequence, content, previous, hash) values (1, '{"kind":"x"}', repeat('0', 64), repeat('0', 64))`,
    );
    const under = await startRelay({ upstreamUrl: upstream.url, database: { kind: "embedded", directory } });
    try {
      await until(under.origin, { code: 503, status: "unavailable", database: "ok", audit: "blocked" });
      const refused = await post(`${under.origin}/api/steps`, summarizeStep());
      expect(await readError(refused)).toMatchObject({ code: "unavailable" });
      const status = JSON.parse((await ask(under.origin, "GET", "/status", {})).text) as AdminStatus;
      expect(status).toMatchObject({ audit: "blocked", database: { kind: "embedded" } });
      const verified = await ask(under.origin, "GET", "/audit/verify", {});
      expect(verified.status).toBe(200);
      expect(JSON.parse(verified.text) as AuditVerification).toMatchObject({
        intact: false,
        fault: "stray",
        at: 1,
        recorded: false,
      });
      expect(under.logged()).toContainEqual(expect.objectContaining({ level: 50, chain: "blocked" }));
      expect(under.logLines.join("\n")).toContain("DatabaseError 23505");
      expect(under.logged()).toContainEqual(
        expect.objectContaining({ msg: "verification not audited", intact: false, fault: "stray" }),
      );
    } finally {
      await under.relay.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

describe("a PostgreSQL server that cannot be reached", () => {
  /** A way to the server that can be cut. */
  async function cuttable(port: number): Promise<{ port: number; open(): Promise<void>; cut(): Promise<void> }> {
    const sockets = new Set<Socket>();
    let own = 0;
    let server: Server | undefined;
    const open = (): Promise<void> =>
      new Promise((resolve) => {
        server = createServer((incoming) => {
          const outgoing = connect(port, "127.0.0.1");
          for (const socket of [incoming, outgoing]) {
            sockets.add(socket);
            socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
          }
          incoming.pipe(outgoing).pipe(incoming);
        }).listen(own, "127.0.0.1", () => {
          own = (server!.address() as AddressInfo).port;
          resolve();
        });
      });
    const cut = (): Promise<void> =>
      new Promise((resolve) => {
        server!.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      });
    await open();
    return { port: own, open, cut };
  }

  test("shows in health and in the log with the system's code; the relay goes on by itself when it is back", async () => {
    const server = await startPostgresql();
    const way = await cuttable(server.settings.port);
    await way.cut();
    const under = await startRelay({ upstreamUrl: upstream.url, database: { ...server.settings, port: way.port } });
    try {
      await until(under.origin, { code: 503, status: "unavailable", database: "unreachable" });
      expect(under.logged()).toContainEqual(expect.objectContaining({ level: 50, fault: "ECONNREFUSED" }));
      expect(under.logLines.join("\n")).toMatch(/DatabaseError CONNECTION < \w*Error ECONNREFUSED/);
      await way.open();
      await until(under.origin, { code: 200, status: "ok", database: "ok", audit: "ok" });
      const done = await post(`${under.origin}/api/steps`, summarizeStep());
      expect((await readEvents(done)).at(-1)).toMatchObject({ type: "finished" });

      await way.cut();
      await until(under.origin, { code: 503, database: "unreachable" });
      const status = JSON.parse((await ask(under.origin, "GET", "/status", {})).text) as AdminStatus;
      expect(status.database).toMatchObject({ kind: "postgresql", fault: "ECONNREFUSED" });
      expect(await readError(await post(`${under.origin}/api/steps`, summarizeStep()))).toMatchObject({
        code: "unavailable",
      });
      await way.open();
      await until(under.origin, { code: 200, status: "ok" });
      const again = await post(`${under.origin}/api/steps`, summarizeStep());
      expect((await readEvents(again)).at(-1)).toMatchObject({ type: "finished" });
    } finally {
      await under.relay.stop();
      await way.cut().catch(() => undefined);
      await server.stop();
    }
  });
});
