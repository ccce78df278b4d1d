import { textsOfStep } from "../guards/confidentiality/texts-of-step";
import { countText, tokensOf } from "../language/tokens";
import type { ModelCard, Step } from "../vocabulary";
import { stepBudget } from "./step-budget";

type Limits = Pick<ModelCard, "contextTokens" | "outputTokens" | "tokensPerCharacter">;

/** True when all that a step sends fits the room that the model has for a source, by the estimate of its tokens. */
export function stepFits(step: Step, card: Limits): boolean {
  const sent = tokensOf(countText(...textsOfStep(step)), card);
  return sent <= stepBudget(card).sourceCharacters * card.tokensPerCharacter;
}
