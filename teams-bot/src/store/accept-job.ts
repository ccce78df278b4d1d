import { randomUUID } from "node:crypto";
import type { Database } from "@genai-office/shared/database";
import { personOf } from "../channel/conversation";
import type { NewJob } from "../jobs/job-port";
import type { JobQueue } from "./job-queue";
import { storable, storableJson } from "./storable";
import { tooManyJobs } from "./taken-job";

/** Activity by which a job came in. */
export interface InboundActivity {
  conversation: string;
  id: string;
}

/**
 * Notes an activity, makes its job and puts it into the queue, in one transaction: an activity that is delivered many times,
 * to many nodes, makes one job, and what was acknowledged is in the queue. The more jobs a person has, the later their next
 * one is taken; beyond `mostOfPerson` it is stored as refused (`tooManyJobs`).
 * @returns id of the job; undefined when the activity had been noted before
 * @throws DatabaseError
 */
export async function acceptJob(
  database: Database,
  queue: JobQueue,
  activity: InboundActivity,
  job: NewJob,
  mostOfPerson: number,
): Promise<string | undefined> {
  const { conversation } = job;
  const person = personOf(conversation);
  return database.transaction(async (transaction) => {
    const noted = await transaction.query(
      "insert into job_inbox (conversation, activity) values ($1, $2) on conflict do nothing returning activity",
      [storable(activity.conversation), storable(activity.id)],
    );
    if (noted.length === 0) return undefined;
    const id = randomUUID();
    // Two messages of one person at once are counted one after the other.
    await transaction.query("select pg_advisory_xact_lock(hashtextextended($1, 5))", [
      `${conversation.tenant} ${person}`,
    ]);
    const [counted] = await transaction.query<{ active: number }>(
      "select count(*) as active from jobs where tenant = $1 and person = $2 and state in ('waiting', 'running')",
      [conversation.tenant, person],
    );
    const active = counted?.active ?? 0;
    await transaction.query(
      `insert into jobs (id, kind, person, tenant, title, conversation, input, error_code)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8)`,
      [
        id,
        job.kind,
        storable(person),
        storable(conversation.tenant),
        storable(job.title),
        storableJson(conversation),
        storableJson(job.input),
        active >= mostOfPerson ? tooManyJobs : null,
      ],
    );
    if (job.material !== undefined)
      await transaction.query("insert into job_material (job, bytes) values ($1, $2)", [id, job.material]);
    await queue.put(transaction, id, { priority: -active });
    return id;
  });
}
