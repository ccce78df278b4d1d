import type { Queries } from "../database";
import type { Job, JobKind, JobState } from "../vocabulary";
import type { MinutesRecord } from "../tasks";

/** Who asks; both as the directory writes them. Every statement compares both: nobody reads the jobs of somebody else. */
export interface JobOwner {
  /** Object id. */
  person: string;
  tenant: string;
}

/** A job with what it has made. */
export interface JobWithRecord {
  job: Job;
  /** Undefined until it is finished, and for kinds that keep none. */
  record: MinutesRecord | undefined;
}

/** Jobs of one page of a list. */
const mostJobs = 100;

const columns = `jobs.id, kind, state, person, tenant, title, steps_done, steps_planned, error_code, created_at, finished_at`;

/** Of this owner, and not on its way out. Case of ids is of no meaning in a directory. */
const owned = "lower(person) = lower($1) and lower(tenant) = lower($2) and not delete_requested";

/** The latest jobs of a person, newest first; at most 100. @throws DatabaseError */
export async function jobsOfPerson(
  queries: Queries,
  { person, tenant }: JobOwner,
  kinds: readonly JobKind[] = ["minutes"],
): Promise<Job[]> {
  const rows = await queries.query<JobRow>(
    `select ${columns} from jobs where ${owned} and kind = any($3::text[]) order by created_at desc, id limit ${mostJobs}`,
    [person, tenant, kinds],
  );
  return rows.map(jobOf);
}

/** One job of a person; undefined when there is none of theirs with that id (a UUID or not). @throws DatabaseError */
export async function jobOfPerson(
  queries: Queries,
  { person, tenant }: JobOwner,
  id: string,
): Promise<JobWithRecord | undefined> {
  const [row] = await queries.query<JobRow & { record: MinutesRecord | null }>(
    `select ${columns}, record from jobs left join job_records on job = jobs.id where ${owned} and jobs.id::text = lower($3)`,
    [person, tenant, id],
  );
  return row === undefined ? undefined : { job: jobOf(row), record: row.record ?? undefined };
}

/**
 * Asks for the end of a job that waits or runs; whoever works on it learns of it within seconds.
 * @returns false when there is no such job of theirs, or it is over
 */
export async function cancelJobOfPerson(queries: Queries, { person, tenant }: JobOwner, id: string): Promise<boolean> {
  const rows = await queries.query(
    `update jobs set cancel_requested = true
     where ${owned} and jobs.id::text = lower($3) and state in ('waiting', 'running') returning jobs.id`,
    [person, tenant, id],
  );
  return rows.length > 0;
}

/**
 * Removes a job with everything that is kept of it: at once when it is over; one that is worked on is no longer shown, and
 * removed as soon as its work has been ended.
 * @returns false when there is no such job of theirs
 */
export async function removeJobOfPerson(queries: Queries, { person, tenant }: JobOwner, id: string): Promise<boolean> {
  const over = await queries.query(
    `delete from jobs where ${owned} and jobs.id::text = lower($3) and finished_at is not null returning jobs.id`,
    [person, tenant, id],
  );
  if (over.length > 0) return true;
  const rows = await queries.query(
    `update jobs set cancel_requested = true, delete_requested = true
     where ${owned} and jobs.id::text = lower($3) and finished_at is null returning jobs.id`,
    [person, tenant, id],
  );
  return rows.length > 0;
}

interface JobRow {
  id: string;
  kind: JobKind;
  state: JobState;
  person: string;
  tenant: string;
  title: string;
  steps_done: number;
  steps_planned: number;
  error_code: string | null;
  created_at: Date;
  finished_at: Date | null;
}

function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    person: row.person,
    tenant: row.tenant,
    title: row.title,
    createdAt: row.created_at,
    finishedAt: row.finished_at ?? undefined,
    steps: { done: row.steps_done, planned: row.steps_planned },
    errorCode: row.error_code ?? undefined,
  };
}
