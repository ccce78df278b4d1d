import { countText } from "@genai-office/shared/language";
import type { TokenRatios } from "@genai-office/shared/models";
import { composeMessages } from "@genai-office/shared/prompts";
import type { ContractName, GenerateEvent, ModelCard, Step, StepRunner } from "@genai-office/shared/vocabulary";

/** Contracts that send the messages of `composeMessages`, so that it is known which characters the tokens are of. */
const messageContracts: readonly ContractName[] = ["openai", "predict", "predict-stream", "cotomi"];

/**
 * A runner whose finished runs teach what a character costs its model: characters of the messages beside the tokens that
 * the server counted. Counts are all that is kept.
 */
export function measuredRunner(runner: StepRunner, card: ModelCard, ratios: TokenRatios): StepRunner {
  if (!messageContracts.includes(card.contract)) return runner;
  return {
    run(step, options) {
      const events = runner.run(step, options);
      return {
        // No generator: its return() would wait for a pending read, which the runner's own return() ends.
        [Symbol.asyncIterator]() {
          const iterator = events[Symbol.asyncIterator]();
          let inputTokens: number | undefined;
          const see = (event: GenerateEvent): void => {
            if (event.type === "usage") inputTokens = event.inputTokens;
            if (event.type === "finished" && inputTokens !== undefined) observe(step, card, inputTokens, ratios);
          };
          return {
            next: async () => {
              const result = await iterator.next();
              if (result.done !== true) see(result.value);
              return result;
            },
            return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
          };
        },
      };
    },
  };
}

function observe(step: Step, card: ModelCard, inputTokens: number, ratios: TokenRatios): void {
  // Composed again, not kept from the run: the marker of the fence is another, its length the same.
  const messages = composeMessages(step, card);
  ratios.observe(card.id, countText(...messages.map(({ content }) => content)), inputTokens);
}
