import { withStepTerms } from "../../guards";
import type { ModelCard, StepRunner, TermPair } from "../../vocabulary";

/** Share of a model's context that terms may take, in characters for each token. */
const contextShare = 0.04;

/**
 * A runner whose steps carry the terms that their own texts speak of: prompts name them, and the gate sees them.
 * @param card of the model that is asked: a small context has room for few terms
 */
export function withTerms(
  runner: StepRunner,
  terms: readonly TermPair[],
  { contextTokens, tokensPerCharacter }: Pick<ModelCard, "contextTokens" | "tokensPerCharacter">,
): StepRunner {
  if (terms.length === 0) return runner;
  const characters = Math.floor((contextTokens * contextShare) / tokensPerCharacter);
  return { run: (step, options) => runner.run(withStepTerms(step, terms, characters), options) };
}
