import type { GenaiError, GenaiErrorCode, GenerateEvent, StepRunner } from "../../vocabulary";

/** Failures that are about the words of one step and not about the way to the model. */
const aboutTheWords: ReadonlySet<GenaiErrorCode> = new Set<GenaiErrorCode>([
  "output-empty",
  "output-truncated",
  "input-too-large",
]);

/**
 * A step that the model could not take or finish (too large, no words, or too many) counts as cut: its missing entries are
 * asked again in smaller steps, and only they are reported, instead of the whole document being lost.
 * @param note is told of the failure, for when nothing at all succeeds
 */
export function forgiving(runner: StepRunner, note: (error: GenaiError) => void): StepRunner {
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
              return result.done === true ? result : { done: false, value: forgiven(result.value, note) };
            },
            return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
          };
        },
      };
    },
  };
}

function forgiven(event: GenerateEvent, note: (error: GenaiError) => void): GenerateEvent {
  if (event.type !== "failed" || !aboutTheWords.has(event.error.code)) return event;
  note(event.error);
  return { type: "finished", reason: "length" };
}
