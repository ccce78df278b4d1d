import type { Queries } from "@genai-office/shared/database";
import type { Conversation } from "../channel/conversation";

/**
 * Removes the files and texts that jobs of a conversation worked on. What a job still works on goes with its end, because
 * nothing remembers it then (job-notes.ts).
 * @throws DatabaseError
 */
export async function removeMaterial(queries: Queries, { id, tenant }: Conversation): Promise<void> {
  await queries.query(
    `delete from job_material where job in (
       select jobs.id from jobs where tenant = $1 and conversation ->> 'id' = $2 and finished_at is not null)`,
    [tenant, id],
  );
}
