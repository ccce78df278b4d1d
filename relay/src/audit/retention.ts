import type { Database } from "@genai-office/shared/database";

/** Entries removed in one go; more would hold the embedded database for too long. */
const portion = 5_000;

const dayMs = 24 * 3_600_000;

/**
 * Removes entries whose time is over, from the beginning of the chain. Each portion leaves an entry in the chain that says
 * how many went, up to which number, and the hash of the last one, so that what is left still verifies, and a beginning that
 * was cut off by somebody else shows.
 * @returns how many entries were removed
 */
export async function removeOldEntries(
  database: Database,
  node: string,
  keptDays: number,
  now = new Date(),
): Promise<number> {
  const olderThan = new Date(now.getTime() - keptDays * dayMs).toISOString();
  for (let removed = 0; ;) {
    const rows = await database.query<{ count: number }>("select audit_retain($1::uuid, $2, $3, $4) as count", [
      node,
      olderThan,
      now.toISOString(),
      portion,
    ]);
    const count = rows[0]?.count ?? 0;
    removed += count;
    if (count < portion) {
      // A server cleans up by itself; the embedded database has no process for it.
      if (removed > 0 && database.kind === "embedded") await database.query("vacuum audit_entries");
      return removed;
    }
  }
}
