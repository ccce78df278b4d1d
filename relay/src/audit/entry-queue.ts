import { DatabaseError, type Database } from "@genai-office/shared/database";
import { NotWrittenError } from "./not-written-error";

export interface EntryQueue {
  /**
   * Appends an entry; resolves with its number when it is committed. What waits longer than `withinMs`, or behind too many
   * others, is refused: a database that hangs is not to fill the memory.
   * @throws NotWrittenError, or what the database answered when it is open whether the entry was written
   */
  append(content: string, withinMs: number): Promise<number>;
  /** Appends an entry that nobody waits for; tried again until it is committed. Never rejects. */
  appendLater(content: string): void;
  /**
   * Resolves when nothing is left, or after so many milliseconds; gives the number of entries that are not known to be written.
   * They are not tried again: a queue that went on would keep the process alive for as long as the database is away.
   */
  close(withinMs: number): Promise<number>;
  /** How many entries that nobody waited for were dropped, since the process began. */
  dropped(): number;
}

export interface EntryQueueOptions {
  /** Told once for each failure, with how many entries are kept for another try. */
  onFailure(error: unknown, kept: number): void;
  /** How long an entry that nobody waits for may wait for company. Milliseconds. */
  idleMs?: number;
  /** Pause after a failure. Milliseconds. */
  retryMs?: number;
  /** Entries that may wait when another one wants to be appended. */
  mostWaiting?: number;
  /** Entries that wait at most; more are dropped, and said to be. */
  mostKept?: number;
}

/** Entries of one round trip at most. */
const largestBatch = 500;

/** Steps that begin are refused earlier than ends of steps are dropped. */
const usualMostWaiting = 5_000;
const usualMostKept = 20_000;

/** Classes of SQLSTATE that say that a statement did nothing: data, constraints, syntax and rights, functions of our own. */
const nothingWritten = /^(22|23|42|P0)/;

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
  const { mostWaiting = usualMostWaiting, mostKept = usualMostKept } = options;
  let waiting: Waiting[] = [];
  let writing = false;
  let failing = false;
  let dropped = 0;
  let dropping = false;
  let closed = false;
  /** Entries of the statement that has no answer yet. */
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;
  let empty: (() => void)[] = [];

  function schedule(milliseconds: number): void {
    if (closed) return;
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
    underWay = batch.length;
    try {
      const rows = await database.queryOften<{ first: number }>("select audit_append($1::text[]) as first", [
        batch.map(({ content }) => content),
      ]);
      const first = rows[0]?.first ?? NaN;
      batch.forEach(({ settle }, index) => settle?.resolve(first + index));
      failing = dropping = false;
      return false;
    } catch (error) {
      failing = true;
      const kept = batch.filter(({ settle }) => settle === undefined);
      waiting = [...kept, ...waiting].slice(0, mostKept);
      // Whoever waits is told at once, also those of later batches: they are not to wait for a database that is gone.
      const unsent = waiting.filter(({ settle }) => settle !== undefined);
      waiting = waiting.filter(({ settle }) => settle === undefined);
      const notWritten = new NotWrittenError("the database wrote nothing", { cause: error });
      const isOpen = !(error instanceof DatabaseError && nothingWritten.test(error.code));
      for (const { settle } of batch) settle?.reject(isOpen ? error : notWritten);
      for (const { settle } of unsent) settle?.reject(notWritten);
      onFailure(error, waiting.length);
      return true;
    } finally {
      underWay = 0;
    }
  }

  return {
    append: (content, withinMs) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= mostWaiting) return reject(new NotWrittenError("too many entries wait"));
        const entry: Waiting = {
          content,
          settle: {
            resolve(sequence) {
              clearTimeout(late);
              resolve(sequence);
            },
            reject(error) {
              clearTimeout(late);
              reject(error as Error);
            },
          },
        };
        const late = setTimeout(() => {
          const isWaiting = waiting.includes(entry);
          waiting = waiting.filter((one) => one !== entry);
          const what = "the database does not answer";
          reject(isWaiting ? new NotWrittenError(what) : new DatabaseError("CONNECTION", { cause: new Error(what) }));
        }, withinMs);
        waiting.push(entry);
        // In a microtask, so that what begins in the same turn goes together.
        queueMicrotask(() => void write());
      }),
    appendLater(content) {
      if (waiting.length >= mostKept) {
        dropped++;
        if (!dropping) onFailure(new Error("too many entries wait"), waiting.length);
        dropping = true;
        return;
      }
      waiting.push({ content });
      if (!writing) schedule(failing ? retryMs : idleMs);
    },
    dropped: () => dropped,
    async close(withinMs) {
      if (waiting.length === 0 && !writing) {
        closed = true;
        return 0;
      }
      let late: NodeJS.Timeout | undefined;
      const done = new Promise<void>((resolve) => empty.push(resolve));
      const over = new Promise<void>((resolve) => (late = setTimeout(resolve, withinMs)));
      void write();
      await Promise.race([done, over]);
      closed = true;
      clearTimeout(late);
      clearTimeout(timer);
      timer = undefined;
      empty = [];
      return waiting.length + underWay;
    },
  };
}
