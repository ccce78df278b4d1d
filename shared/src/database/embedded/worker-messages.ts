import type { SqlValue } from "../database";

/** What the thread of the embedded database is asked for; the thread itself is `embedded-worker.mjs`. */
export type WorkerRequest = { id: number } & (
  | { kind: "open"; directory: string }
  | { kind: "query"; sql: string; values: readonly SqlValue[]; transaction?: number }
  | { kind: "often"; sql: string; values: readonly SqlValue[] }
  | { kind: "script"; sql: string; transaction: number }
  | { kind: "begin"; transaction: number }
  | { kind: "commit" | "rollback"; transaction: number }
  | { kind: "dump"; file: string }
  | { kind: "restore"; file: string; directory: string }
  | { kind: "close" }
);

/** One answer for each request, in any order. `code` is a SQLSTATE, or the name of a system error. */
export type WorkerReply = { id: number } & ({ rows: unknown[] } | { code: string });
