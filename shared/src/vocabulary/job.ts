/**
 * What a job does: answers a question, summarizes or translates a text, writes the minutes of a transcript, asks an AI app;
 * summarizes or translates for a message action, whose dialog fetches the result; or puts a file where its person wants it.
 */
export type JobKind = "ask" | "summarize" | "translate" | "minutes" | "research" | "message-action" | "delivery";

/** `waiting` for a worker, `running` on one, then one of the other three for good. */
export type JobState = "waiting" | "running" | "finished" | "failed" | "cancelled";

/** A task that outlives a request (DESIGN 4), as everybody may see it who may see it at all. */
export interface Job {
  /** UUID. */
  id: string;
  kind: JobKind;
  state: JobState;
  /** Object id of the person who asked for it; nobody else may read it. */
  person: string;
  /** Tenant of that person. */
  tenant: string;
  /** Name of the meeting or of the file; empty where there is none. */
  title: string;
  createdAt: Date;
  finishedAt: Date | undefined;
  /** Steps of the task that are done, and how many are planned as far as that is known. */
  steps: { done: number; planned: number };
  /** A code of GenaiError, when it failed. */
  errorCode: string | undefined;
}
