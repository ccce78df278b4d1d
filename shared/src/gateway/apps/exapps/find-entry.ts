import type { ExappsApi } from "./exapps-api";
import { compareKeys } from "./exapps-api";
import type { HistoryEntry } from "./history-entry";
import type { ExappsTicket } from "./exapps-ticket";

/**
 * Finds the entry of an accepted invocation: its acceptance does not name the key, but the entry has our session id. The
 * newest of the conversation is ours, unless it was there before.
 */
export async function findEntry(
  api: ExappsApi,
  [teamId, exAppId]: readonly [string, string],
  { sessionId, after }: Pick<ExappsTicket, "sessionId" | "after">,
  signal: AbortSignal,
): Promise<HistoryEntry | undefined> {
  const entries = await api.conversation(teamId, exAppId, sessionId, signal);
  return entries.find(({ createdDate }) => after === undefined || compareKeys(createdDate, after) > 0);
}
