import {
  asGenaiError,
  type Finding,
  type GenaiError,
  type ModelCard,
  type ModelSwitchedEvent,
  type Step,
  type StepRunner,
} from "../../vocabulary";
import { runStep, type StepOutcome } from "./run-step";

export type { StepOutcome } from "./run-step";

/** How many steps a task runs at the same time when nobody says: gateways count requests per person. */
export const defaultConcurrency = 3;

export interface RunStepsOptions {
  signal: AbortSignal;
  concurrency?: number;
  /** Cards of the models that may answer: an answer cut by a limit is continued where its model's card allows it. */
  cards?: readonly ModelCard[];
  /** Words of one step as they arrive, those of its continuations included. */
  onText?(index: number, delta: string): void;
  /** All the words of a step so far, in the place of those that `onText` told: a continuation wrote its last clause anew. */
  onRestart?(index: number, text: string): void;
  /** Another model answers a step than the one it names. */
  onModelSwitched?(event: ModelSwitchedEvent): void;
  /** Something was taken out of the answer of a step. */
  onFinding?(finding: Finding): void;
  /** A step has its whole answer; `milliseconds` is how long it took. */
  onDone?(index: number, milliseconds: number): void;
}

/**
 * Runs steps, at most `concurrency` at a time, started in their order; returns their outcomes in their order.
 * The first failure aborts the others. Answers that ended for another reason than "stop" or "length" are failures.
 * @throws GenaiError of the first step that failed; "output-too-long" when a model does not stop; "aborted" after a cancel.
 */
export async function runSteps(
  steps: readonly Step[],
  runner: StepRunner,
  options: RunStepsOptions,
): Promise<StepOutcome[]> {
  // Without a tolerated failure every step has its outcome.
  return (await settleSteps(steps, runner, options, () => false)) as StepOutcome[];
}

/**
 * `runSteps` for a task that can mend some failures itself: those stand in the place of their step's outcome, and end
 * no other step.
 */
export async function settleSteps(
  steps: readonly Step[],
  runner: StepRunner,
  options: RunStepsOptions,
  tolerates: (error: GenaiError) => boolean,
): Promise<(StepOutcome | GenaiError)[]> {
  const outcomes = new Array<StepOutcome | GenaiError>(steps.length);
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  if (options.signal.aborted) abort();
  options.signal.addEventListener("abort", abort, { once: true });
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < steps.length) {
      const index = next;
      next += 1;
      const started = performance.now();
      const listener = {
        text: (delta: string): void => {
          if (!controller.signal.aborted) options.onText?.(index, delta);
        },
        restarted: (text: string): void => {
          if (!controller.signal.aborted) options.onRestart?.(index, text);
        },
        modelSwitched: (event: ModelSwitchedEvent): void => options.onModelSwitched?.(event),
      };
      try {
        const outcome = await runStep(steps[index]!, runner, controller.signal, listener, options.cards ?? []);
        const { foreignLinks = [] } = outcome;
        // Places in the answer of a step are none in the result of the task.
        for (const { guard, code, severity, values = {} } of foreignLinks)
          options.onFinding?.({ guard, code, severity, values });
        outcomes[index] = outcome;
      } catch (thrown) {
        const error = asGenaiError(thrown);
        if (controller.signal.aborted || !tolerates(error)) throw error;
        outcomes[index] = error;
      }
      options.onDone?.(index, performance.now() - started);
    }
  };
  try {
    const workers = Math.max(1, Math.min(options.concurrency ?? defaultConcurrency, steps.length));
    // The first rejection ends the wait; the finally below then ends the other workers.
    await Promise.all(Array.from({ length: workers }, work));
    return outcomes;
  } finally {
    options.signal.removeEventListener("abort", abort);
    controller.abort();
  }
}
