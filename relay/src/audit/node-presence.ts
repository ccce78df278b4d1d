import { asGenaiError } from "@genai-office/shared/vocabulary";
import type { Database } from "@genai-office/shared/database";
import { describeError } from "../logging/describe-error";
import type { Logger } from "../logging/logger";

export interface PresenceTimers {
  /** How often this node says that it is there, looks for nodes that are gone, and tells the log where the chain stands. */
  beatMs: number;
  /** How long a node may be silent before its open steps are put on record as interrupted. */
  silentMs: number;
  /** How often the head of the chain goes into the log. */
  anchorMs: number;
}

const defaultTimers: PresenceTimers = { beatMs: 5_000, silentMs: 30_000, anchorMs: 300_000 };

/** A step that has begun and not ended. */
export interface OpenStep {
  /** Number of its entry. */
  at(sequence: number): void;
  over(): void;
}

export interface NodePresence {
  /**
   * Resolves when this node is known to the others; no step may be put on record before. A node that was silent for long says
   * first that it is there: others may have counted it as gone, and would never look for the steps it begins from now on.
   */
  ready(): Promise<void>;
  /** True when `ready` has nothing to wait for. */
  isReady(): boolean;
  opened(step: string): OpenStep;
  /** @param clean whether everything of this node is written: then nobody has to look after it */
  close(clean: boolean): Promise<void>;
}

/**
 * Says that this process is there, and ends the steps of processes that are not (outcome "interrupted"). An embedded
 * database has one process: who opens it knows that all others are gone.
 */
export function createNodePresence(
  database: Database,
  node: string,
  logger: Logger,
  timers: Partial<PresenceTimers> = {},
): NodePresence {
  const { beatMs, silentMs, anchorMs } = { ...defaultTimers, ...timers };
  /** By step: number of its entry, 0 as long as that is being written. */
  const open = new Map<string, number>();
  let registered: Promise<void> | undefined;
  let known = false;
  /** When it last asked for being counted as there, and got through. Milliseconds since 1970. */
  let seenAt = 0;
  let saying: Promise<void> | undefined;
  /** What the others were told last: no older entry belongs to an open step of this node. */
  let openFrom: number | undefined;
  let beat: NodeJS.Timeout | undefined;
  let beating: Promise<void> = Promise.resolve();
  let anchoredAt = 0;
  let closed = false;

  async function register(): Promise<void> {
    await sayHere();
    known = true;
    await sweep();
    await anchor();
    schedule();
  }

  // Nobody else looks at the steps of an embedded database while this process is there.
  const isFresh = (): boolean => database.kind === "embedded" || Math.abs(Date.now() - seenAt) < silentMs / 2;

  async function ready(): Promise<void> {
    registered ??= register().catch((error: unknown) => {
      registered = undefined;
      throw error;
    });
    await registered;
    if (!isFresh()) await sayHere();
  }

  function sayHere(): Promise<void> {
    saying ??= writePresence().finally(() => (saying = undefined));
    return saying;
  }

  async function writePresence(): Promise<void> {
    const at = Date.now();
    // Before the open steps are looked at: a step that begins from here on has a higher number than this head.
    const [head] = await database.query<{ sequence: number }>("select sequence from audit_head");
    const numbers = [...open.values()];
    // While an entry is being written its number is not known; what was said last still holds.
    if (openFrom === undefined || !numbers.includes(0)) openFrom = Math.min((head?.sequence ?? 0) + 1, ...numbers);
    const [row] = await database.query<{ inserted: boolean }>(
      `insert into relay_nodes (node, open_from) values ($1::uuid, $2::bigint)
        on conflict (node) do update set seen_at = now(), open_from = excluded.open_from
        returning xmax::text = '0' as inserted`,
      [node, openFrom],
    );
    seenAt = at;
    if (known && row?.inserted === true)
      logger.warn("this process was silent for so long that others counted it as gone");
  }

  async function sweep(): Promise<void> {
    const silent = database.kind === "embedded" ? 0 : silentMs;
    const rows = await database.query<{ swept: number }>(
      "select audit_sweep($1::uuid, make_interval(secs => $2::double precision), $3::text) as swept",
      [node, silent / 1000, new Date().toISOString()],
    );
    const swept = rows[0]?.swept ?? 0;
    if (swept > 0) logger.warn({ steps: swept }, "steps of a process that is gone were marked as interrupted");
  }

  /** The head in the log, which is kept elsewhere, tells whether the end of the chain was cut off later. */
  async function anchor(): Promise<void> {
    if (performance.now() - anchoredAt < anchorMs && anchoredAt !== 0) return;
    anchoredAt = performance.now();
    const [head] = await database.query<{ sequence: number; hash: string }>("select sequence, hash from audit_head");
    logger.info({ ...head }, "audit anchor");
  }

  async function tell(): Promise<void> {
    await sayHere();
    await sweep();
    await anchor();
  }

  function schedule(): void {
    if (closed) return;
    beat = setTimeout(() => {
      beating = tell()
        .catch((error: unknown) => {
          logger.error({ error: describeError(asGenaiError(error)) }, "the audit could not be looked after");
        })
        .finally(schedule);
    }, beatMs);
    beat.unref();
  }

  return {
    ready,
    isReady: () => known && isFresh(),
    opened(step) {
      open.set(step, 0);
      return {
        at: (sequence) => void (open.has(step) && open.set(step, sequence)),
        over: () => void open.delete(step),
      };
    },
    async close(clean) {
      closed = true;
      clearTimeout(beat);
      await beating;
      // Nothing was written by a process that is still unknown: who stops does not wait for a database that opens.
      if (!known) return;
      try {
        await registered;
        anchoredAt = 0;
        await anchor();
        if (clean && open.size === 0) await database.query("delete from relay_nodes where node = $1::uuid", [node]);
      } catch (error) {
        logger.error({ error: describeError(asGenaiError(error)) }, "the audit could not be closed");
      }
    },
  };
}
