import { GenaiError, type TimeoutPhase } from "../../vocabulary";
import type { Clock } from "./clock";
import { Deadline, type Timers } from "./timers";

/** Why a run was stopped from our side. Kept here because axios loses an abort's reason and cause. */
export type StopCause = { type: "aborted" } | { type: "timeout"; phase: TimeoutPhase };

/**
 * What can stop one run: the caller's signal, the caller leaving the loop, or one of the four timers.
 * The first to come wins; `signal` then aborts, which ends every wait and closes the connection.
 */
export class RunControl {
  private readonly controller = new AbortController();
  private readonly phaseDeadline: Deadline;
  private readonly totalDeadline: Deadline;
  private phase: TimeoutPhase = "connect";
  private stopCause: StopCause | undefined;
  /** Set when the terminal event is known: leaving the loop then is no abort. */
  ended = false;
  private readonly abort = (): void => this.stop({ type: "aborted" });

  constructor(
    private readonly timers: Timers,
    clock: Clock,
    private readonly callerSignal: AbortSignal | undefined,
  ) {
    this.phaseDeadline = new Deadline(clock, () => this.stop({ type: "timeout", phase: this.phase }));
    this.totalDeadline = new Deadline(clock, () => this.stop({ type: "timeout", phase: "total" }));
    this.totalDeadline.arm(timers.totalMs);
    if (callerSignal?.aborted) this.abort();
    else callerSignal?.addEventListener("abort", this.abort, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get cause(): StopCause | undefined {
    return this.stopCause;
  }

  /** Milliseconds left of the whole run. */
  get remainingMs(): number {
    return this.totalDeadline.remaining();
  }

  /** Milliseconds left of the phase; Infinity when none is timed. */
  get phaseRemainingMs(): number {
    return this.phaseDeadline.remaining();
  }

  /** Starts, or moves, the timer of a phase. */
  watch(phase: Exclude<TimeoutPhase, "total">, milliseconds: number): void {
    this.phase = phase;
    this.phaseDeadline.arm(milliseconds);
  }

  /** No phase is being timed, as while the caller works on what it was given. */
  unwatch(): void {
    this.phaseDeadline.disarm();
  }

  /** Ends every wait of the run and closes its connection. */
  stop(cause: StopCause): void {
    if (this.controller.signal.aborted) return;
    this.stopCause = cause;
    this.controller.abort();
  }

  /** The error of a run that a timer stopped. */
  timeoutError(phase: TimeoutPhase): GenaiError {
    return new GenaiError("timeout", `the ${phase} timer ran out`, { retryable: true, phase });
  }

  /** Releases timers and listener; the connection is not touched. */
  close(): void {
    this.phaseDeadline.close();
    this.totalDeadline.close();
    this.callerSignal?.removeEventListener("abort", this.abort);
  }
}
