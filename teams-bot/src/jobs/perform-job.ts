import { DatabaseError } from "@genai-office/shared/database";
import { asGenaiError, type GenaiError } from "@genai-office/shared/vocabulary";
import type { Outgoing } from "../channel/outgoing";
import { LeaseLostError, type JobNotes } from "../store/job-notes";
import { tooManyJobs, type JobEndCode, type TakenJob } from "../store/taken-job";
import type { JobWork } from "./job-port";
import { textsOf } from "./job-texts";
import { PostponedError } from "./postponed-error";
import type { Lease } from "./lease";
import type { HeldJob } from "./running-job";
import { ToldError } from "./told-error";

/** How often in a row a job is taken without getting a step further, crashes included. */
export const mostTries = 10;

/** What becomes of a job that this node has had. */
export type Outcome =
  | { kind: "over" }
  /** Somebody else has it, because this node was too slow. */
  | { kind: "lost" }
  /** It goes back to the queue. */
  | { kind: "back"; afterSeconds: number; countsAsTry: boolean }
  /** Its lease runs out by itself: the database did not take what was to be written. */
  | { kind: "left" };

export interface Performance {
  job: TakenJob;
  held: HeldJob;
  notes: JobNotes;
  lease: Lease;
  /** Undefined when this version knows no such kind. */
  work: JobWork | undefined;
  /** How long a job waits that failed for a while, in seconds; see `retryDelay`. */
  delayOf: (tries: number, error: GenaiError) => number;
  onDefect(error: unknown): void;
}

/**
 * Runs a job to its end, as far as this node gets. Nothing is thrown. A job whose failure is for good is condemned first, then
 * the person is told, then it ends: after a crash in between they are told again, on the same activity.
 */
export async function performJob(performance: Performance): Promise<Outcome> {
  const { job, held, lease, work, onDefect } = performance;
  try {
    if (job.cancelRequested) return await cancel(performance);
    if (job.errorCode !== undefined) return await fail(performance, job.errorCode);
    if (work === undefined || job.tries > mostTries) return await condemn(performance, "internal");
    await held.announce();
    await work.perform(held);
    if (!held.ended) await held.finish(undefined);
    return { kind: "over" };
  } catch (thrown) {
    await held.silence();
    if (held.ended) {
      onDefect(thrown);
      return { kind: "over" };
    }
    // Waited for: the lease is let go below.
    return await afterFailure(performance, thrown).catch((again: unknown) => afterTelling(performance, again));
  } finally {
    lease.interrupt("lost");
  }
}

/** Of a failed step, why it failed: a runner tells of everything as a GenaiError. */
function sourceOf(thrown: unknown): unknown {
  const { cause } = thrown as { cause?: unknown };
  return cause instanceof LeaseLostError || cause instanceof DatabaseError ? cause : thrown;
}

async function afterFailure(performance: Performance, failure: unknown): Promise<Outcome> {
  const thrown = sourceOf(failure);
  const { job, lease, work, onDefect } = performance;
  if (lease.interruption === "lost" || thrown instanceof LeaseLostError) return { kind: "lost" };
  if (lease.interruption === "cancelled") return cancel(performance);
  if (lease.interruption === "stopping") return { kind: "back", afterSeconds: 0, countsAsTry: false };
  if (thrown instanceof PostponedError) return { kind: "back", afterSeconds: thrown.afterSeconds, countsAsTry: false };
  if (thrown instanceof DatabaseError) {
    onDefect(thrown);
    return { kind: "left" };
  }
  const error = asGenaiError(thrown);
  // Nobody has interrupted it from outside: the person has stopped the stream.
  if (error.code === "aborted") return cancel(performance);
  if (error.code === "internal") onDefect(thrown);
  if (error.retryable && job.tries < (work?.tries ?? mostTries)) return later(performance, error);
  return condemn(performance, error.code, thrown instanceof ToldError ? thrown.told : undefined);
}

/** What could not be told is tried again for a while, then the job ends without it: the tab shows how it ended. */
async function afterTelling(performance: Performance, failure: unknown): Promise<Outcome> {
  const thrown = sourceOf(failure);
  const { job, held, lease, onDefect } = performance;
  if (lease.interruption === "lost" || thrown instanceof LeaseLostError) return { kind: "lost" };
  onDefect(thrown);
  if (thrown instanceof DatabaseError) return { kind: "left" };
  const error = asGenaiError(thrown);
  if (error.retryable && job.tries < mostTries) return later(performance, error);
  try {
    await held.end(lease.interruption === "cancelled" || job.cancelRequested ? "cancelled" : "failed", undefined);
    return { kind: "over" };
  } catch (again) {
    onDefect(again);
    return { kind: "left" };
  }
}

function later({ job, delayOf }: Performance, error: GenaiError): Outcome {
  return { kind: "back", afterSeconds: delayOf(job.tries, error), countsAsTry: true };
}

async function condemn(performance: Performance, code: JobEndCode, told?: Outgoing): Promise<Outcome> {
  await performance.notes.condemn(code);
  return fail(performance, code, told);
}

async function fail({ job, held, work }: Performance, code: JobEndCode, told?: Outgoing): Promise<Outcome> {
  const usual = async (): Promise<Outgoing | undefined> => {
    if (work?.silent === true) return undefined;
    // Words of its own are about what it could not do, not about that it was never begun.
    if (work?.failure !== undefined && code !== tooManyJobs) return work.failure(job, code);
    return { text: textsOf(job).failed(code), generated: false };
  };
  const words = told ?? (await usual());
  const isLate = held.hasKeptWaiting || (await work?.keptWaiting?.(held)) === true;
  const notice: Outgoing = { text: textsOf(job).failedLate(), generated: false };
  await held.end("failed", words, words !== undefined && isLate ? notice : undefined);
  return { kind: "over" };
}

async function cancel({ job, held }: Performance): Promise<Outcome> {
  const words: Outgoing = { text: textsOf(job).cancelled(), generated: false };
  // Where nothing was announced, nothing has to be taken back.
  await held.end("cancelled", held.acceptedActivity === undefined ? undefined : words);
  return { kind: "over" };
}
