import type { Job, JobChange } from "./job";

/** Where jobs are kept. A port: in the process's memory now, in the database once the relay has one. */
export interface JobStore {
  /**
   * Keeps a new job.
   * @param inputBytes what its input holds until it has ended
   * @throws GenaiError "unavailable" when the store is full of open jobs, "rate-limited" when the person has too many
   */
  add(job: Job, inputBytes: number): Promise<void>;
  /** The job, if this owner may see it. Another owner's job is as unknown as one that never was. */
  find(id: string, owner: string): Promise<Job | undefined>;
  /** Changes a job that has not ended; one that has ended, or is gone, stays as it is. */
  change(id: string, change: JobChange): Promise<void>;
  /** Notes that an ended job was handed to its owner: it makes room before those that were not. */
  delivered(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}
