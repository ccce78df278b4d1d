import type { GenaiErrorCode, GenerateEvent, StepRunner } from "../../vocabulary";

/** Failures that are about the words of one step and not about the way to the model. */
const aboutTheWords: ReadonlySet<GenaiErrorCode> = new Set<GenaiErrorCode>(["output-empty", "output-truncated"]);

/**
 * A step that the model could not finish (no words, or too many) counts as cut: its missing entries are asked again in
 * smaller steps, and only they are reported, instead of the whole document being lost.
 */
export function forgiving(runner: StepRunner): StepRunner {
  return {
    run(step, options) {
      const events = runner.run(step, options);
      return {
        // No generator: its return() would wait for a pending read, which the runner's own return() ends.
        [Symbol.asyncIterator]() {
          const iterator = events[Symbol.asyncIterator]();
          return {
            next: async () => {
              const result = await iterator.next();
              return result.done === true ? result : { done: false, value: forgiven(result.value) };
            },
            return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
          };
        },
      };
    },
  };
}

function forgiven(event: GenerateEvent): GenerateEvent {
  if (event.type !== "failed" || !aboutTheWords.has(event.error.code)) return event;
  return { type: "finished", reason: "length" };
}
