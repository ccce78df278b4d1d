import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@genai-office/shared/database";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { RunningJob } from "../../jobs/job-port";

/** How often it is asked whether the answer before has been given. Milliseconds. */
const lookMs = 500;

/**
 * Waits until every earlier question of the conversation is answered: one answer at a time, on whatever node (two streams at
 * once would reach the limits of Teams, and the second question may go on from the first answer).
 * @throws GenaiError "aborted", DatabaseError
 */
export async function waitForTurn(
  database: Database,
  job: Pick<RunningJob, "id" | "conversation" | "signal">,
): Promise<void> {
  for (;;) {
    const [earlier] = await database.query(
      `select 1 as there from jobs mine join jobs other on other.conversation ->> 'id' = mine.conversation ->> 'id'
         and other.tenant = mine.tenant and other.kind = 'ask' and other.finished_at is null
         and (other.created_at, other.id) < (mine.created_at, mine.id)
       where mine.id = $1 limit 1`,
      [job.id],
    );
    if (earlier === undefined) return;
    await pause(lookMs, undefined, { signal: job.signal }).catch(() => {
      throw new GenaiError("aborted", "the job is not worked on any further here");
    });
  }
}
