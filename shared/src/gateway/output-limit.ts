import { countText, tokensOf } from "../language";
import { largestOutputShare } from "../models/step-budget";
import type { ChatMessage, ModelCard } from "../vocabulary";

/** Roles and separators of the chat template, for each message. */
const tokensPerMessage = 8;

/**
 * Tokens an answer may be allowed: the card's limit, or what the messages leave of the context. Servers such as vLLM refuse
 * a request whose prompt and allowance together exceed it. Never less than the share that the plan of a step keeps free.
 */
export function outputLimit(
  card: Pick<ModelCard, "contextTokens" | "outputTokens" | "tokensPerCharacter">,
  messages: readonly ChatMessage[],
): number {
  const prompt = tokensOf(countText(...messages.map(({ content }) => content)), card);
  const left = card.contextTokens - prompt - messages.length * tokensPerMessage;
  const planned = Math.floor(card.contextTokens * largestOutputShare);
  return Math.min(card.outputTokens, Math.max(left, planned));
}
