import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
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
/** Longer than any statement of the relay; one that takes more has met a fault. Milliseconds. */
const statementMs = 60_000;
/** Longer than one page of a report or an export. Milliseconds. */
const asideMs = 10_000;

/** A pool of connections to a server, and one connection aside; the first query connects. */
export function openPostgresql(settings: PostgresqlSettings): Database {
  const pool = createPool(settings, settings.connections, statementMs);
  const aside = createPool(settings, 1, asideMs);

  async function transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const client = await pool.connect().catch(rethrow);
    let broken: Error | undefined;
    try {
      await run(client, "begin");
      const result = await work({
        query: (sql, values) => run(client, sql, values),
        script: async (sql) => void (await client.query(sql).catch(rethrow)),
      });
      await run(client, "commit");
      return result;
    } catch (thrown) {
      await run(client, "rollback").catch((error: Error) => (broken = error));
      throw thrown;
    } finally {
      client.release(broken);
    }
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
    close: async () => void (await Promise.all([pool.end(), aside.end()])),
  };
}

function createPool(settings: PostgresqlSettings, connections: number, longestMs: number): pg.Pool {
  const { passwordFile, tls } = settings;
  const pool = new pg.Pool({
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.user,
    max: connections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: longestMs,
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
