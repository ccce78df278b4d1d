import { randomUUID } from "node:crypto";
import {
  asGenaiError,
  GenaiError,
  type GenaiErrorCode,
  type ModelCard,
  type RunReport,
} from "@genai-office/shared/vocabulary";
import type { Database } from "@genai-office/shared/database";
import { describeError } from "../logging/describe-error";
import type { Logger } from "../logging/logger";
import type { RunOutcome } from "../streams/supervise-run";
import type { AdminDetails, AuditedStep, AuditEntry } from "./audit-entry";
import { createEntryQueue } from "./entry-queue";
import { createNodePresence, type PresenceTimers } from "./node-presence";
import { NotWrittenError } from "./not-written-error";
import { removeOldEntries } from "./retention";
import { storeReport } from "./store-report";
import { auditedStep, endOfStep, type StepFacts } from "./step-entries";
import { timeOf, within } from "./within";

/** A step that is on record as begun. */
export interface RecordedStep {
  /** Puts its end on record. Returns at once: a stream does not wait for it. */
  end(outcome: RunOutcome): void;
}

export interface Audit {
  /** Makes this process known, ends the steps of those that are gone, and removes what is older than it may be, now and then. */
  start(): void;
  /**
   * Puts a step on record; what it asks for may leave when this has resolved.
   * @throws GenaiError "unavailable" when it could not be put on record: then nothing may leave
   */
  begin(facts: StepFacts, card: ModelCard): Promise<RecordedStep>;
  /**
   * Puts on record that a step was refused. The refusal stands whether that succeeds or not. How many entries a program in a
   * loop may fill is bounded before (run/refusal-record.ts).
   * @param code of the GenaiError
   * @param more further refusals of the person that this entry stands for, by code
   */
  refuse(step: AuditedStep, code: GenaiErrorCode, more?: Readonly<Record<string, number>>): Promise<void>;
  /**
   * Puts on record what a person did with a result.
   * @throws GenaiError "not-found" when the run is not one of that person's, "rate-limited", "unavailable"
   */
  report(person: string, report: RunReport): Promise<void>;
  /** Puts an act of an administrator on record, before it takes effect. @throws GenaiError "unavailable" */
  recordAdminAct(person: string, act: string, details: AdminDetails): Promise<void>;
  /**
   * Puts an act on record that has taken effect already. What cannot be written is kept and tried again until it is; should
   * an answer have been lost, the act stands twice, with one time. @throws GenaiError "unavailable" when it is only kept so far
   */
  recordActDone(person: string, act: string, details: AdminDetails): Promise<void>;
  /** Writes what is left. To be called when no step runs any more, and before the database is closed. */
  close(): Promise<void>;
}

export interface AuditOptions {
  timers?: Partial<PresenceTimers>;
  /** Days that entries are kept; asked for anew each time, because settings change. Without it they stay. */
  keptDays?(): number;
  /** How long a step waits for its entry to be committed. Milliseconds. */
  beginMs?: number;
}

/** Longer than the first opening of an embedded database takes. */
const defaultBeginMs = 15_000;

/** Pause until a database that could not be opened is tried again. Milliseconds. */
const startAgainMs = 5_000;

/** How often entries are looked for whose time is over. Milliseconds. */
const retentionEveryMs = 3_600_000;

/** How long a stopping relay waits for its last entries. Milliseconds. */
const flushMs = 5_000;

/** The audit of one process, in the database that all nodes share. Begins to work by itself. */
export function createAudit(database: Database, logger: Logger, options: AuditOptions = {}): Audit {
  const node = randomUUID();
  const { beginMs = defaultBeginMs } = options;
  const queue = createEntryQueue(database, {
    onFailure: (error, kept) =>
      logger.error({ error: describeError(asGenaiError(error)), kept }, "the audit could not be written"),
  });
  const presence = createNodePresence(database, node, logger, options.timers);

  const stamp = <Kind extends AuditEntry["kind"]>(kind: Kind) =>
    ({ v: 1, kind, at: new Date().toISOString(), node }) as const;

  async function append(entry: AuditEntry): Promise<number> {
    try {
      const wait = presence.isReady() ? 0 : await timeOf(registered());
      return await queue.append(JSON.stringify(entry), Math.max(0, beginMs - wait));
    } catch (cause) {
      throw new GenaiError("unavailable", "the audit cannot be written", { retryable: true, cause });
    }
  }

  async function registered(): Promise<void> {
    try {
      await within(beginMs, presence.ready());
    } catch (cause) {
      throw new NotWrittenError("this process is not known to the database", { cause });
    }
  }

  let retentionTimer: NodeJS.Timeout | undefined;
  let startTimer: NodeJS.Timeout | undefined;
  let closed = false;

  async function retain(): Promise<void> {
    if (options.keptDays === undefined) return;
    try {
      const removed = await removeOldEntries(database, node, options.keptDays());
      if (removed > 0) logger.info({ removed }, "entries of the audit whose time was over were removed");
    } catch (error) {
      logger.error({ error: describeError(asGenaiError(error)) }, "old entries of the audit could not be removed");
    }
  }

  async function begin(): Promise<void> {
    try {
      await presence.ready();
      await retain();
    } catch (error) {
      if (closed) return;
      logger.error({ error: describeError(asGenaiError(error)) }, "the audit cannot begin");
      startTimer = setTimeout(() => void begin(), startAgainMs).unref();
    }
  }

  const later = (entry: AuditEntry): void => queue.appendLater(JSON.stringify(entry));

  return {
    start() {
      retentionTimer ??= setInterval(() => void retain(), retentionEveryMs).unref();
      void begin();
    },
    async begin(facts, card) {
      const step = auditedStep(facts);
      const open = presence.opened(step.step);
      try {
        open.at(await append({ ...stamp("begun"), ...step }));
      } catch (thrown) {
        // It may have been committed although the answer was lost; then it must not look as if it went on.
        if (!isUnwritten(thrown)) later({ ...stamp("ended"), step: step.step, outcome: "unavailable" });
        open.over();
        throw thrown;
      }
      return {
        end(outcome) {
          later({ ...stamp("ended"), step: step.step, ...endOfStep(outcome, card) });
          open.over();
        },
      };
    },
    async refuse(step, code, more = {}) {
      const others = Object.keys(more).length === 0 ? {} : { more };
      try {
        await append({ ...stamp("refused"), ...step, outcome: code, ...others });
      } catch (thrown) {
        logger.error({ error: describeError(asGenaiError(thrown)) }, "a refusal could not be put on record");
      }
    },
    async report(person, report) {
      try {
        await within(beginMs, storeReport(database, person, report, stamp("report")));
      } catch (cause) {
        if (GenaiError.isInstance(cause)) throw cause;
        throw new GenaiError("unavailable", "the audit cannot be written", { retryable: true, cause });
      }
    },
    async recordAdminAct(person, act, details) {
      await append({ ...stamp("admin"), person, act, details });
    },
    async recordActDone(person, act, details) {
      const entry: AuditEntry = { ...stamp("admin"), person, act, details };
      try {
        await append(entry);
      } catch (thrown) {
        later(entry);
        throw thrown;
      }
    },
    async close() {
      closed = true;
      clearInterval(retentionTimer);
      clearTimeout(startTimer);
      const left = (await queue.close(flushMs)) + queue.dropped();
      if (left > 0) logger.error({ entries: left }, "the last entries of the audit could not be written");
      await presence.close(left === 0);
    },
  };
}

/** True when it is certain that the audit has no such entry. */
function isUnwritten(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.cause instanceof NotWrittenError;
}

/** For a relay without a database, which tests and parts of other programs make: nothing is put on record. */
export const noAudit: Audit = {
  start: () => undefined,
  begin: () => Promise.resolve({ end: () => undefined }),
  refuse: () => Promise.resolve(),
  report: () => Promise.resolve(),
  recordAdminAct: () => Promise.resolve(),
  recordActDone: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
