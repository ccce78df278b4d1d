import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { DatabaseError, type Database, type SqlValue, type Transaction } from "../database";
import type { WorkerReply, WorkerRequest } from "./worker-messages";

type Order = WorkerRequest extends infer Request ? (Request extends unknown ? Omit<Request, "id"> : never) : never;

interface Waiting {
  resolve(rows: unknown[]): void;
  reject(error: DatabaseError): void;
}

/** The embedded database, and what only it can do. */
export interface EmbeddedDatabase extends Database {
  readonly kind: "embedded";
  /** Writes everything into a new archive file (tar.gz of the data folder). @throws DatabaseError "EEXIST" and the like */
  dump(file: string): Promise<void>;
  /** Resolves when the thread has ended, with or without being asked. */
  readonly ended: Promise<void>;
}

export interface OpeningOptions {
  /** An archive to fill a new folder with. */
  restoreFrom?: string;
  /** Gives the opening up, at once. */
  signal?: AbortSignal;
}

/** Folder of PostgreSQL's own files inside the folder that is locked. */
export const dataFolder = "pgdata";

/**
 * Opens the embedded database; the folder must have been locked (folder-lock.ts). The first opening of a folder takes some
 * seconds, later ones some hundred milliseconds. A commit survives the end of the process, also by kill -9; it does not
 * survive a power failure at once, because the WebAssembly build has no fsync.
 * @throws DatabaseError
 */
export async function openEmbedded(directory: string, options: OpeningOptions = {}): Promise<EmbeddedDatabase> {
  const { restoreFrom, signal } = options;
  // Flags of this process (loaders, inspectors) are not for the thread.
  const worker = new Worker(new URL("./embedded-worker.mjs", import.meta.url), { execArgv: [], stdout: true });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let lastTransaction = 0;
  let over = false;

  worker.on("message", (reply: WorkerReply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    // A process whose last work is done may end although the thread is there.
    if (waiting.size === 0) worker.unref();
    if ("rows" in reply) asked?.resolve(reply.rows);
    else asked?.reject(new DatabaseError(reply.code));
  });
  const ended = new Promise<void>((resolveEnded) => {
    const end = (cause?: unknown): void => {
      over = true;
      for (const { reject } of waiting.values()) reject(new DatabaseError("CONNECTION", { cause }));
      waiting.clear();
      resolveEnded();
    };
    worker.on("error", end);
    worker.on("exit", () => end());
  });

  function ask<Row>(order: Order): Promise<Row[]> {
    if (over) return Promise.reject(new DatabaseError("CONNECTION"));
    return new Promise((resolveRows, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve: (rows) => resolveRows(rows as Row[]), reject });
      if (waiting.size === 1) worker.ref();
      worker.postMessage({ id, ...order } satisfies WorkerRequest);
    });
  }

  async function transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const id = ++lastTransaction;
    await ask({ kind: "begin", transaction: id });
    let result: Result;
    try {
      result = await work({
        query: (sql, values = []) => ask({ kind: "query", sql, values, transaction: id }),
        script: async (sql) => void (await ask({ kind: "script", sql, transaction: id })),
      });
    } catch (thrown) {
      await ask({ kind: "rollback", transaction: id });
      throw thrown;
    }
    await ask({ kind: "commit", transaction: id });
    return result;
  }

  const path = resolve(directory, dataFolder);
  const giveUp = (): void => void worker.terminate();
  if (signal?.aborted === true) giveUp();
  signal?.addEventListener("abort", giveUp, { once: true });
  try {
    await ask(
      restoreFrom === undefined
        ? { kind: "open", directory: path }
        : { kind: "restore", directory: path, file: restoreFrom },
    );
  } catch (thrown) {
    await worker.terminate();
    throw thrown;
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
  let closed: Promise<void> | undefined;
  const query = <Row>(sql: string, values: readonly SqlValue[] = []) => ask<Row>({ kind: "query", sql, values });
  return {
    kind: "embedded",
    ended,
    query,
    aside: { query },
    queryOften: (sql: string, values: readonly SqlValue[]) => ask({ kind: "often", sql, values }),
    transaction,
    dump: async (file) => void (await ask({ kind: "dump", file: resolve(file) })),
    close() {
      closed ??= ask({ kind: "close" })
        .catch((error: unknown) => {
          // A thread that has died has nothing left to close.
          if (!(error instanceof DatabaseError) || error.code !== "CONNECTION") throw error;
        })
        .finally(() => worker.terminate())
        .then(() => undefined);
      return closed;
    },
  };
}
