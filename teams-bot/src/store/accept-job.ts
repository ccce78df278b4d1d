import { randomUUID } from "node:crypto";
import type { Database } from "@genai-office/shared/database";
import { personOf } from "../channel/conversation";
import type { NewJob } from "../jobs/job-port";
import { laneOf } from "./job-lane";
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
 * to many nodes, makes one job, and what was acknowledged is in the queue. The more jobs of a kind a person has, the later
 * their next one is taken; beyond `mostOfPerson` it is stored as refused (`tooManyJobs`).
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
  const person = storable(personOf(conversation));
  const tenant = storable(conversation.tenant);
  // A file that somebody accepted is owed to them.
  const most = job.kind === "delivery" ? Number.MAX_SAFE_INTEGER : mostOfPerson;
  return database.transaction(async (transaction) => {
    const noted = await transaction.query(
      `with noted as (
         insert into job_inbox (conversation, activity) values ($1, $2) on conflict do nothing returning activity)
       -- Two messages of one person at once are counted one after the other; those of one conversation are dated in the order in
       -- which they are noted, so that the later question sees the earlier.
       select pg_advisory_xact_lock(hashtextextended($3, 5)), pg_advisory_xact_lock(hashtextextended($4, 6)) from noted`,
      [
        storable(activity.conversation),
        storable(activity.id),
        `${tenant} ${person}`,
        storable(`${tenant} ${conversation.id}`),
      ],
    );
    if (noted.length === 0) return undefined;
    const id = randomUUID();
    const [made] = await transaction.query<{ active: number }>(
      `with others as (
         select count(*) as active from jobs
         where tenant = $4 and person = $3 and kind = $2 and state in ('waiting', 'running')),
       made as (
         insert into jobs (id, kind, person, tenant, title, conversation, input, error_code, accepted_activity, created_at)
         select $1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, case when active >= $8 then '${tooManyJobs}' end, $9,
           clock_timestamp()
         from others)
       select active from others`,
      [
        id,
        job.kind,
        person,
        tenant,
        storable(job.title),
        storableJson(conversation),
        storableJson(job.input),
        most,
        job.acceptedActivity === undefined ? null : storable(job.acceptedActivity),
      ],
    );
    const active = made?.active ?? 0;
    // What is refused is not worked on, and its file is not kept.
    if (job.material !== undefined && active < most)
      await transaction.query("insert into job_material (job, bytes) values ($1, $2)", [id, job.material]);
    await queue.put(transaction, laneOf(job.kind), id, { priority: -active });
    return id;
  });
}
