import type { Queries } from "../database";

/** What is remembered of a conversation; the entries belong to whoever answers questions there. */
export interface Memory<Entry> {
  entries: Entry[];
  /** 0 when nothing is remembered yet; to be named when the memory is written. */
  version: number;
}

/** @throws DatabaseError */
export async function readMemory<Entry>(queries: Queries, conversation: string): Promise<Memory<Entry>> {
  const [row] = await queries.query<Memory<Entry>>(
    "select entries, version from conversation_memory where conversation = $1",
    [conversation],
  );
  return row ?? { entries: [], version: 0 };
}

/**
 * Replaces what is remembered.
 * @param version that was read; somebody who wrote meanwhile is not overwritten
 * @returns false when the memory has another version now: read again
 */
export async function writeMemory(
  queries: Queries,
  { conversation, tenant }: { conversation: string; tenant: string },
  entries: readonly unknown[],
  version: number,
): Promise<boolean> {
  const values = [conversation, tenant, JSON.stringify(entries), version];
  const rows = await queries.query(
    version === 0
      ? `insert into conversation_memory (conversation, tenant, entries, version) values ($1, $2, $3::jsonb, $4::bigint + 1)
         on conflict do nothing returning version`
      : `update conversation_memory set entries = $3::jsonb, version = version + 1, updated_at = now()
         where conversation = $1 and tenant = $2 and version = $4 returning version`,
    values,
  );
  return rows.length > 0;
}

/**
 * Forgets a conversation, at once. Its version grows, also where nothing was remembered: whoever read before knows that it was
 * forgotten since.
 * @throws DatabaseError
 */
export async function forgetMemory(
  queries: Queries,
  { conversation, tenant }: { conversation: string; tenant: string },
): Promise<void> {
  await queries.query(
    `insert into conversation_memory (conversation, tenant, entries) values ($1, $2, '[]'::jsonb)
     on conflict (conversation) do update set entries = '[]'::jsonb, version = conversation_memory.version + 1, updated_at = now()`,
    [conversation, tenant],
  );
}
