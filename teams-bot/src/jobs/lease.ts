import { LeaseLostError } from "../store/job-notes";

/** Why a job is not worked on any further by this node. */
export type Interruption = "cancelled" | "stopping" | "lost";

/**
 * What this node knows of its hold on a job. Nothing may be said into a conversation without it: another node may have said
 * the last word already. Counted by this process's own steady clock from before the lease was asked for, so that it never
 * believes to have it longer than the database does.
 */
export class Lease {
  private readonly controller = new AbortController();
  private why: Interruption | undefined;

  /** @param until milliseconds of `clock` */
  constructor(
    private until: number,
    private readonly clock: () => number,
  ) {}

  /** Aborted with the first interruption. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get interruption(): Interruption | undefined {
    return this.why;
  }

  prolong(until: number): void {
    this.until = until;
  }

  get ranOut(): boolean {
    return this.clock() >= this.until;
  }

  interrupt(why: Interruption): void {
    // Losing it outweighs: then nothing may be said any more, not even that it was cancelled.
    if (this.why === undefined || why === "lost") this.why = why;
    this.controller.abort();
  }

  /** @throws LeaseLostError */
  assertHeld(): void {
    if (this.ranOut) this.interrupt("lost");
    if (this.why === "lost") throw new LeaseLostError();
  }
}
