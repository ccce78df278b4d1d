import type { ModelCard } from "../vocabulary";
import type { MessageKey, Translator } from "../i18n";

/** Name of a model in the language of the pane; the embedded engine never appears as a model. */
export function modelName(t: Translator, card: ModelCard): string {
  if (card.contract === "offline") return t("model.offline");
  return t.locale === "en" ? card.name.en : card.name.ja;
}

const regions: Record<ModelCard["region"], MessageKey> = {
  local: "model.regionLocal",
  jp: "model.regionJapan",
  other: "model.regionOther",
};

/** Where the model runs, in words. */
export function modelRegion(t: Translator, card: ModelCard): string {
  return t(regions[card.region]);
}

/** Highest class the model may receive, in words. */
export function modelClearance(t: Translator, card: ModelCard): string {
  return t(card.clearance === "2" ? "model.clearance2" : "model.clearance1");
}

/** The label every output carries: who wrote it, and that it is a draft. */
export function draftSource(t: Translator, card: ModelCard): string {
  return card.contract === "offline" ? t("preview.labelOffline") : t("preview.label", { model: modelName(t, card) });
}
