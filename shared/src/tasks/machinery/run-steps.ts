import {
  asGenaiError,
  GenaiError,
  type ModelSwitchedEvent,
  type Step,
  type StepRunner,
  type UsageEvent,
} from "../../vocabulary";
import { AnswerLimit } from "./answer-limit";

/** How many steps a task runs at the same time when nobody says: gateways count requests per person. */
export const defaultConcurrency = 3;

/** A whole answer ("stop"), or one that was cut by a limit and must be asked for again ("length"). */
export interface StepOutcome {
  text: string;
  reason: "stop" | "length";
  usage?: Omit<UsageEvent, "type">;
}

export interface RunStepsOptions {
  signal: AbortSignal;
  concurrency?: number;
  /** Words of one step as they arrive. */
  onText?(index: number, delta: string): void;
  /** Another model answers a step than the one it names. */
  onModelSwitched?(event: ModelSwitchedEvent): void;
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
  const outcomes = new Array<StepOutcome>(steps.length);
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
      outcomes[index] = await runStep(steps[index]!, runner, controller.signal, {
        text: (delta) => {
          if (!controller.signal.aborted) options.onText?.(index, delta);
        },
        modelSwitched: (event) => options.onModelSwitched?.(event),
      });
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

async function runStep(
  step: Step,
  runner: StepRunner,
  signal: AbortSignal,
  tell: { text(delta: string): void; modelSwitched(event: ModelSwitchedEvent): void },
): Promise<StepOutcome> {
  if (signal.aborted) throw new GenaiError("aborted", "the task was cancelled");
  // A signal of its own for each step: what a runner hangs on it goes when the step goes.
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal.addEventListener("abort", abort, { once: true });
  const texts: string[] = [];
  const limit = new AnswerLimit(step);
  let usage: StepOutcome["usage"];
  try {
    for await (const event of runner.run(step, { signal: controller.signal })) {
      switch (event.type) {
        case "text-delta":
          limit.take(event.text);
          texts.push(event.text);
          tell.text(event.text);
          break;
        case "usage":
          usage = { inputTokens: event.inputTokens, outputTokens: event.outputTokens };
          break;
        case "model-switched":
          tell.modelSwitched(event);
          break;
        case "progress":
        case "accepted":
        case "waiting":
        case "artifact":
          break;
        case "aborted":
          throw new GenaiError("aborted", "the step was cancelled");
        case "failed":
          throw event.error;
        case "finished": {
          const outcome = { text: texts.join(""), ...(usage === undefined ? {} : { usage }) };
          if (event.reason === "stop" || event.reason === "length") return { ...outcome, reason: event.reason };
          if (event.reason === "content_filter") throw new GenaiError("content-blocked", "the answer was filtered");
          throw new GenaiError("upstream-error", `the model stopped for another reason: ${event.reason}`);
        }
      }
    }
  } catch (thrown) {
    // Ends the model's work as well when it was this side that gave up.
    controller.abort();
    throw asGenaiError(thrown);
  } finally {
    signal.removeEventListener("abort", abort);
  }
  throw new GenaiError("incomplete-stream", "the runner ended without a terminal event", { retryable: true });
}
