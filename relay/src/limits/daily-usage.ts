import { todayInJapan } from "../policy/accept-step";
import { addUsage, noUsage, type Usage, type UsageKey } from "./usage";
import type { UsageAmount, UsageStore } from "./usage-store";

/** Use by the day of Japan, over all nodes. */
export interface DailyUsage {
  /**
   * What was used today, as far as this node knows: what the database said at the last refresh, and what was added here
   * since. Only the first question about a key waits for the database.
   * @throws DatabaseError when the database cannot be reached and was never asked about the key today
   */
  used(key: UsageKey): Promise<Usage>;
  /** Counts at once here, and with the next flush for all nodes. */
  add(keys: readonly UsageKey[], usage: Usage): void;
  /** Writes what was added and reads again what was asked for lately. What cannot be written is kept for the next time. */
  flush(): Promise<void>;
  start(): void;
  /** Writes what is left. */
  stop(): Promise<void>;
}

export interface DailyUsageOptions {
  store: UsageStore;
  now?: () => Date;
  /** Days that counts are kept; what is older is removed once a day. For ever when left out. */
  keptDays?(): number;
  /** Time between two flushes; other nodes are seen that late. Milliseconds. */
  flushMs?: number;
  /** Told of a flush that failed. */
  onFailure?(error: unknown): void;
}

interface Entry {
  day: string;
  key: UsageKey;
  /** Undefined until the database was asked. */
  stored?: Usage;
  /** Added here, not yet in `stored`. */
  added: Usage;
  askedAt: number;
}

/** Keys that nobody asked about for so long are no longer refreshed. Milliseconds. */
const forgottenAfterMs = 5 * 60_000;

/** Rows of one statement. */
const batchSize = 5000;

/**
 * Counts of use that nodes share through one table. A step waits for the database only when its person, its section or the
 * relay is seen for the first time of a day. Therefore budgets may be overshot by what other nodes used within two flushes
 * (theirs, and the next one here), and by no steps of this node.
 */
export function createDailyUsage(options: DailyUsageOptions): DailyUsage {
  const { store, now = () => new Date(), flushMs = 1000 } = options;
  const entries = new Map<string, Entry>();
  let flushing: Promise<void> | undefined;
  let forgottenOn = "";
  let timer: NodeJS.Timeout | undefined;

  function entryOf(key: UsageKey): Entry {
    const day = todayInJapan(now());
    const id = idOf(day, key);
    let entry = entries.get(id);
    if (entry === undefined) entries.set(id, (entry = { day, key, added: noUsage, askedAt: 0 }));
    entry.askedAt = now().getTime();
    return entry;
  }

  async function write(): Promise<void> {
    // In one order on all nodes: two that wait for each other's rows would end in a deadlock.
    const due = [...entries.values()].filter(({ added }) => added.steps > 0 || added.tokens > 0 || added.cost > 0);
    due.sort((a, b) => compare(sortKey(a), sortKey(b)));
    for (let at = 0; at < due.length; at += batchSize) {
      const batch = due.slice(at, at + batchSize).map((entry) => ({ entry, amount: entry.added }));
      const totals = await store.add(batch.map(({ entry, amount }) => ({ day: entry.day, key: entry.key, amount })));
      for (const { entry, amount } of batch) entry.added = minus(entry.added, amount);
      for (const total of totals) keep(total);
    }
  }

  async function refresh(): Promise<void> {
    const day = todayInJapan(now());
    const oldest = now().getTime() - forgottenAfterMs;
    const asked: UsageKey[] = [];
    for (const [id, entry] of entries) {
      const isEmpty = entry.added.steps === 0 && entry.added.tokens === 0 && entry.added.cost === 0;
      if (entry.day === day && entry.askedAt >= oldest) asked.push(entry.key);
      else if (isEmpty) entries.delete(id);
    }
    for (let at = 0; at < asked.length; at += batchSize) await read(day, asked.slice(at, at + batchSize));
  }

  async function read(day: string, keys: readonly UsageKey[]): Promise<void> {
    const found = new Set((await store.read(day, keys)).map(keep));
    for (const key of keys) {
      const entry = entries.get(idOf(day, key));
      if (entry !== undefined && !found.has(entry)) entry.stored = noUsage;
    }
  }

  function keep({ day, key, amount }: UsageAmount): Entry | undefined {
    const entry = entries.get(idOf(day, key));
    if (entry !== undefined) entry.stored = amount;
    return entry;
  }

  async function forgetOnceADay(): Promise<void> {
    const today = todayInJapan(now());
    if (options.keptDays === undefined || forgottenOn === today) return;
    await store.forget(todayInJapan(new Date(now().getTime() - options.keptDays() * 86_400_000)));
    forgottenOn = today;
  }

  function flush(): Promise<void> {
    flushing ??= write()
      .then(refresh)
      .then(forgetOnceADay)
      .finally(() => (flushing = undefined));
    return flushing;
  }

  return {
    async used(key) {
      const entry = entryOf(key);
      // What is being written would be counted twice if it were read before its amount was taken away.
      if (entry.stored === undefined) await flushing?.catch(() => undefined);
      if (entry.stored === undefined) await read(entry.day, [key]);
      return addUsage(entry.stored ?? noUsage, entry.added);
    },
    add(keys, usage) {
      for (const key of keys) {
        const entry = entryOf(key);
        entry.added = addUsage(entry.added, usage);
      }
    },
    flush,
    start() {
      timer ??= setInterval(() => {
        flush().catch((error: unknown) => options.onFailure?.(error));
      }, flushMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await flushing?.catch(() => undefined);
      await write();
    },
  };
}

function minus(a: Usage, b: Usage): Usage {
  return { steps: a.steps - b.steps, tokens: a.tokens - b.tokens, cost: Math.max(0, a.cost - b.cost) };
}

function idOf(day: string, { scope, name }: UsageKey): string {
  return JSON.stringify([day, scope, name]);
}

function sortKey({ day, key }: Entry): string {
  return `${day} ${key.scope} ${key.name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
