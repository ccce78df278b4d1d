import { setImmediate } from "node:timers/promises";
import { GenaiError } from "@genai-office/shared/vocabulary";

/** Longest stretch of computing before other requests get their turn. */
const sliceMs = 12;

/**
 * Lets a long computation share the relay's thread: asked often, it gives way every few milliseconds, and ends the
 * computation when the run was aborted meanwhile.
 */
export class Breather {
  private since = performance.now();

  constructor(private readonly signal: AbortSignal | undefined) {}

  /** True when it is time to `rest`; cheap enough for inner loops. */
  due(): boolean {
    return performance.now() - this.since >= sliceMs;
  }

  /**
   * Gives way to other work.
   * @throws GenaiError "aborted"
   */
  async rest(): Promise<void> {
    await setImmediate();
    if (this.signal?.aborted === true) throw new GenaiError("aborted", "the run was cancelled");
    this.since = performance.now();
  }
}
