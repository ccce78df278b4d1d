import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Socket } from "node:net";
import pg from "pg";
import { DatabaseError, type Database, type SqlValue, type Transaction } from "../database";
import type { PostgresqlSettings } from "../database-settings";

const { builtins } = pg.types;

/** The same values as from the embedded database: numbers for bigint and numeric, dates without time as text. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMP, (text) => text],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    parsers.get(oid) ??
    (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(
      oid,
      format,
    )) as typeof pg.types.getTypeParser,
};

/** How long a connection may take to come about. Milliseconds. */
const connectMs = 10_000;
/** Longer than any statement of the relay, and than a page of a report; one that takes more has met a fault. Milliseconds. */
const statementMs = 10_000;
/** A migration may rewrite a table. Milliseconds. */
const scriptMs = 60_000;
/**
 * How much longer than the server the client waits: a server that was stopped, or a network that went silent, ends no statement
 * by itself. Milliseconds.
 */
const answerMs = 1_000;
/** How long a close waits for what is running; connections that nobody answers are cut then. Milliseconds. */
const closeMs = 2_000;

/** A pool of connections to a server, and one connection aside; the first query connects. */
export function openPostgresql(settings: PostgresqlSettings): Database {
  const sockets = new Set<Socket>();
  const pool = createPool(settings, settings.connections, sockets);
  const aside = createPool(settings, 1, sockets);

  async function transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const client = await pool.connect().catch(rethrow);
    let broken: Error | undefined;
    try {
      await run(client, "begin");
      const result = await work({
        query: (sql, values) => run(client, sql, values),
        script: (sql) => runScript(client, sql),
      });
      await run(client, "commit");
      return result;
    } catch (thrown) {
      // Behind a statement that got no answer a rollback gets none either.
      if (thrown instanceof DatabaseError && thrown.code === "CONNECTION") broken = thrown;
      else await run(client, "rollback").catch((error: Error) => (broken = error));
      throw thrown;
    } finally {
      client.release(broken);
    }
  }

  async function close(): Promise<void> {
    const cut = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, closeMs);
    await Promise.all([pool.end(), aside.end()]);
    // The pool forgets a connection as soon as it has said goodbye; one that is not answered would keep the process alive.
    if (sockets.size === 0) clearTimeout(cut);
    else cut.unref();
  }

  return {
    kind: "postgresql",
    query: (sql, values) => run(pool, sql, values),
    aside: { query: (sql, values) => run(aside, sql, values) },
    async queryOften<Row>(sql: string, values: readonly SqlValue[]) {
      const { rows } = await pool.query({ name: nameOf(sql), text: sql, values: values.map(bytes) }).catch(rethrow);
      return rows as Row[];
    },
    transaction,
    close,
  };
}

/** @param sockets where the sockets of its connections are kept as long as they are open */
function createPool(settings: PostgresqlSettings, connections: number, sockets: Set<Socket>): pg.Pool {
  const { passwordFile, tls } = settings;
  const pool = new pg.Pool({
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.user,
    max: connections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    query_timeout: statementMs + answerMs,
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once("close", () => sockets.delete(socket));
    },
    application_name: "genai-relay",
    keepAlive: true,
    types,
    // Given as a function so that a file of libpq (~/.pgpass) is not looked for.
    password: async () => (passwordFile === undefined ? "" : (await readFile(passwordFile, "utf8")).trim()),
    ssl: tls !== undefined && {
      rejectUnauthorized: true,
      ...(tls.ca === undefined ? {} : { ca: tls.ca }),
      ...(tls.checkHost ? {} : { checkServerIdentity: () => undefined }),
    },
  });
  // A connection that breaks while it rests; the pool takes it out, and the next query makes another one.
  pool.on("error", () => undefined);
  return pool;
}

async function run<Row>(
  client: pg.Pool | pg.PoolClient,
  sql: string,
  values: readonly SqlValue[] = [],
): Promise<Row[]> {
  const { rows } = await client.query(sql, values.map(bytes)).catch(rethrow);
  return rows as Row[];
}

/** Several statements, which may take longer than others until the end of their transaction. */
async function runScript(client: pg.PoolClient, text: string): Promise<void> {
  await run(client, `set local statement_timeout = ${scriptMs}`);
  // The driver knows a time of one query, its types do not.
  const query: pg.QueryConfig & { query_timeout: number } = { text, query_timeout: scriptMs + answerMs };
  await client.query(query).catch(rethrow);
}

const names = new Map<string, string>();

/** A prepared statement has a name of 63 bytes at most. */
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined)
    names.set(sql, (name = `often_${createHash("sha256").update(sql).digest("hex").slice(0, 40)}`));
  return name;
}

/** The driver knows bytes as Buffer only. */
function bytes(value: SqlValue): unknown {
  return value instanceof Uint8Array && !Buffer.isBuffer(value) ? Buffer.from(value) : value;
}

function rethrow(cause: unknown): never {
  const code = (cause as { code?: unknown }).code;
  const isState = typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("E");
  throw new DatabaseError(isState ? code : "CONNECTION", { cause });
}
