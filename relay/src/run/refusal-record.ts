import type { GenaiError, GenaiErrorCode } from "@genai-office/shared/vocabulary";
import type { Audit } from "../audit/audit";
import type { AuditedStep } from "../audit/audit-entry";
import { auditedStep, type StepFacts } from "../audit/step-entries";

/** Puts refusals on record: each of them, but in a bounded number of entries. */
export interface RefusalRecord {
  /** Resolves when the refusal is on record, or counted for an entry to come. Never rejects. */
  refuse(facts: StepFacts, error: GenaiError): Promise<void>;
  /** Puts on record what was only counted so far. To be called before the audit is closed. */
  close(): Promise<void>;
}

export interface RefusalRecordOptions {
  /** Refusals of one person and minute that have an entry of their own. */
  ownEntries?: number;
  /** Length of the minute. Milliseconds. */
  windowMs?: number;
}

/** What a person was refused in this minute. */
interface Window {
  entries: number;
  /**
   * The last refusal that has no entry yet, as it will be written, and how many there were before it, by code. Not the step
   * itself: its text may be as large as a request, and would be kept for a minute for each person.
   */
  last?: { step: AuditedStep; code: GenaiErrorCode };
  more: Record<string, number>;
  timer: NodeJS.Timeout;
}

/**
 * A program that asks in a loop for what is refused must not fill the audit, and no refusal may be missing in it. So the first
 * 20 of a person and minute have an entry each; of the others the last one has, at the end of the minute, and its entry tells
 * how many more there were, by code. What came too fast is in the log only ("rate-limited"). A relay that is killed loses the
 * counts of the running minute; its log has them.
 */
export function createRefusalRecord(
  audit: Pick<Audit, "refuse">,
  { ownEntries = 20, windowMs = 60_000 }: RefusalRecordOptions = {},
): RefusalRecord {
  const windows = new Map<string, Window>();

  async function end(person: string): Promise<void> {
    const window = windows.get(person);
    windows.delete(person);
    clearTimeout(window?.timer);
    if (window?.last !== undefined) await audit.refuse(window.last.step, window.last.code, window.more);
  }

  return {
    async refuse(facts, { code }) {
      if (code === "rate-limited") return;
      const person = facts.caller.pseudonym;
      let window = windows.get(person);
      if (window === undefined) {
        const timer = setTimeout(() => void end(person), windowMs).unref();
        windows.set(person, (window = { entries: 0, more: {}, timer }));
      }
      if (window.entries < ownEntries) {
        window.entries++;
        return audit.refuse(auditedStep(facts), code);
      }
      const before = window.last?.code;
      if (before !== undefined) window.more[before] = (window.more[before] ?? 0) + 1;
      window.last = { step: auditedStep(facts), code };
    },
    async close() {
      await Promise.all([...windows.keys()].map(end));
    },
  };
}
