import type { Database, Queries } from "@genai-office/shared/database";
import type { JobKind } from "@genai-office/shared/jobs";
import { laneOf, lanes, type JobLane } from "./job-lane";
import type { JobQueue } from "./job-queue";
import { takenColumns, takenJob, type TakenJob, type TakenRow } from "./taken-job";

/** Jobs that are given back in one go; the rest follows with the next look. */
const mostAtOnce = 50;

/** Who works on what, and for how long that holds without a further word. Times are the database's; milliseconds. */
export interface JobLeases {
  /** Jobs for this node, which has the lease of each from now on; at most so many of each lane. */
  take(node: string, most: Record<JobLane, number>): Promise<TakenJob[]>;
  /**
   * Holds leases further; only those that this process knows of, so that one whose taking it never heard of runs out.
   * @returns those that it still has; of the others nothing may be written any more
   */
  hold(jobs: readonly Pick<TakenJob, "id" | "attempt">[]): Promise<{ id: string; cancelRequested: boolean }[]>;
  /**
   * Takes back a try that was counted although the node lives: it was only too slow to hold the lease, and whoever has the job
   * now should not give it up for that.
   */
  pardon(id: string): Promise<void>;
  /** Puts jobs back into the queue whose node has not been heard of. @returns how many */
  reclaim(): Promise<number>;
  /** Puts a job back that this node does not finish; nothing happens when it has lost it. */
  giveBack(job: TakenJob, how: { afterSeconds: number; countsAsTry: boolean }): Promise<void>;
}

/** How soon a question is looked at again that waits for the one before it. */
const turnSeconds = 1;

/**
 * Questions with an earlier one of the same conversation that is not answered yet, on whatever node: one answer at a time. Two
 * streams at once would reach the limits of Teams, and the second question may go on from the first answer.
 */
async function tooEarly(queries: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await queries.query<{ id: string }>(
    `select mine.id from jobs mine where mine.id = any($1::uuid[]) and mine.kind = 'ask' and not mine.cancel_requested
       and mine.error_code is null and exists (
         select 1 from jobs other where other.kind = 'ask' and other.finished_at is null
           and other.conversation ->> 'id' = mine.conversation ->> 'id' and other.tenant = mine.tenant
           and (other.created_at, other.id) < (mine.created_at, mine.id))`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

export function createJobLeases(database: Database, queue: JobQueue, leaseMs: number): JobLeases {
  const lease = `now() + ${Math.round(leaseMs)} * interval '1 millisecond'`;
  const taking = `state = 'running', node = $1, lease_until = ${lease}, attempt = attempt + 1, tries = tries + 1`;
  const waiting = "state = 'waiting', node = null, lease_until = null";
  return {
    take(node, most) {
      return database.transaction(async (transaction) => {
        const ids: string[] = [];
        for (const lane of lanes) {
          const found = most[lane] === 0 ? [] : await queue.take(transaction, lane, most[lane]);
          const early = await tooEarly(transaction, found);
          // They hold no place meanwhile that somebody else could use.
          for (const id of early) await queue.put(transaction, lane, id, { afterSeconds: turnSeconds });
          ids.push(...found.filter((id) => !early.has(id)));
        }
        const rows =
          ids.length === 0
            ? []
            : await transaction.query<TakenRow>(
                `update jobs set ${taking} where id = any($2::uuid[]) and state = 'waiting' returning ${takenColumns}`,
                [node, ids],
              );
        // One that is to be ended waits neither for its turn nor for a place; its entry is found without a job later.
        const ending = await transaction.query<TakenRow>(
          `update jobs set ${taking} where id in (
             select id from jobs where state = 'waiting' and (cancel_requested or delete_requested)
             order by id limit ${mostAtOnce} for update skip locked)
           returning ${takenColumns}`,
          [node],
        );
        return [...ending, ...rows].map(takenJob);
      });
    },

    async hold(jobs) {
      const rows = await database.query<{ id: string; cancel_requested: boolean }>(
        `update jobs set lease_until = ${lease}
         from (select unnest($1::uuid[]) as job, unnest($2::integer[]) as taken) held
         where id = held.job and attempt = held.taken and state = 'running' returning id, cancel_requested`,
        [jobs.map(({ id }) => id), jobs.map(({ attempt }) => attempt)],
      );
      return rows.map(({ id, cancel_requested }) => ({ id, cancelRequested: cancel_requested }));
    },

    async pardon(id) {
      await database.query("update jobs set tries = greatest(0, tries - 1) where id = $1 and finished_at is null", [
        id,
      ]);
    },

    reclaim() {
      return database.transaction(async (transaction) => {
        const rows = await transaction.query<{ id: string; kind: JobKind }>(
          `update jobs set ${waiting} where id in (
             select id from jobs where state = 'running' and lease_until < now() order by id limit ${mostAtOnce}
             for update skip locked)
           returning id, kind`,
        );
        for (const { id, kind } of rows) await queue.put(transaction, laneOf(kind), id);
        return rows.length;
      });
    },

    async giveBack({ id, attempt, kind }, { afterSeconds, countsAsTry }) {
      await database.transaction(async (transaction) => {
        const rows = await transaction.query(
          `update jobs set ${waiting}, tries = greatest(0, tries - $3)
           where id = $1 and attempt = $2 and state = 'running' returning id`,
          [id, attempt, countsAsTry ? 0 : 1],
        );
        if (rows.length > 0) await queue.put(transaction, laneOf(kind), id, { afterSeconds });
      });
    },
  };
}
