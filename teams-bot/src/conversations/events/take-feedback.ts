import type { Database } from "@genai-office/shared/database";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { GivenFeedback } from "../../channel/incoming";

const reportMs = 5_000;

/**
 * Tells the relay whether an answer helped; its run is found by the activity that holds the answer. Somebody else's thumb, in
 * a group, is about a run that is not theirs, and is not counted.
 * @throws GenaiError, DatabaseError
 */
export async function takeFeedback(
  database: Database,
  relay: RelayClient,
  { aboutActivity, conversation, helpful }: GivenFeedback,
): Promise<void> {
  const [job] = await database.query<{ id: string }>(
    "select id from jobs where conversation ->> 'id' = $1 and tenant = $2 and accepted_activity = $3",
    [conversation.id, conversation.tenant, aboutActivity],
  );
  if (job === undefined) return;
  try {
    await relay.reportRun({ run: job.id, feedback: { helpful } }, AbortSignal.timeout(reportMs));
  } catch (thrown) {
    if (!GenaiError.isInstance(thrown) || thrown.code !== "not-found") throw thrown;
  }
}
