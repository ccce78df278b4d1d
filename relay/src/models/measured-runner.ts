import { countText } from "@genai-office/shared/language";
import type { TokenRatios } from "@genai-office/shared/models";
import { composeMessages } from "@genai-office/shared/prompts";
import { mappedRunner } from "@genai-office/shared/tasks";
import type { ContractName, ModelCard, Step, StepRunner } from "@genai-office/shared/vocabulary";

/** Contracts that send the messages of `composeMessages`, so that it is known which characters the tokens are of. */
const messageContracts: readonly ContractName[] = ["openai", "predict", "predict-stream", "cotomi"];

/**
 * A runner whose finished runs teach what a character costs its model: characters of the messages beside the tokens that
 * the server counted. Counts are all that is kept.
 */
export function measuredRunner(runner: StepRunner, card: ModelCard, ratios: TokenRatios): StepRunner {
  if (!messageContracts.includes(card.contract)) return runner;
  return mappedRunner(runner, (step) => {
    let inputTokens: number | undefined;
    return (event) => {
      if (event.type === "usage") inputTokens = event.inputTokens;
      if (event.type === "finished" && inputTokens !== undefined) observe(step, card, inputTokens, ratios);
      return event;
    };
  });
}

function observe(step: Step, card: ModelCard, inputTokens: number, ratios: TokenRatios): void {
  // Composed again, not kept from the run: the marker of the fence is another, its length the same.
  const messages = composeMessages(step, card);
  ratios.observe(card.id, countText(...messages.map(({ content }) => content)), inputTokens);
}
