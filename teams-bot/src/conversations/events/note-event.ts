import type { Queries } from "@genai-office/shared/database";

/** Notes that an event came in which makes no job. @returns false when it came in before @throws DatabaseError */
export async function noteEvent(
  queries: Queries,
  { conversation, activityId }: { conversation: { id: string }; activityId: string },
): Promise<boolean> {
  const rows = await queries.query(
    "insert into job_inbox (conversation, activity) values ($1, $2) on conflict do nothing returning activity",
    [conversation.id, activityId],
  );
  return rows.length > 0;
}
