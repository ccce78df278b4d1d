import { randomUUID } from "node:crypto";
import type { Database } from "@genai-office/shared/database";
import { faultOf } from "@genai-office/shared/database";
import type { GenaiError, StepRunner } from "@genai-office/shared/vocabulary";
import type { Speech } from "../channel/outgoing";
import type { Conversation } from "../channel/conversation";
import { laneOf, type JobLane } from "../store/job-lane";
import type { JobLeases } from "../store/job-leases";
import { createJobNotes } from "../store/job-notes";
import type { TakenJob } from "../store/taken-job";
import type { JobWork, JobWorks } from "./job-port";
import { Lease } from "./lease";
import { performJob } from "./perform-job";
import type { ProgressPace } from "./progress-line";
import { retryDelay } from "./retry-delay";
import { Rounds } from "./rounds";
import { holdJob } from "./running-job";

/** Milliseconds. */
export interface WorkerTimers {
  /** How long a node may be silent before its jobs go to others. */
  leaseMs: number;
  /** How often it says that it is there. */
  holdMs: number;
  /** How often it looks for jobs that others put in; its own it hears of at once. */
  lookMs: number;
  /** How often it looks for jobs of nodes that are gone. */
  reclaimMs: number;
  /** How long a stop waits for what is running to let go. */
  stopMs: number;
}

export const usualTimers: WorkerTimers = {
  leaseMs: 10_000,
  holdMs: 2_000,
  lookMs: 1_000,
  reclaimMs: 1_000,
  stopMs: 5_000,
};

export interface WorkerOptions {
  database: Database;
  leases: JobLeases;
  works: JobWorks;
  speech: Speech;
  /** The relay as it knows the person of a conversation. */
  relayOf(conversation: Conversation): StepRunner;
  /** Jobs of each lane that this node works on at once. */
  concurrency: Record<JobLane, number>;
  timers: WorkerTimers;
  pace?: ProgressPace;
  /** How long a job waits that failed for a while, in seconds. */
  delayOf?: (tries: number, error: GenaiError) => number;
  /** Told about what went wrong; the text of an error holds no content. */
  onDefect(error: unknown): void;
}

interface Run {
  job: TakenJob;
  lease: Lease;
  done: Promise<void>;
}

/** Takes jobs and runs them, holds their leases, and puts back what silent nodes have left. */
export class JobWorker {
  private readonly node = randomUUID();
  private readonly runs = new Map<string, Run>();
  private readonly rounds: Rounds[];
  private readonly looking: Rounds;
  private stopping = false;
  private trouble: string | undefined;

  constructor(private readonly options: WorkerOptions) {
    const { timers, leases } = options;
    const failed = (error: unknown): void => {
      this.trouble = faultOf(error);
      options.onDefect(error);
    };
    this.looking = new Rounds(() => this.look(), timers.lookMs, failed);
    this.rounds = [
      this.looking,
      new Rounds(() => this.hold(), timers.holdMs, failed),
      new Rounds(
        async () => {
          if ((await leases.reclaim()) > 0) this.looking.now();
        },
        timers.reclaimMs,
        failed,
      ),
    ];
  }

  /** Code of what keeps this node from the queue; undefined when all is well. */
  get fault(): string | undefined {
    return this.trouble;
  }

  get running(): number {
    return this.runs.size;
  }

  start(): void {
    for (const rounds of this.rounds) rounds.start();
  }

  /** A job was put in. */
  wake(): void {
    this.looking.now();
  }

  /** Ends a job on this node at once, if it is here; elsewhere its worker reads of it. */
  cancel(id: string): void {
    this.runs.get(id)?.lease.interrupt("cancelled");
    this.wake();
  }

  /** Takes nothing any more and gives back what is running; other nodes have it at once. */
  async stop(): Promise<void> {
    this.stopping = true;
    const [looking, ...others] = this.rounds;
    await looking!.stop();
    const runs = [...this.runs.values()];
    for (const { lease } of runs) lease.interrupt("stopping");
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, this.options.timers.stopMs)));
    await Promise.race([Promise.all(runs.map(({ done }) => done)), late]);
    clearTimeout(timer);
    // What did not let go in time may say nothing any more, and is given back all the same.
    for (const { job, lease } of this.runs.values()) {
      lease.interrupt("lost");
      await this.giveBack(job, { afterSeconds: 0, countsAsTry: false });
    }
    await Promise.all(others.map((rounds) => rounds.stop()));
  }

  private async look(): Promise<void> {
    if (this.stopping) return;
    const free = { chat: this.freeOf("chat"), long: this.freeOf("long") };
    // Before the question: the lease is never believed to last longer than the database says.
    const until = performance.now() + this.options.timers.leaseMs;
    const taken = await this.options.leases.take(this.node, free);
    this.trouble = undefined;
    for (const job of taken) this.run(job, until);
  }

  private freeOf(lane: JobLane): number {
    const taken = [...this.runs.values()].filter(({ job }) => laneOf(job.kind) === lane).length;
    return Math.max(0, this.options.concurrency[lane] - taken);
  }

  private run(job: TakenJob, until: number): void {
    const { database, works, speech, relayOf, pace, delayOf = retryDelay, onDefect } = this.options;
    const lease = new Lease(until, () => performance.now());
    const notes = createJobNotes(database, job);
    const work = works[job.kind];
    const held = holdJob({
      job,
      notes,
      lease,
      speech,
      relay: relayOf(job.conversation),
      announces: announces(work, job.conversation),
      ...(pace === undefined ? {} : { pace }),
      onDefect,
    });
    const done = performJob({ job, held, notes, lease, work, delayOf, onDefect })
      .then(async (outcome) => {
        if (outcome.kind === "back") await this.giveBack(job, outcome);
        else if (outcome.kind === "lost") await this.options.leases.pardon(job.id);
      })
      .catch(onDefect)
      .finally(() => {
        this.runs.delete(job.id);
        this.looking.now();
      });
    this.runs.set(job.id, { job, lease, done });
  }

  private async hold(): Promise<void> {
    const runs = [...this.runs.values()];
    for (const { lease } of runs) if (lease.ranOut) lease.interrupt("lost");
    if (runs.length === 0) return;
    const until = performance.now() + this.options.timers.leaseMs;
    const kept = new Map((await this.options.leases.hold(runs.map(({ job }) => job))).map((one) => [one.id, one]));
    for (const { job, lease } of runs) {
      const found = kept.get(job.id);
      if (found === undefined) lease.interrupt("lost");
      else {
        lease.prolong(until);
        if (found.cancelRequested) lease.interrupt("cancelled");
      }
    }
  }

  private async giveBack(job: TakenJob, how: { afterSeconds: number; countsAsTry: boolean }): Promise<void> {
    await this.options.leases.giveBack(job, how);
  }
}

function announces(work: JobWork | undefined, conversation: Conversation): boolean {
  const told = work?.announces ?? true;
  return typeof told === "function" ? told(conversation) : told;
}
