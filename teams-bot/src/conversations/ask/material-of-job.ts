import type { Database } from "@genai-office/shared/database";

/** Bytes that an earlier job of the same tenant worked on; undefined when retention has taken them. @throws DatabaseError */
export async function materialOfJob(database: Database, job: string, tenant: string): Promise<Uint8Array | undefined> {
  const [row] = await database.query<{ bytes: Uint8Array }>(
    "select bytes from job_material join jobs on jobs.id = job where job::text = $1 and tenant = $2",
    [job, tenant],
  );
  return row?.bytes;
}
