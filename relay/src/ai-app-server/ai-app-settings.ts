/** The relay as AI apps of GENAI; without these settings it offers none. */
export interface AiAppSettings {
  /** File with the keys, read again for every request (app-keys.ts). */
  keysFile: string;
  /** How long /invoke may take before it answers 202 with a status URL. GENAI itself gives up after 29 s. Milliseconds. */
  syncLimitMs: number;
  /** How long the outcome of a job can be fetched. Milliseconds. */
  retentionMs: number;
  /** Jobs kept at the same time, finished ones included. */
  maximumJobs: number;
  /** What all kept jobs may hold together: inputs until they have ended, then outcomes. Bytes. */
  maximumBytes: number;
  /** Jobs that work at the same time; further ones wait. */
  runningJobs: number;
  /** Jobs of one person that have not ended, over all apps; a further one is refused. */
  jobsPerPerson: number;
  /** Jobs of one person that are kept, ended ones included; a further one takes the place of their oldest ended one. */
  keptPerPerson: number;
}

/** What holds when nothing is said. */
export const aiAppDefaults = {
  syncLimitMs: 25_000,
  retentionMs: 24 * 3_600_000,
  maximumJobs: 1_000,
  maximumBytes: 256 * 1024 * 1024,
  runningJobs: 16,
  jobsPerPerson: 5,
  keptPerPerson: 50,
} satisfies Partial<AiAppSettings>;
