import { asGenaiError, GenaiError, type GenaiErrorCode, type SideEvent } from "../../../vocabulary";
import { sleep } from "../../transport/abortable";
import type { Clock } from "../../transport/clock";
import type { LookRhythm } from "./look-rhythm";

/** What one look at an accepted invocation showed. */
export type AppLook =
  | { state: "queued" | "running"; progress?: { done: number; total: number } }
  | { state: "completed"; body: Record<string, unknown> };

export interface WaitOptions {
  /** Asks once how far it is. Throws GenaiError when that, or the invocation, failed. */
  look(): Promise<AppLook>;
  rhythm: LookRhythm;
  clock: Clock;
  /** When the invocation was accepted: milliseconds since 1970. */
  acceptedAt: number;
  /** Looks before the first wait, as for one that was accepted long ago. */
  lookAtOnce: boolean;
}

/** Looks in a row that may fail before the wait is given up; its ticket can take it up again. */
const maximumFailedLooks = 10;

/** Failures of a look that say nothing about the next one, besides those that call themselves passing. */
const passingCodes: ReadonlySet<GenaiErrorCode> = new Set<GenaiErrorCode>([
  "malformed-response",
  "not-a-model-server",
  "incomplete-stream",
]);

/**
 * Waits for an accepted invocation: tells each wait and what progress shows, and returns what holds the answer. A look that
 * fails for a passing reason is repeated at the next turn.
 * @throws GenaiError of the invocation or of the looks; "timeout" when the longest wait is over; anything when aborted
 */
export async function* waitForAnswer(
  { look, rhythm, clock, acceptedAt, lookAtOnce }: WaitOptions,
  signal: AbortSignal,
): AsyncGenerator<SideEvent, Record<string, unknown>, undefined> {
  let state: "queued" | "running" = "queued";
  let shown = "";
  let failedLooks = 0;
  let atLeastMs = 0;
  for (let due = lookAtOnce; ; due = false) {
    if (!due) {
      const turnMs = rhythm(Math.max(0, clock.date() - acceptedAt));
      if (turnMs === undefined) throw new GenaiError("timeout", "the longest wait is over", { phase: "total" });
      const nextLookMs = Math.max(turnMs, atLeastMs);
      yield { type: "waiting", state, nextLookMs };
      await sleep(nextLookMs, signal, clock);
    }
    atLeastMs = 0;
    try {
      const seen = await look();
      failedLooks = 0;
      if (seen.state === "completed") return seen.body;
      state = seen.state;
      const { progress } = seen;
      if (progress !== undefined && shown !== `${progress.done}/${progress.total}`) {
        shown = `${progress.done}/${progress.total}`;
        yield { type: "progress", ...progress };
      }
    } catch (thrown) {
      const error = asGenaiError(thrown);
      failedLooks++;
      const passing = error.retryable || passingCodes.has(error.code);
      if (signal.aborted || !passing || failedLooks >= maximumFailedLooks) throw error;
      atLeastMs = error.retryAfterMs ?? 0;
    }
  }
}
