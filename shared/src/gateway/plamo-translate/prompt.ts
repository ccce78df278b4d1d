import { estimateTokens } from "../../language";
import type { ModelCard, TaskLanguage } from "../../vocabulary";
import { operationToken, withoutControlTokens } from "./control-tokens";

/** Input and output together that the template's server takes, and output alone (reference 6.2). */
export const contextTokens = 4096;
export const outputTokens = 1024;

/** Tokens of the prompt's own words. */
const promptOverhead = 32;

const names: Readonly<Record<TaskLanguage, string>> = { ja: "Japanese", en: "English" };

/** A text and its direction; the only thing this contract can be told. */
export interface SegmentRequest {
  text: string;
  from: TaskLanguage;
  to: TaskLanguage;
}

/** The raw prompt that the template builds; the model was trained on nothing else. */
export function plamoPrompt({ text, from, to }: SegmentRequest): string {
  const words = withoutControlTokens(text);
  return `${operationToken}dataset translation ${operationToken}input lang=${names[from]} ${words} ${operationToken}output lang=${names[to]}\n`;
}

/** Tokens of the prompt for a text, by the card's estimate. */
export function promptTokens(text: string, card: Pick<ModelCard, "tokensPerCharacter">): number {
  return estimateTokens(text, card) + promptOverhead;
}

/** Tokens that an answer to a text may have. */
export function answerTokens(text: string, card: ModelCard): number {
  const room = Math.min(card.contextTokens, contextTokens) - promptTokens(text, card);
  return Math.max(16, Math.min(card.outputTokens, outputTokens, room));
}

export function isTranslation(from: TaskLanguage, to: TaskLanguage): boolean {
  return from !== to && from in names && to in names;
}
