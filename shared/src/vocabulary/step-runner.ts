import type { GenerateEvent } from "./generate-event";
import type { Step } from "./step";

export interface RunOptions {
  /** Ends the run at once in any phase, also during back-off; the terminal event is then `aborted`. */
  signal?: AbortSignal;
}

/**
 * Runs a step against a model. Two makers: over the relay (relay-client), or straight over a contract (gateway).
 * The iterable never throws and never ends without a terminal event; leaving the loop early closes the connection.
 */
export interface StepRunner {
  run(step: Step, options?: RunOptions): AsyncIterable<GenerateEvent>;
}
