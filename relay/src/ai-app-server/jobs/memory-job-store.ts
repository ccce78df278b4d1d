import { GenaiError } from "@genai-office/shared/vocabulary";
import type { AiAppSettings } from "../ai-app-settings";
import { hasEnded, type Job } from "./job";
import type { JobStore } from "./job-store";

interface Kept {
  job: Job;
  bytes: number;
  delivered: boolean;
}

export type JobLimits = Pick<
  AiAppSettings,
  "retentionMs" | "maximumJobs" | "maximumBytes" | "jobsPerPerson" | "keptPerPerson"
>;

/** How long a caller should wait before the store may have room again. Milliseconds. */
const fullRetryMs = 60_000;

/** Jobs in the memory of this process, within bounds of number, size and age. A restart forgets them. */
export function createMemoryJobStore(limits: JobLimits, now: () => number = Date.now): JobStore {
  // In the order of their making, which is the order in which they are let go.
  const kept = new Map<string, Kept>();
  let bytes = 0;

  function drop(id: string): void {
    const entry = kept.get(id);
    if (entry === undefined) return;
    bytes -= entry.bytes;
    kept.delete(id);
  }

  function dropExpired(): void {
    const oldest = now() - limits.retentionMs;
    for (const [id, { job }] of kept) if (hasEnded(job) && job.updatedAt <= oldest) drop(id);
  }

  const isFull = (more: number): boolean => kept.size >= limits.maximumJobs || bytes + more > limits.maximumBytes;

  return {
    async add(job, inputBytes) {
      dropExpired();
      const own = [...kept.values()].filter((entry) => entry.job.person === job.person);
      if (own.filter((entry) => !hasEnded(entry.job)).length >= limits.jobsPerPerson)
        throw new GenaiError("rate-limited", "the person has too many open jobs", {
          retryable: true,
          retryAfterMs: fullRetryMs,
        });
      // Who asks much loses their own outcomes first: nobody can fill the store for the others.
      const surplus = own.length + 1 - limits.keptPerPerson;
      for (const { job: old } of inOrderOfLeaving(own).slice(0, Math.max(0, surplus))) drop(old.id);
      if (isFull(inputBytes))
        for (const { job: old } of inOrderOfLeaving([...kept.values()])) if (isFull(inputBytes)) drop(old.id);
      if (isFull(inputBytes))
        throw new GenaiError("unavailable", "the store of jobs is full", {
          retryable: true,
          retryAfterMs: fullRetryMs,
        });
      kept.set(job.id, { job, bytes: inputBytes, delivered: false });
      bytes += inputBytes;
    },
    async find(id, owner) {
      dropExpired();
      const entry = kept.get(id);
      return entry?.job.owner === owner ? entry.job : undefined;
    },
    async change(id, change) {
      const entry = kept.get(id);
      if (entry === undefined || hasEnded(entry.job)) return;
      entry.job = { ...entry.job, ...change, updatedAt: now() };
      if (!hasEnded(entry.job)) return;
      // The input is let go, the outcome stays: two bytes a UTF-16 unit.
      const held = (entry.job.outputs?.length ?? 0) * 2;
      bytes += held - entry.bytes;
      entry.bytes = held;
    },
    async delivered(id) {
      const entry = kept.get(id);
      if (entry !== undefined && hasEnded(entry.job)) entry.delivered = true;
    },
    async remove(id) {
      drop(id);
    },
  };
}

/** The ended ones: those that were delivered, then those that were not, the oldest first. */
function inOrderOfLeaving(entries: readonly Kept[]): Kept[] {
  const ended = entries.filter(({ job }) => hasEnded(job));
  return [...ended.filter(({ delivered }) => delivered), ...ended.filter(({ delivered }) => !delivered)];
}
