import type { GenaiError, GenaiErrorCode } from "../vocabulary";

/** How long a model that could not answer is left alone, in milliseconds, when it did not say for how long itself. */
const restMs = 60_000;
/** Nobody is left alone for longer, whatever a server asks for: the next step finds out. */
const longestRestMs = 300_000;

/** Failures of one step, or of its words, that say nothing about the next one. */
const aboutTheStep: ReadonlySet<GenaiErrorCode> = new Set<GenaiErrorCode>([
  "input-too-large",
  "incomplete-stream",
  "malformed-response",
  "connection-lost",
]);

/**
 * Models that failed a moment ago. The further steps of a task begin with the next model instead of waiting for the same
 * failure again, each for as long as the first one did.
 */
export class RestingModels {
  private readonly until = new Map<string, { at: number; code: GenaiErrorCode }>();

  /** Notes that a model failed. */
  rest(id: string, error: GenaiError, now: Date): void {
    if (aboutTheStep.has(error.code)) return;
    const milliseconds = Math.min(longestRestMs, error.retryAfterMs ?? restMs);
    this.until.set(id, { at: now.getTime() + milliseconds, code: error.code });
  }

  /** Why a model is left alone now; undefined when it is not. */
  reasonOf(id: string, now: Date): GenaiErrorCode | undefined {
    const noted = this.until.get(id);
    if (noted === undefined) return undefined;
    if (now.getTime() < noted.at) return noted.code;
    this.until.delete(id);
    return undefined;
  }
}
