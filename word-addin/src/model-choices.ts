import { mayReceive } from "@genai-office/shared/guards";
import type { Translator } from "@genai-office/shared/i18n";
import { isRetired } from "@genai-office/shared/models";
import type { ModelChoice } from "@genai-office/shared/pane";
import type { ConfidentialityClass, ModelCard } from "@genai-office/shared/vocabulary";

/** The models for the chip's menu; those that cannot be used for this document say why. */
export function modelChoices(
  t: Translator,
  models: ModelCard[],
  found: ConfidentialityClass | undefined,
  today: string,
): ModelChoice[] {
  return models.map((card) => ({ card, disabledReason: obstacle(t, card, found, today) }));
}

function obstacle(
  t: Translator,
  card: ModelCard,
  found: ConfidentialityClass | undefined,
  today: string,
): string | undefined {
  if (!card.tasks.includes("summarize")) return t("model.notForTask");
  if (isRetired(card, today)) return t("model.retired", { date: card.retires ?? "" });
  // Before the document was read nothing is known against a model; the gate decides when it is.
  if (found !== undefined && !mayReceive(card, found)) return t("model.notCleared");
  return undefined;
}
