import type { ChatMessage, ModelCard, Step, StepRunner } from "../../vocabulary";
import { outputLimit } from "../output-limit";
import { generate } from "../transport/generate";
import { chatContract, type ChatClientOptions } from "./chat-client";
import type { ChatDialect, ChatRequest } from "./chat-request";

export interface OpenaiRunnerOptions extends ChatClientOptions {
  card: ModelCard;
  /** Makes the messages of a step, as late as possible; what it throws becomes the run's failure. */
  composeMessages: (step: Step, card: ModelCard) => ChatMessage[];
}

/** A StepRunner straight over the `openai` contract. */
export function createOpenaiRunner(options: OpenaiRunnerOptions): StepRunner {
  const dialects = new Map<string, ChatDialect>();
  return {
    run: (step, { signal } = {}) =>
      generate(() => chatContract(options, () => chatRequestOf(step, options), dialects), options, signal),
  };
}

/**
 * A step's request. The limit of the output is always sent for tasks, since servers have defaults as low as 1,024
 * tokens; a foreign chat client gets what it asked for.
 */
function chatRequestOf(step: Step, { card, composeMessages }: OpenaiRunnerOptions): ChatRequest {
  const messages = composeMessages(step, card);
  const limit = step.task === "chat" ? step.options.maximumOutputTokens : outputLimit(card, messages);
  return {
    model: card.upstreamModel ?? card.id,
    messages,
    ...(limit === undefined ? {} : { maximumOutputTokens: limit }),
    ...(card.streaming === undefined ? {} : { streaming: card.streaming }),
  };
}
