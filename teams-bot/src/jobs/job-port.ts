import type { JobKind } from "@genai-office/shared/jobs";
import type { StepRunner } from "@genai-office/shared/vocabulary";
import type { Conversation } from "../channel/conversation";
import type { AnswerStream, Outgoing } from "../channel/outgoing";
import type { JobEndCode } from "../store/taken-job";

/** What is asked for, and where the answer goes. */
export interface NewJob {
  kind: JobKind;
  title: string;
  conversation: Conversation;
  /** What the handler of the kind needs; JSON. Transcripts are stored beside it, see `material`. */
  input: object;
  /** Text or file that the job works on, kept apart because its retention is shorter. */
  material?: Uint8Array;
  /** Activity of the bot that stands already and whose place the answer takes. */
  acceptedActivity?: string;
}

/** What a handler has while it runs a job. Everything that it stores survives a kill -9 at any moment. */
export interface RunningJob {
  id: string;
  kind: JobKind;
  title: string;
  conversation: Conversation;
  input: object;
  /** @throws GenaiError "source-empty" when the job has none, or retention took it */
  material(): Promise<Uint8Array>;
  /** Aborted when the person stops the job, and when this node must give it up. */
  signal: AbortSignal;
  /** Asks the relay as the person; a step that was finished before, on whatever node, is not run again. */
  runner: StepRunner;
  /**
   * The same for a runner over the relay with more around it, such as other models to fall back to: whoever answered a step
   * first is not asked again.
   */
  checkpointed(runner: StepRunner): StepRunner;
  /** UUID that ties the steps of the job in the relay's audit; the same for all attempts. */
  run: string;
  /**
   * A value that must not differ from one attempt to the next, such as the model that was chosen: made once, stored, and read
   * from then on. JSON.
   */
  remember<Value>(name: string, make: () => Promise<Value>): Promise<Value>;
  /** A value that was remembered by this attempt or one before; undefined when there is none. */
  recall<Value>(name: string): Promise<Value | undefined>;
  /** Tells how far it is; written at most every second, posted at most every 10 seconds. */
  progress(done: number, planned: number): void;
  /** Id of the "accepted" activity, which the final answer replaces; undefined for kinds that post none. */
  acceptedActivity: string | undefined;
  /**
   * The answer: replaces the "accepted" activity, so that it may be said again after a crash; a later one replaces an earlier
   * one. No progress is posted behind it. A kind that posts no "accepted" activity gets one with the first answer.
   */
  answer(message: Outgoing): Promise<void>;
  /**
   * A further message of the answer, which did not fit into the first: a new one, stored as posted under that name. After a
   * crash between the two it stands twice; nothing of an answer is lost.
   */
  further(name: string, message: Outgoing): Promise<void>;
  /**
   * The answer as it is written. The activity of the stream is stored before anything else is sent to it: after a crash the
   * answer replaces it, and no second one is posted.
   */
  stream(): AnswerStream;
  /** A new message beside the answer, so that the person is notified; at most one for each job, over all restarts. */
  notice(message: Outgoing): Promise<void>;
  /** Runs a side effect at most once, even over restarts: noted before it is done. @returns false when it was noted before */
  atMostOnce(name: string, effect: () => Promise<void>): Promise<boolean>;
  /** Stores what the job has made, in one transaction with its state "finished". */
  finish(record: object | undefined): Promise<void>;
}

/**
 * Runs a job from its beginning, or again from its beginning after a crash: what it did before, it finds done. What it throws
 * ends the job, or has it tried again later when it is a GenaiError that says so; a PostponedError only rests it.
 */
export type JobHandler = (job: RunningJob) => Promise<void>;

/** How the jobs of one kind are done. */
export interface JobWork {
  perform: JobHandler;
  /** Posts an "accepted" activity as the first thing, which shows how far the job is and then its answer. */
  announces: boolean | ((conversation: Conversation) => boolean);
  /** How often in a row it is tried while its failures may pass; many times when left out. Who waits in a chat is told soon. */
  tries?: number;
  /** Says nothing into the conversation, not even that it failed: somebody fetches the result, and how it ended. */
  silent?: boolean;
  /** True where the person has waited for long and looks elsewhere: a failure is then told by a new message as well. */
  keptWaiting?(job: Pick<RunningJob, "recall">): Promise<boolean>;
  /** Words of its own for a failure that is for good; may be asked for again after a crash. The usual ones when left out. */
  failure?(job: Pick<RunningJob, "id" | "title" | "conversation" | "input">, code: JobEndCode): Promise<Outgoing>;
}

/** The work of each kind; a kind without work cannot be accepted. */
export type JobWorks = Partial<Record<JobKind, JobWork>>;

/** The queue as the conversations see it. */
export interface Jobs {
  /**
   * Notes that an activity came in and makes its job, in one transaction. A job too many of one person is accepted too, and
   * tells them so as its answer.
   * @returns undefined when this activity came in before: then there is nothing to do but to say that it arrived
   * @throws DatabaseError when it could not be noted; the connector then delivers it again
   */
  accept(activity: { conversation: string; id: string }, job: NewJob): Promise<{ id: string } | undefined>;
  /** Ends a job of this conversation; nothing happens when it is over. */
  cancel(id: string): Promise<void>;
}
