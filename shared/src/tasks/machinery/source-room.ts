import { estimateTokens } from "../../language";
import { promptTokens, stepBudget } from "../../models/step-budget";
import { composeMessages } from "../../prompts";
import type { ModelCard, Step } from "../../vocabulary";

/**
 * Tokens that the blocks of a step may take: what the model has for a source, less what the words around it take beyond the
 * room set aside for a prompt. `frame` is the step without its blocks; its options (question, intention, names) count.
 */
export function sourceRoom(frame: Step, card: ModelCard): number {
  const whole = stepBudget(card).sourceCharacters * card.tokensPerCharacter;
  // The embedded engine has no prompt, and a card that does not list the task is refused when the step runs.
  if (card.contract === "offline" || !card.tasks.includes(frame.task)) return whole;
  const words = composeMessages({ ...frame, blocks: [] }, card, () => "0123456789abcdef");
  const taken = words.reduce((sum, { content }) => sum + estimateTokens(content, card), 0);
  return whole - Math.max(0, taken - promptTokens);
}
