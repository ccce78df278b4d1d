import type { GenaiErrorCode } from "@genai-office/shared/vocabulary";
import type { JobKind } from "@genai-office/shared/jobs";
import type { Conversation } from "../channel/conversation";

/** Stored in the place of an error for a job beyond what one person may have at once. */
export const tooManyJobs = "too-many-jobs";

/** Why a job is ended without a result. */
export type JobEndCode = GenaiErrorCode | typeof tooManyJobs;

/** A job that this node has the lease of. */
export interface TakenJob {
  id: string;
  /** The number that everything this node writes about the job is written under. */
  attempt: number;
  /** How often in a row it was taken without getting a step further, this time included. */
  tries: number;
  kind: JobKind;
  title: string;
  conversation: Conversation;
  input: object;
  acceptedActivity: string | undefined;
  /** What it is to be ended with: it was refused, or failed and has not been told yet. */
  errorCode: JobEndCode | undefined;
  cancelRequested: boolean;
  steps: { done: number; planned: number };
}

export const takenColumns =
  "id, attempt, tries, kind, title, conversation, input, accepted_activity, error_code, cancel_requested, steps_done, steps_planned";

export interface TakenRow {
  id: string;
  attempt: number;
  tries: number;
  kind: JobKind;
  title: string;
  conversation: Conversation;
  input: object;
  accepted_activity: string | null;
  error_code: JobEndCode | null;
  cancel_requested: boolean;
  steps_done: number;
  steps_planned: number;
}

export function takenJob(row: TakenRow): TakenJob {
  return {
    id: row.id,
    attempt: row.attempt,
    tries: row.tries,
    kind: row.kind,
    title: row.title,
    conversation: row.conversation,
    input: row.input,
    acceptedActivity: row.accepted_activity ?? undefined,
    errorCode: row.error_code ?? undefined,
    cancelRequested: row.cancel_requested,
    steps: { done: row.steps_done, planned: row.steps_planned },
  };
}
