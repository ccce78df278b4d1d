import type { StepRunner } from "../../vocabulary";

/**
 * A runner that writes the id of a run into every step: what the relay audits of the steps is tied by it to what the
 * person did with the result (`RunReport`).
 * @param run UUID, made anew by whoever starts a task
 */
export function withRun(runner: StepRunner, run: string): StepRunner {
  return { run: (step, options) => runner.run({ ...step, run }, options) };
}
