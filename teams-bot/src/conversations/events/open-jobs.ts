import type { Queries } from "@genai-office/shared/database";
import { personOf, type Conversation } from "../../channel/conversation";

/** What a person has running in a conversation. @throws DatabaseError */
export async function openJobs(queries: Queries, conversation: Conversation): Promise<string[]> {
  const rows = await queries.query<{ id: string }>(
    `select id from jobs where conversation ->> 'id' = $1 and tenant = $2 and person = $3
       and state in ('waiting', 'running') and kind <> 'message-action' and not cancel_requested`,
    [conversation.id, conversation.tenant, personOf(conversation)],
  );
  return rows.map(({ id }) => id);
}
