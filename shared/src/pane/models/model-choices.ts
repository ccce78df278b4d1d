import { mayReceive } from "../../guards";
import type { Translator } from "../../i18n";
import { chooseModel, isRetired } from "../../models";
import type { ModelChoice } from "../ModelList";
import type { ConfidentialityClass, ModelCard } from "../../vocabulary";
import type { OfferState } from "./use-offer";

/** The models for the chip's menu; those that cannot be used for this source say why. */
export function modelChoices(
  t: Translator,
  models: ModelCard[],
  found: ConfidentialityClass | undefined,
  today: string,
): ModelChoice[] {
  return models.map((card) => ({ card, disabledReason: obstacle(t, card, found, today) }));
}

/** The model the chip names: the one that would be used for this source; the default where none may be. */
export function shownModel(
  offer: OfferState,
  preferred: string | undefined,
  found: ConfidentialityClass | undefined,
  today: string,
): string | undefined {
  if (offer === undefined || offer === "missing") return undefined;
  const wish = { task: "summarize", class: found ?? "none", defaultModel: offer.defaultModel, today } as const;
  const chosen = chooseModel(offer.models, preferred === undefined ? wish : { ...wish, preferred });
  return chosen?.id ?? offer.defaultModel;
}

function obstacle(
  t: Translator,
  card: ModelCard,
  found: ConfidentialityClass | undefined,
  today: string,
): string | undefined {
  if (!card.tasks.includes("summarize")) return t("model.notForTask");
  if (isRetired(card, today)) return t("model.retired", { date: card.retires ?? "" });
  // Before the source was read nothing is known against a model; the gate decides when it is.
  if (found !== undefined && !mayReceive(card, found)) return t("model.notCleared");
  return undefined;
}
