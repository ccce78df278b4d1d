import type { GenerateEvent, Step, StepRunner } from "../../vocabulary";

/**
 * A runner whose events are looked at, or changed, one by one on their way.
 * @param mapOf makes the function for the events of one run
 */
export function mappedRunner(
  runner: StepRunner,
  mapOf: (step: Step) => (event: GenerateEvent) => GenerateEvent,
): StepRunner {
  return {
    run(step, options) {
      const events = runner.run(step, options);
      return {
        // No generator: its return() would wait for a pending read, which the runner's own return() ends.
        [Symbol.asyncIterator]() {
          const iterator = events[Symbol.asyncIterator]();
          const map = mapOf(step);
          return {
            next: async () => {
              const result = await iterator.next();
              return result.done === true ? result : { done: false, value: map(result.value) };
            },
            return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
          };
        },
      };
    },
  };
}
