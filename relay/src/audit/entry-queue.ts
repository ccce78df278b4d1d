import type { Database } from "../database/database";

export interface EntryQueue {
  /** Appends an entry; resolves with its number when it is committed, rejects when it could not be. */
  append(content: string): Promise<number>;
  /** Appends an entry that nobody waits for; tried again until it is committed. Never rejects. */
  appendLater(content: string): void;
  /** Resolves when nothing is left, or after so many milliseconds; gives the number of entries that were left. */
  flush(withinMs: number): Promise<number>;
}

export interface EntryQueueOptions {
  /** Told once for each failure, with how many entries are kept for another try. */
  onFailure(error: unknown, kept: number): void;
  /** How long an entry that nobody waits for may wait for company. Milliseconds. */
  idleMs?: number;
  /** Pause after a failure. Milliseconds. */
  retryMs?: number;
}

/** Entries of one round trip at most. */
const largestBatch = 500;

/** Entries that wait for a database which does not answer; more are dropped, and said to be. */
const mostKept = 20_000;

interface Waiting {
  content: string;
  settle?: { resolve(sequence: number): void; reject(error: unknown): void };
}

/**
 * One writer for all steps of this node: what comes while a round trip is under way goes with the next one, so that a
 * thousand streams need a few commits and not a thousand (group commit).
 */
export function createEntryQueue(database: Database, options: EntryQueueOptions): EntryQueue {
  const { onFailure, idleMs = 10, retryMs = 1000 } = options;
  let waiting: Waiting[] = [];
  let writing = false;
  let failing = false;
  let timer: NodeJS.Timeout | undefined;
  let empty: (() => void)[] = [];

  function schedule(milliseconds: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void write();
    }, milliseconds);
  }

  async function write(): Promise<void> {
    if (writing) return;
    writing = true;
    clearTimeout(timer);
    timer = undefined;
    while (waiting.length > 0 && !(await writeBatch()));
    writing = false;
    if (waiting.length > 0) return schedule(retryMs);
    for (const tell of empty.splice(0)) tell();
  }

  /** True when it failed. */
  async function writeBatch(): Promise<boolean> {
    const batch = waiting.slice(0, largestBatch);
    waiting = waiting.slice(largestBatch);
    try {
      const rows = await database.queryOften<{ first: number }>("select audit_append($1::text[]) as first", [
        batch.map(({ content }) => content),
      ]);
      const first = rows[0]?.first ?? NaN;
      batch.forEach(({ settle }, index) => settle?.resolve(first + index));
      failing = false;
      return false;
    } catch (error) {
      failing = true;
      const kept = batch.filter(({ settle }) => settle === undefined);
      waiting = [...kept, ...waiting].slice(0, mostKept);
      // Whoever waits is told at once, also those of later batches: they are not to wait for a database that is gone.
      const refused = [...batch, ...waiting].filter(({ settle }) => settle !== undefined);
      waiting = waiting.filter(({ settle }) => settle === undefined);
      for (const { settle } of refused) settle?.reject(error);
      onFailure(error, waiting.length);
      return true;
    }
  }

  return {
    append: (content) =>
      new Promise((resolve, reject) => {
        waiting.push({ content, settle: { resolve, reject } });
        // In a microtask, so that what begins in the same turn goes together.
        queueMicrotask(() => void write());
      }),
    appendLater(content) {
      if (waiting.length >= mostKept) return onFailure(new Error("too many entries wait"), waiting.length);
      waiting.push({ content });
      if (!writing) schedule(failing ? retryMs : idleMs);
    },
    async flush(withinMs) {
      if (waiting.length === 0 && !writing) return 0;
      let late: NodeJS.Timeout | undefined;
      const done = new Promise<void>((resolve) => empty.push(resolve));
      const over = new Promise<void>((resolve) => (late = setTimeout(resolve, withinMs)));
      void write();
      await Promise.race([done, over]);
      clearTimeout(late);
      clearTimeout(timer);
      timer = undefined;
      empty = [];
      return waiting.length;
    },
  };
}
