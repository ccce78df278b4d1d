import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@genai-office/shared/database";
import type { JobOwner, JobState } from "@genai-office/shared/jobs";
import type { ActionRecord } from "./action-record";

export interface ActionState {
  state: JobState;
  errorCode: string | undefined;
  record: ActionRecord | undefined;
}

/** How often the job is looked at. Milliseconds. */
const lookMs = 150;

/** The job of a dialog; undefined when there is none of this person. @throws DatabaseError */
export async function actionState(
  database: Database,
  { person, tenant }: JobOwner,
  request: string,
): Promise<ActionState | undefined> {
  const [row] = await database.query<{ state: JobState; error_code: string | null; record: ActionRecord | null }>(
    `select state, error_code, record from jobs left join job_records on job = jobs.id
     where kind = 'message-action' and input ->> 'request' = $1 and person = $2 and tenant = $3`,
    [request, person, tenant],
  );
  return row && { state: row.state, errorCode: row.error_code ?? undefined, record: row.record ?? undefined };
}

/** Waits until the job of a dialog is over, as long as it may. @throws DatabaseError */
export async function settledAction(
  database: Database,
  owner: JobOwner,
  request: string,
  longestMs: number,
): Promise<ActionState | undefined> {
  const until = performance.now() + longestMs;
  for (;;) {
    const found = await actionState(database, owner, request);
    const isOver = found === undefined || !["waiting", "running"].includes(found.state);
    if (isOver || performance.now() >= until) return found;
    await pause(lookMs);
  }
}
