import PgBoss from "pg-boss";
import type { Database, Queries, SqlValue } from "@genai-office/shared/database";
import type { JobLane } from "./job-lane";

/** Queue of each lane; their tables are made by migrations. */
const queues: Record<JobLane, string> = { long: "jobs", chat: "chat" };

/** Entries of jobs that wait, in the order in which they are to be taken. Every call takes part in the caller's transaction. */
export interface JobQueue {
  /**
   * Puts a job in; nothing happens when it is in already.
   * @param when now, in the order in which they came in, when left out
   */
  put(queries: Queries, lane: JobLane, job: string, when?: QueuedWhen): Promise<void>;
  /** Takes jobs out whose time has come; two who ask at once get different ones. @returns their ids */
  take(queries: Queries, lane: JobLane, most: number): Promise<string[]>;
}

export interface QueuedWhen {
  /** Jobs of a higher priority go first, then the older. */
  priority?: number;
  /** Not before so many seconds from now. */
  afterSeconds?: number;
}

/**
 * pg-boss as the order of what waits: it knows priorities, delays and how two nodes take from one table. A job that is taken
 * leaves the queue in the same transaction in which the node gets its lease (job-store.ts), so that a job is always in one of
 * the two places. Its own supervision, archive and retries are off: they know no heartbeat.
 */
export function createJobQueue(database: Database): JobQueue {
  const boss = new PgBoss({
    db: over(database).db,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  // Nothing of its own runs that could fail; an error event without a listener would end the process all the same.
  boss.on("error", () => undefined);
  return {
    async put(queries, lane, job, { priority = 0, afterSeconds = 0 } = {}) {
      // What is due now is dated a second back: entries are taken when their time is before now, and clocks are coarse.
      const startAfter = afterSeconds > 0 ? afterSeconds : "-1";
      const { db } = over(queries);
      await boss.send(queues[lane], {}, { id: job, priority, startAfter, db });
    },
    async take(queries, lane, most) {
      const queue = queues[lane];
      const { db, failure } = over(queries);
      const entries = await boss.fetch(queue, { batchSize: most, db });
      // The package takes any failure for "somebody else was faster".
      const failed = failure();
      if (failed !== undefined) throw failed;
      const ids = entries.map(({ id }) => id);
      if (ids.length > 0) await boss.deleteJob(queue, ids, { db });
      return ids;
    },
  };
}

/** Our queries as the package wants them. */
function over(queries: Queries): { db: PgBoss.Db; failure(): Error | undefined } {
  let failed: Error | undefined;
  return {
    failure: () => failed,
    db: {
      async executeSql(text: string, values: unknown[] = []) {
        try {
          return { rows: await queries.query(text, values.map(sqlValue)) };
        } catch (thrown) {
          failed = thrown as Error;
          throw thrown;
        }
      },
    },
  };
}

function sqlValue(value: unknown): SqlValue {
  if (value === undefined || value === null) return null;
  const isPlain = typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
  return isPlain ? JSON.stringify(value) : (value as SqlValue);
}
