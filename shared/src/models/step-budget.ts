import type { ModelCard } from "../vocabulary";

/** Tokens that instructions, fences and block ids take beside the source. */
export const promptTokens = 800;
/** Estimates of tokens per character are averages; a page of figures and names costs more. */
const safety = 0.95;
/** A card may claim an output as large as its context; the source must still have room. */
export const largestOutputShare = 0.25;

/** What one step may carry, in characters (UTF-16 units of Japanese text). */
export interface StepBudget {
  sourceCharacters: number;
  outputCharacters: number;
}

/**
 * Characters of source that one step may carry to a model, and characters of answer to expect at most: context minus
 * output minus prompt, over tokens per character, with a margin. An 8k model of 1.2 tokens per character carries about
 * 4,200 characters in and 1,600 out, a 32k model with 4k out about 22,000 (reference: models, budget rules).
 */
export function stepBudget(card: Pick<ModelCard, "contextTokens" | "outputTokens" | "tokensPerCharacter">): StepBudget {
  const output = Math.min(card.outputTokens, Math.floor(card.contextTokens * largestOutputShare));
  // A very small context still carries something: half of what the output leaves.
  const prompt = Math.min(promptTokens, Math.floor((card.contextTokens - output) / 2));
  const inCharacters = (tokens: number): number => Math.max(1, Math.floor((tokens * safety) / card.tokensPerCharacter));
  return {
    sourceCharacters: inCharacters(card.contextTokens - output - prompt),
    outputCharacters: inCharacters(output),
  };
}
