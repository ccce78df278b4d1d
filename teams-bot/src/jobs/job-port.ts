import type { JobKind } from "@genai-office/shared/jobs";
import type { StepRunner } from "@genai-office/shared/vocabulary";
import type { Conversation } from "../channel/conversation";

/** What is asked for, and where the answer goes. */
export interface NewJob {
  kind: JobKind;
  title: string;
  conversation: Conversation;
  /** What the handler of the kind needs; JSON. Transcripts are stored beside it, see `material`. */
  input: object;
  /** Text or file that the job works on, kept apart because its retention is shorter. */
  material?: Uint8Array;
}

/** What a handler has while it runs a job. Everything that it stores survives a kill -9 at any moment. */
export interface RunningJob {
  id: string;
  kind: JobKind;
  conversation: Conversation;
  input: object;
  material(): Promise<Uint8Array>;
  /** Aborted when the person stops the job, and when this node must give it up. */
  signal: AbortSignal;
  /** Asks the relay as the person; a step that was finished before, on whatever node, is not run again. */
  runner: StepRunner;
  /** Tells how far it is; written at most every second, posted at most every 10 seconds. */
  progress(done: number, planned: number): void;
  /** Id of the "accepted" activity, which the final answer replaces; undefined for kinds that post none. */
  acceptedActivity: string | undefined;
  /** Runs a side effect at most once, even over restarts: noted before it is done. @returns false when it was noted before */
  atMostOnce(name: string, effect: () => Promise<void>): Promise<boolean>;
  /** Stores what the job has made, in one transaction with its state "finished". */
  finish(record: object | undefined): Promise<void>;
}

export type JobHandler = (job: RunningJob) => Promise<void>;

/** The queue as the conversations see it. */
export interface Jobs {
  /**
   * Notes that an activity came in and makes its job, in one transaction.
   * @returns undefined when this activity came in before: then there is nothing to do but to say that it arrived
   */
  accept(activity: { conversation: string; id: string }, job: NewJob): Promise<{ id: string } | undefined>;
  /** Ends a job of this conversation; nothing happens when it is over. */
  cancel(id: string): Promise<void>;
}
