import { GenaiError, type TaskName } from "@genai-office/shared/vocabulary";
import { concerns, type SwitchSubject, type ThrownSwitch } from "./switch";
import type { SwitchStore } from "./switch-store";

/** The kill switch as this node knows it. */
export interface KillSwitch {
  /** What is switched off, oldest first. */
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
  /** Switches off, for all nodes; a second time changes the reason. @throws DatabaseError */
  throw(subject: SwitchSubject, reason: string, by: string): Promise<void>;
  /** Switches on again. False when it was not switched off. @throws DatabaseError */
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
  /** Told of the first of several failures to ask, and with `undefined` when it works again. */
  onFailure?(error: unknown): void;
  /** Time between two questions; other nodes obey that late, and need an answer of the database. Milliseconds. */
  pollMs?: number;
  /** How long a step waits at the start of a node for the first answer. Milliseconds. */
  longestWaitMs?: number;
}

/** How long one question may take, so that the one after it still comes in time. Milliseconds. */
const longestReadMs = 2_500;

/**
 * The switch is a row in the database, and each node asks for the rows every second. A node that cannot reach the database
 * keeps what it knew. One that has just started knows nothing, and lets no step through until it does: a switch that was
 * on before a restart must not be off during it.
 */
export function createKillSwitch(options: KillSwitchOptions): KillSwitch {
  const { store, pollMs = 1000, longestWaitMs = 15_000 } = options;
  let thrown: readonly ThrownSwitch[] = [];
  let readAt: number | undefined;
  let failing = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let asking: Promise<void> | undefined;

  async function read(): Promise<void> {
    thrown = await within(readAt === undefined ? longestWaitMs : longestReadMs, store.read());
    readAt = Date.now();
    failing = false;
    const now = thrown;
    // Every time, not only for switches that are new: ending what has ended costs nothing, and nothing slips through.
    if (now.length > 0) options.onThrown?.((step) => now.some((one) => concerns(one, step)));
  }

  /** Never two questions at once; one that is asked while another waits must see what was written before it. */
  async function refresh(): Promise<void> {
    await asking?.catch(() => undefined);
    asking ??= read().finally(() => (asking = undefined));
    return asking;
  }

  function poll(): void {
    refresh()
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
      await store.put(subject, reason, by);
      await refresh();
    },
    async release(subject) {
      const was = await store.remove(subject);
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

/** An answer that is late is a failure: the next question may find the database again where this one waits for ever. */
async function within<Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new GenaiError("timeout", "the database does not answer")), milliseconds).unref();
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The refusal of a step, and the end of a stream, whose subject is switched off. */
export function switchedOff(subject: SwitchSubject): GenaiError {
  return new GenaiError("switched-off", `switched off: ${subject.scope}`);
}

function unknownState(): GenaiError {
  return new GenaiError("unavailable", "it is not known yet what is switched off", { retryable: true });
}
