import type { Database } from "@genai-office/shared/database";
import { personOf, type Conversation } from "../../channel/conversation";

/** What a person has running in a conversation. @throws DatabaseError */
export async function openJobs(database: Database, conversation: Conversation): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select id from jobs where conversation ->> 'id' = $1 and tenant = $2 and person = $3
       and state in ('waiting', 'running') and kind <> 'message-action' and not cancel_requested`,
    [conversation.id, conversation.tenant, personOf(conversation)],
  );
  return rows.map(({ id }) => id);
}
