import { within } from "../audit/within";
import { targetOf, type SwitchSubject, type ThrownSwitch } from "./switch";
import type { SwitchStore } from "./switch-store";

/** A switch of this node on its way into the database. */
export interface PendingSwitch {
  readonly thrown: ThrownSwitch;
  /** True once the database has it. */
  stored: boolean;
  /** True when it took longer than whoever threw it waited. */
  late: boolean;
}

/** What the operators of this node switched off, until the database itself says so. */
export interface PendingSwitches {
  /** Holds from now on; takes the place of an earlier one for the same subject. */
  add(thrown: ThrownSwitch): PendingSwitch;
  /** Writes what the database does not have yet. @throws DatabaseError, GenaiError "timeout"; it stays pending */
  write(): Promise<void>;
  /** Those that the database has: a question asked after this call sees them. */
  written(): readonly PendingSwitch[];
  forget(written: readonly PendingSwitch[]): void;
  /** Takes a switch out of the database, and then from here. False when it was nowhere. @throws DatabaseError, GenaiError */
  remove(subject: SwitchSubject): Promise<boolean>;
  /** What the database said last, with these on top of it; oldest first. */
  over(stored: readonly ThrownSwitch[]): readonly ThrownSwitch[];
}

/** @param onStored told when one that was late holds on all nodes */
export function createPendingSwitches(
  store: SwitchStore,
  longestMs: number,
  onStored: (thrown: ThrownSwitch) => void,
): PendingSwitches {
  const pending = new Map<string, PendingSwitch>();
  /** Writes without an answer yet. One that arrives late must not come after a removal, and none is sent twice at a time. */
  const writing = new Map<PendingSwitch, Promise<void>>();
  let changing: Promise<unknown> = Promise.resolve();

  /** One change at a time, in the order they were asked for. */
  function exclusive<Result>(change: () => Promise<Result>): Promise<Result> {
    const result = changing.then(change);
    changing = result.catch(() => undefined);
    return result;
  }

  function put(one: PendingSwitch): Promise<void> {
    let answer = writing.get(one);
    if (answer === undefined) {
      const { subject, reason, by } = one.thrown;
      answer = store
        .put(subject, reason, by)
        .then(() => {
          one.stored = true;
          if (one.late) onStored(one.thrown);
        })
        .finally(() => writing.delete(one));
      // Whoever waits for it may have left.
      answer.catch(() => undefined);
      writing.set(one, answer);
    }
    return answer;
  }

  return {
    add(thrown) {
      const one: PendingSwitch = { thrown: { ...thrown }, stored: false, late: false };
      pending.set(idOf(thrown.subject), one);
      return one;
    },
    write: () =>
      exclusive(async () => {
        for (const one of pending.values()) if (!one.stored) await within(longestMs, put(one));
      }),
    written: () => [...pending.values()].filter(({ stored }) => stored),
    forget(written) {
      for (const one of written) {
        const id = idOf(one.thrown.subject);
        if (pending.get(id) === one) pending.delete(id);
      }
    },
    remove: (subject) =>
      exclusive(async () => {
        const id = idOf(subject);
        const before = pending.get(id);
        await within(longestMs, Promise.allSettled(writing.values()));
        const was = await store.remove(subject);
        // One that was thrown meanwhile stays.
        if (before !== undefined && pending.get(id) === before) pending.delete(id);
        return was || before !== undefined;
      }),
    over(stored) {
      if (pending.size === 0) return stored;
      const own = [...pending.values()].map((one) =>
        one.stored ? one.thrown : { ...one.thrown, pending: true as const },
      );
      const others = stored.filter(({ subject }) => !pending.has(idOf(subject)));
      return [...others, ...own].sort((one, other) => one.since - other.since);
    },
  };
}

function idOf(subject: SwitchSubject): string {
  return `${subject.scope} ${targetOf(subject)}`;
}
