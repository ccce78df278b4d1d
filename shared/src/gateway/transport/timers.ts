import type { TimeoutPhase } from "../../vocabulary";
import type { Clock } from "./clock";

/**
 * The four timers of a run, in milliseconds.
 * axios' own `timeout` is never used: it is a total timeout that kills healthy streams.
 */
export interface Timers {
  /**
   * From the start of an attempt (credentials included) until the reply's headers. For an answer that is asked for in one
   * piece, the next two are added to it.
   */
  connectMs: number;
  /** From the headers until the model's first sign of life; keep-alive comments do not count, reasoning does. */
  firstTokenMs: number;
  /**
   * Longest silence after the first token; re-armed by every read with a payload or a part of one, not by keep-alive
   * comments. Not running while the caller is busy.
   */
  idleMs: number;
  /** The whole run, with all attempts and back-off between them. */
  totalMs: number;
}

/**
 * Slow on purpose at the start: a shared model server may queue a request for a minute. Undici gives up on its own
 * after 300 s of silence, so larger values for the first three have no effect in Node.
 */
export const defaultTimers: Timers = { connectMs: 30_000, firstTokenMs: 90_000, idleMs: 45_000, totalMs: 600_000 };

/**
 * One deadline that can be moved cheaply: moving it later does not touch the runtime's timer, which looks again
 * when it fires. Re-arming per network read therefore costs one subtraction.
 */
export class Deadline {
  private at = Infinity;
  private firesAt = Infinity;
  private handle: unknown;

  constructor(
    private readonly clock: Clock,
    private readonly expired: () => void,
  ) {}

  /** Sets the deadline to so many milliseconds from now. Infinity means none. */
  arm(milliseconds: number): void {
    this.at = this.clock.now() + milliseconds;
    if (this.at < this.firesAt) this.schedule(milliseconds);
  }

  /** No deadline until it is armed again. */
  disarm(): void {
    this.at = Infinity;
  }

  /** Milliseconds left; Infinity when not armed. */
  remaining(): number {
    return this.at - this.clock.now();
  }

  /** Releases the runtime's timer. */
  close(): void {
    this.at = Infinity;
    this.firesAt = Infinity;
    this.clock.clearTimeout(this.handle);
  }

  private schedule(milliseconds: number): void {
    this.clock.clearTimeout(this.handle);
    this.firesAt = this.clock.now() + milliseconds;
    this.handle = this.clock.setTimeout(() => this.look(), milliseconds);
  }

  private look(): void {
    this.firesAt = Infinity;
    if (this.at === Infinity) return;
    const remaining = this.remaining();
    // Runtimes may fire up to a millisecond early.
    if (remaining > 1) this.schedule(remaining);
    else this.expired();
  }
}

/** Milliseconds that a phase may last. */
export function phaseMilliseconds(timers: Timers, phase: TimeoutPhase): number {
  return {
    connect: timers.connectMs,
    "first-token": timers.firstTokenMs,
    idle: timers.idleMs,
    total: timers.totalMs,
  }[phase];
}
