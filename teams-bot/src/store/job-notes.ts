import type { Database } from "@genai-office/shared/database";
import { storable, storableJson } from "./storable";
import { tooManyJobs, type JobEndCode, type TakenJob } from "./taken-job";

/** This node has lost the lease of a job: another one works on it, or it is gone. Nothing may be written or said about it. */
export class LeaseLostError extends Error {
  constructor() {
    super("the lease of the job was lost");
    this.name = "LeaseLostError";
  }
}

/** What a node writes about a job that it holds. Every write fails with LeaseLostError once it holds it no longer. */
export interface JobNotes {
  /** Result stored under that key, or undefined. */
  step(key: string): Promise<object | undefined>;
  storeStep(key: string, result: object): Promise<void>;
  material(): Promise<Uint8Array | undefined>;
  progress(done: number, planned: number): Promise<void>;
  acceptedActivity(id: string): Promise<void>;
  /** @returns false when the effect was noted before */
  noteEffect(name: string): Promise<boolean>;
  /** From now on the job only has to be told about, then ended. */
  condemn(code: JobEndCode): Promise<void>;
  /** Ends the job for good, with its record, and drops its checkpoints. */
  end(state: "finished" | "failed" | "cancelled", record?: object): Promise<void>;
}

const held = "id = $1 and attempt = $2 and state = 'running'";

export function createJobNotes(database: Database, job: Pick<TakenJob, "id" | "attempt">): JobNotes {
  const fence = [job.id, job.attempt] as const;

  async function write(sql: string, ...values: (string | number)[]): Promise<void> {
    const rows = await database.query(sql, [...fence, ...values]);
    if (rows.length === 0) throw new LeaseLostError();
  }

  return {
    async step(key) {
      const [row] = await database.query<{ result: object }>(
        "select result from job_steps where job = $1 and key = $2",
        [job.id, key],
      );
      return row?.result;
    },
    storeStep: (key, result) =>
      write(
        `with held as (update jobs set tries = 0 where ${held} returning id),
           stored as (insert into job_steps (job, key, result) select id, $3, $4::jsonb from held on conflict do nothing)
         select id from held`,
        key,
        storableJson(result),
      ),
    async material() {
      const [row] = await database.query<{ bytes: Uint8Array }>("select bytes from job_material where job = $1", [
        job.id,
      ]);
      return row?.bytes;
    },
    progress: (done, planned) =>
      write(`update jobs set steps_done = $3, steps_planned = $4 where ${held} returning id`, done, planned),
    acceptedActivity: (id) => write(`update jobs set accepted_activity = $3 where ${held} returning id`, storable(id)),
    async noteEffect(name) {
      const rows = await database.query<{ noted: boolean }>(
        `with held as (select id from jobs where ${held} for update),
           noted as (insert into job_effects (job, name) select id, $3 from held on conflict do nothing returning job)
         select exists (select 1 from noted) as noted from held`,
        [...fence, name],
      );
      if (rows[0] === undefined) throw new LeaseLostError();
      return rows[0].noted;
    },
    condemn: (code) => write(`update jobs set error_code = $3 where ${held} returning id`, code),
    async end(state, record) {
      await database.transaction(async (transaction) => {
        const [ended] = await transaction.query<{ remove: boolean }>(
          // What was asked goes with the end: only minutes that wait for an answer of their person keep it, to be begun anew,
          // and dialogs the id that they ask by. A title says what was asked as well; that of minutes is their name.
          `update jobs set state = $3, finished_at = now(), node = null, lease_until = null,
             input = case when kind = 'minutes' and $3 = 'failed' and error_code = 'confidentiality-unconfirmed' then input
               when kind = 'message-action' then jsonb_build_object('request', input -> 'request') else '{}'::jsonb end,
             title = case when kind = 'minutes' then title else '' end,
             error_code = case when $3 <> 'failed' then null when error_code = '${tooManyJobs}' then 'rate-limited' else error_code end,
             steps_planned = case when $3 = 'finished' then greatest(steps_done, steps_planned) else steps_planned end,
             steps_done = case when $3 = 'finished' then greatest(steps_done, steps_planned) else steps_done end
           where ${held} returning delete_requested as remove`,
          [...fence, state],
        );
        if (ended === undefined) throw new LeaseLostError();
        if (ended.remove) {
          await transaction.query("delete from jobs where id = $1", [job.id]);
          return;
        }
        await transaction.query("delete from job_steps where job = $1", [job.id]);
        // The next question may be about the same file as long as the conversation remembers it, and minutes may have to be
        // begun anew, once their person has answered; nobody reads the others again.
        await transaction.query(
          `delete from job_material using jobs where job = $1 and jobs.id = job and case kind
             when 'minutes' then error_code is distinct from 'confidentiality-unconfirmed'
             when 'ask' then not exists (
               select 1 from conversation_memory memory, jsonb_array_elements(memory.entries) turn
               where memory.conversation = concat_ws(' ', jobs.conversation ->> 'channelId', jobs.tenant, jobs.conversation ->> 'id')
                 and turn -> 'file' ->> 'job' = $1::text)
             else true end`,
          [job.id],
        );
        if (record !== undefined)
          await transaction.query("insert into job_records (job, record) values ($1, $2::jsonb)", [
            job.id,
            storableJson(record),
          ]);
      });
    },
  };
}
