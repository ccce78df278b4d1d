import type { Database, Transaction } from "@genai-office/shared/database";

/** How long the bot keeps what it keeps. Milliseconds; 0 keeps nothing beyond the next look. */
export interface Retention {
  /** Transcripts, files and texts, and what was made of a message for a dialog, from the end of their job. */
  materialMs: number;
  /** Jobs with what they have made, from their end. */
  recordMs: number;
  /** That an activity came in. Shorter than the connector repeats would let a job run twice. */
  inboxMs: number;
  /** What was said before in a conversation: each turn from when it was answered, also where the conversation goes on. */
  memoryMs: number;
}

const hour = 3_600_000;
const day = 24 * hour;

export const defaultRetention: Retention = { materialMs: day, recordMs: 30 * day, inboxMs: day, memoryMs: 7 * day };

/** Rows that go in one statement. */
const mostAtOnce = 500;

/** For one node at a time: the bytes of "keep". */
const advisoryLock = 0x6b656570;

/** Rows; of the memory the conversations that something was taken from, turns or all. */
export type Removed = Record<"material" | "records" | "inbox" | "memory", number>;

/**
 * Removes what is older than it may be; checkpoints went with the end of their job.
 * @param now what the ages are counted from
 * @returns how much was removed; undefined when another node is at it
 * @throws DatabaseError
 */
export async function removeOld(database: Database, keep: Retention, now: Date): Promise<Removed | undefined> {
  const removed: Removed = { material: 0, records: 0, inbox: 0, memory: 0 };
  for (let more = true; more;) {
    const round = await database.transaction((transaction) => removeSome(transaction, keep, now));
    if (round === undefined) return undefined;
    for (const key of Object.keys(removed) as (keyof Removed)[]) removed[key] += round[key];
    more = Object.values(round).some((count) => count >= mostAtOnce);
  }
  return removed;
}

async function removeSome(transaction: Transaction, keep: Retention, now: Date): Promise<Removed | undefined> {
  const [lock] = await transaction.query<{ ours: boolean }>("select pg_try_advisory_xact_lock($1) as ours", [
    advisoryLock,
  ]);
  if (lock?.ours !== true) return undefined;
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  const count = async (sql: string, ...olderThan: Date[]): Promise<number> =>
    (await transaction.query(`${sql} returning 1`, olderThan)).length;
  const forgotten = await count(
    `delete from conversation_memory where conversation in (
       select conversation from conversation_memory where updated_at <= $1 limit ${mostAtOnce})`,
    before(keep.memoryMs),
  );
  // The version stays: an answer that is on its way was asked with what it knew, and its turn is not lost.
  const shortened = await count(
    `update conversation_memory set entries = (
         select coalesce(jsonb_agg(entry order by place), '[]'::jsonb)
         from jsonb_array_elements(entries) with ordinality as kept (entry, place)
         where coalesce((entry ->> 'at')::timestamptz > $1, true))
       where conversation in (select conversation from conversation_memory
         where exists (select 1 from jsonb_array_elements(entries) as entry where (entry ->> 'at')::timestamptz <= $1)
         limit ${mostAtOnce})`,
    before(keep.memoryMs),
  );
  return {
    material: await count(
      `delete from job_material where job in (select id from jobs join job_material on job = id
         where finished_at <= $1 limit ${mostAtOnce})`,
      before(keep.materialMs),
    ),
    records: await count(
      `delete from jobs where id in (select id from jobs
         where finished_at <= $1 or (kind = 'message-action' and finished_at <= $2) limit ${mostAtOnce})`,
      before(keep.recordMs),
      before(keep.materialMs),
    ),
    inbox: await count(
      `delete from job_inbox where (conversation, activity) in (
         select conversation, activity from job_inbox where received_at <= $1 limit ${mostAtOnce})`,
      before(keep.inboxMs),
    ),
    memory: forgotten + shortened,
  };
}
