import { GenaiError, type TaskName } from "@genai-office/shared/vocabulary";
import { within } from "../audit/within";
import { createPendingSwitches } from "./pending-switches";
import { concerns, targetOf, type SwitchSubject, type ThrownSwitch } from "./switch";
import type { SwitchStore } from "./switch-store";

/** The kill switch as this node knows it. */
export interface KillSwitch {
  /** What is switched off, oldest first; what only this node knows so far is marked. */
  thrown(): readonly ThrownSwitch[];
  /** True once the database has said what is switched off. */
  known(): boolean;
  /** When the database last said so: milliseconds since 1970; undefined while nothing is known. */
  readAt(): number | undefined;
  /** Resolves when it is known what is switched off. @throws GenaiError "unavailable" when that takes too long */
  ready(): Promise<void>;
  /**
   * Refuses a step that concerns something switched off, and every step while nothing is known.
   * @throws GenaiError "switched-off", "unavailable"
   */
  require(step: { task: TaskName; model: string }): void;
  /**
   * Switches off at once on this node, and as soon as the database has it on all; a second time changes the reason. Never
   * rejects. "pending": the database does not take it now; it is tried again with every poll until it does.
   */
  throw(subject: SwitchSubject, reason: string, by: string): Promise<"stored" | "pending">;
  /** Switches on again, also what is only pending. False when it was not switched off. @throws DatabaseError, GenaiError */
  release(subject: SwitchSubject): Promise<boolean>;
  /** Asks the database now. @throws DatabaseError, and what was known stays */
  refresh(): Promise<void>;
  start(): void;
  stop(): void;
}

export interface KillSwitchOptions {
  store: SwitchStore;
  /** Told after something was switched off here or on another node: running streams of it are ended. */
  onThrown?(isConcerned: (step: { task: TaskName; model: string }) => boolean): void;
  /** Told of the first of several failures to ask. */
  onFailure?(error: unknown): void;
  /** Told when a switch that could not be stored at first holds on all nodes. */
  onStored?(thrown: ThrownSwitch): void;
  /** Time between two questions; other nodes obey that late, and need an answer of the database. Milliseconds. */
  pollMs?: number;
  /** How long a step waits at the start of a node for the first answer. Milliseconds. */
  longestWaitMs?: number;
}

/** How long one question may take, so that the one after it still comes in time. Milliseconds. */
const longestReadMs = 2_500;

/** How long an operator waits for the database before a switch is called pending, and a poll for a pending one. Milliseconds. */
const longestWriteMs = 2_000;

/**
 * The switch is a row in the database, and each node asks for the rows every second. A node that cannot reach the database
 * keeps what it knew, and obeys its own operators nevertheless: their switches are pending here until the database has them.
 * One that has just started knows nothing, and lets no step through until it does: a switch that was on before a restart must
 * not be off during it.
 */
export function createKillSwitch(options: KillSwitchOptions): KillSwitch {
  const { store, pollMs = 1000, longestWaitMs = 15_000 } = options;
  const pending = createPendingSwitches(store, longestWriteMs, (one) => options.onStored?.(one));
  let stored: readonly ThrownSwitch[] = [];
  let thrown: readonly ThrownSwitch[] = [];
  let readAt: number | undefined;
  let failing = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let asking: Promise<void> | undefined;

  /** Pending ones stay on top of what the database says until it says them itself. */
  function apply(): void {
    thrown = pending.over(stored);
    const now = thrown;
    // Every time, not only for switches that are new: ending what has ended costs nothing, and nothing slips through.
    if (now.length > 0) options.onThrown?.((step) => now.some((one) => concerns(one, step)));
  }

  async function read(): Promise<void> {
    // An answer that was on its way while a switch was written may be older than it: only a later one replaces it.
    const written = pending.written();
    stored = await within(readAt === undefined ? longestWaitMs : longestReadMs, store.read());
    pending.forget(written);
    readAt = Date.now();
    apply();
  }

  /** Never two questions at once; one that is asked while another waits must see what was written before it. */
  async function refresh(): Promise<void> {
    await asking?.catch(() => undefined);
    asking ??= read().finally(() => (asking = undefined));
    return asking;
  }

  /** What can be read is read also while nothing can be written. */
  async function keepUp(): Promise<void> {
    const [written, asked] = [pending.write(), refresh()];
    await Promise.all([written, asked.catch(() => undefined)]);
    await asked;
  }

  function poll(): void {
    keepUp()
      .then(() => (failing = false))
      .catch((error: unknown) => {
        if (!failing) options.onFailure?.(error);
        failing = true;
      })
      .finally(() => {
        if (!stopped) timer = setTimeout(poll, pollMs).unref();
      });
  }

  return {
    thrown: () => thrown,
    known: () => readAt !== undefined,
    readAt: () => readAt,
    async ready() {
      if (readAt !== undefined) return;
      const late = new Promise<void>((resolve) => setTimeout(resolve, longestWaitMs).unref());
      await Promise.race([refresh().catch(() => undefined), late]);
      if (readAt === undefined) throw unknownState();
    },
    require(step) {
      if (readAt === undefined) throw unknownState();
      const found = thrown.find((one) => concerns(one, step));
      if (found !== undefined) throw switchedOff(found.subject);
    },
    async throw(subject, reason, by) {
      const since = thrown.find((one) => isSame(one.subject, subject))?.since ?? Date.now();
      const own = pending.add({ subject, reason, by, since });
      apply();
      await within(longestWriteMs, pending.write()).catch((error: unknown) => options.onFailure?.(error));
      own.late = !own.stored;
      if (own.late) return "pending";
      // The moment is the database's; what it does not say now, it says with the next poll.
      await refresh().catch(() => undefined);
      return "stored";
    },
    async release(subject) {
      const was = await pending.remove(subject);
      await refresh();
      return was;
    },
    refresh,
    start() {
      stopped = false;
      poll();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** The refusal of a step, and the end of a stream, whose subject is switched off. */
export function switchedOff(subject: SwitchSubject): GenaiError {
  return new GenaiError("switched-off", `switched off: ${subject.scope}`);
}

function unknownState(): GenaiError {
  return new GenaiError("unavailable", "it is not known yet what is switched off", { retryable: true });
}

function isSame(one: SwitchSubject, other: SwitchSubject): boolean {
  return one.scope === other.scope && targetOf(one) === targetOf(other);
}
