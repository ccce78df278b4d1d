import { randomUUID } from "node:crypto";
import { within } from "../audit/within";
import { relayVersion } from "../config/relay-version";
import type { Database } from "@genai-office/shared/database";
import { clockAhead } from "./clock-ahead";
import type { DatabaseStatus, NodeStatus } from "./shapes";

/** What the nodes of a database tell of themselves. */
export interface NodeReports {
  /** The nodes that were seen within the last day. @throws DatabaseError, GenaiError "timeout" after two seconds */
  list(): Promise<NodeStatus[]>;
  /** Asks the database for its clock; one that does not answer within two seconds has none. */
  databaseStatus(): Promise<DatabaseStatus>;
  start(): void;
  /** Takes the node out of the list, unless the database hangs. */
  stop(): Promise<void>;
}

/** How often a node tells that it is there, and how long it may be silent. Milliseconds. */
const beatMs = 5_000;
const silentMs = 30_000;

/** How long the admin page, or a node that stops, waits for the database. Milliseconds. */
const longestMs = 2_000;

interface NodeRow {
  node: string;
  version: string;
  settings_version: string;
  started_at: Date;
  seen_at: Date;
  clock_ahead_ms: number;
  silent_ms: number;
}

export interface NodeReportsOptions {
  database: Database | undefined;
  settingsVersion(): string;
  onFailure?(error: unknown): void;
}

export function createNodeReports({ database, settingsVersion, onFailure }: NodeReportsOptions): NodeReports {
  const node = randomUUID();
  const startedAt = new Date();
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<void> = Promise.resolve();
  let stopped = false;
  let clock: ReturnType<typeof clockOf> | undefined;
  let listing: Promise<NodeRow[]> | undefined;

  async function beat(from: Database): Promise<void> {
    const { clockAheadMs } = await clockOf(from);
    await from.query(
      `insert into node_reports as kept (node, version, settings_version, clock_ahead_ms) values ($1, $2, $3, $4)
       on conflict (node) do update set seen_at = now(), settings_version = excluded.settings_version,
         clock_ahead_ms = excluded.clock_ahead_ms`,
      [node, relayVersion, settingsVersion(), clockAheadMs],
    );
    await from.query("delete from node_reports where seen_at < now() - interval '1 day'");
  }

  function schedule(from: Database): void {
    beating = beat(from)
      .catch((error: unknown) => onFailure?.(error))
      .finally(() => {
        if (!stopped) timer = setTimeout(() => schedule(from), beatMs).unref();
      });
  }

  // A page that is loaded again while the database hangs is not to take one connection after the other.
  const clockNow = (from: Database) => (clock ??= clockOf(from).finally(() => (clock = undefined)));
  const rowsNow = (from: Database) => (listing ??= rowsOf(from).finally(() => (listing = undefined)));

  function ownStatus(): NodeStatus {
    const now = new Date().toISOString();
    const versions = { version: relayVersion, settingsVersion: settingsVersion() };
    return {
      id: node,
      this: true,
      alive: true,
      ...versions,
      startedAt: startedAt.toISOString(),
      seenAt: now,
      clockAheadMs: 0,
    };
  }

  return {
    async list() {
      if (database === undefined) return [ownStatus()];
      const rows = await within(longestMs, rowsNow(database));
      return rows.map((row) => ({
        id: row.node,
        this: row.node === node,
        alive: row.silent_ms < silentMs,
        version: row.version,
        settingsVersion: row.settings_version,
        startedAt: row.started_at.toISOString(),
        seenAt: row.seen_at.toISOString(),
        clockAheadMs: row.clock_ahead_ms,
      }));
    },
    async databaseStatus() {
      if (database === undefined) return { kind: "none" };
      try {
        return { kind: database.kind, ...(await within(longestMs, clockNow(database))) };
      } catch (error) {
        onFailure?.(error);
        return { kind: database.kind };
      }
    },
    start() {
      if (database !== undefined) schedule(database);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      // A node that stops as asked is not one that is missing.
      const leave = beating.then(async () => {
        if (database !== undefined && timer !== undefined)
          await database.query("delete from node_reports where node = $1", [node]);
      });
      await within(longestMs, leave).catch((error: unknown) => onFailure?.(error));
    },
  };
}

function rowsOf(database: Database): Promise<NodeRow[]> {
  return database.query<NodeRow>(
    `select node, version, settings_version, started_at, seen_at, clock_ahead_ms,
       extract(epoch from now() - seen_at) * 1000 as silent_ms
     from node_reports where seen_at >= now() - interval '1 day' order by seen_at desc limit 200`,
  );
}

/** How far the clock of this node is ahead; a database that is busy makes no difference. */
async function clockOf(database: Database): Promise<{ answersInMs: number; clockAheadMs: number }> {
  const before = Date.now();
  const [row] = await database.query<{ now: number }>(
    "select (extract(epoch from clock_timestamp()) * 1000)::double precision as now",
  );
  const after = Date.now();
  const now = row?.now ?? after;
  return { answersInMs: after - before, clockAheadMs: clockAhead({ from: before, to: after }, { from: now, to: now }) };
}
