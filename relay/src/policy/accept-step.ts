import { isRetired } from "@genai-office/shared/models";
import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import { promptVersions } from "@genai-office/shared/prompts";
import { GenaiError, type ModelCard, type Step } from "@genai-office/shared/vocabulary";

/**
 * The card of the model a step names, when the relay can do what the step asks.
 * @throws GenaiError "model-unknown" (also for a retired one), "model-cannot-do-task", "bad-request" (prompt version)
 */
export function acceptStep(step: Step, catalogue: ModelCatalogue, today: string): ModelCard {
  const card = catalogue.models.find(({ id }) => id === step.model);
  if (card === undefined || isRetired(card, today)) throw new GenaiError("model-unknown", "no model of that name");
  if (!card.tasks.includes(step.task)) throw new GenaiError("model-cannot-do-task", `not a model for ${step.task}`);
  // A step of another version than this relay builds is refused: its audit row would not be true.
  if (promptVersions[step.task] !== step.promptVersion) {
    throw new GenaiError("bad-request", `unknown prompt version for ${step.task}`);
  }
  return card;
}

/** Today in Japan, YYYY-MM-DD: retirement dates are dates of the ministry. */
export function todayInJapan(now = new Date()): string {
  return new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}
