import { faultOf, type Database } from "@genai-office/shared/database";
import type { GenaiError, StepRunner } from "@genai-office/shared/vocabulary";
import type { Conversation } from "../channel/conversation";
import type { Speech } from "../channel/outgoing";
import { acceptJob } from "../store/accept-job";
import type { JobLane } from "../store/job-lane";
import { createJobLeases } from "../store/job-leases";
import { createJobQueue } from "../store/job-queue";
import { removeOld, type Retention } from "../store/retention";
import type { Jobs, JobWorks } from "./job-port";
import { JobWorker, usualTimers, type WorkerTimers } from "./job-worker";
import type { ProgressPace } from "./progress-line";
import { Rounds } from "./rounds";

export interface JobServiceOptions {
  database: Database;
  works: JobWorks;
  speech: Speech;
  /** The relay as it knows the person of a conversation. */
  relayOf(conversation: Conversation): StepRunner;
  retention: Retention;
  /** Jobs of each lane that this node works on at once. */
  concurrency: Record<JobLane, number>;
  /** Jobs of one kind that one person may have waiting and running. */
  mostOfPerson: number;
  timers?: WorkerTimers;
  pace?: ProgressPace;
  /** How long a job waits that failed for a while, in seconds; see `retryDelay`. */
  delayOf?: (tries: number, error: GenaiError) => number;
  /** How often old data is looked for. Milliseconds. */
  sweepMs?: number;
  now?: () => Date;
  /** Told about what went wrong; the text of an error holds no content. */
  onDefect(error: unknown): void;
}

/** State of the queue on this node: "ok", or the code of what is wrong. */
export interface JobHealth {
  database: string;
  running: number;
}

/** The queue of this node. */
export interface JobService extends Jobs {
  /** Begins to take jobs, as soon as the database answers. */
  start(): void;
  health(): JobHealth;
  /** Gives back what is running; the database stays open. */
  stop(): Promise<void>;
}

/** How often old data is looked for, by whichever node is first. Milliseconds. */
const usualSweepMs = 600_000;

export function createJobService(options: JobServiceOptions): JobService {
  const { database, retention, works, onDefect, timers = usualTimers, now = () => new Date() } = options;
  const queue = createJobQueue(database);
  const leases = createJobLeases(database, queue, timers.leaseMs);
  const worker = new JobWorker({ ...options, leases, timers });
  const sweep = new Rounds(
    async () => void (await removeOld(database, retention, now())),
    options.sweepMs ?? usualSweepMs,
    onDefect,
  );
  let unreached: string | undefined;

  return {
    async accept(activity, job) {
      if (works[job.kind] === undefined) throw new Error(`no work for jobs of the kind ${job.kind}`);
      try {
        const id = await acceptJob(database, queue, activity, job, options.mostOfPerson);
        unreached = undefined;
        if (id === undefined) return undefined;
        worker.wake();
        return { id };
      } catch (thrown) {
        unreached = faultOf(thrown);
        throw thrown;
      }
    },
    async cancel(id) {
      await database.query("update jobs set cancel_requested = true where id::text = $1 and finished_at is null", [id]);
      worker.cancel(id);
    },
    start() {
      worker.start();
      sweep.start();
    },
    health: () => ({ database: worker.fault ?? unreached ?? "ok", running: worker.running }),
    async stop() {
      await sweep.stop();
      await worker.stop();
    },
  };
}
