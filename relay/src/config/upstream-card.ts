import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import type { ModelCard } from "@genai-office/shared/vocabulary";

/** A model that the environment names; what is not said is assumed, and the card says so. */
export interface EnvironmentModel {
  model: string;
  clearance?: ModelCard["clearance"];
  region?: "jp" | "other";
  contextTokens?: number;
  outputTokens?: number;
}

/**
 * The card of a model that only the environment knows. Assumed are the smallest context that is still common (8k, a
 * quarter of it for the answer) and the highest count of tokens per character of the models on trial (1.2), so that
 * steps are rather too small than too large. An administrator who clears a model for class 2 thereby says that it runs
 * in Japan, unless the region is given as well.
 */
export function upstreamCard(named: EnvironmentModel): ModelCard {
  const contextTokens = named.contextTokens ?? 8192;
  const outputTokens = named.outputTokens ?? Math.min(2048, Math.floor(contextTokens / 4));
  const clearance = named.clearance ?? "1";
  const assumed = ["maker", "domestic", "tokensPerCharacter", "languages"];
  if (named.contextTokens === undefined) assumed.push("contextTokens");
  if (named.outputTokens === undefined) assumed.push("outputTokens");
  if (named.region === undefined) assumed.push("region");
  return {
    id: named.model,
    name: { ja: named.model, en: named.model },
    maker: "unknown",
    domestic: false,
    contract: "openai",
    upstreamModel: named.model,
    contextTokens,
    outputTokens,
    tokensPerCharacter: 1.2,
    clearance,
    region: named.region ?? (clearance === "2" ? "jp" : "other"),
    tasks: ["summarize", "translate", "minutes", "reply", "thread", "answer", "ask", "chat"],
    languages: ["ja", "en"],
    assumed,
  };
}

/** The catalogue with a card in front, as the default of its tasks; a card of the same id makes room for it. */
export function withCardInFront(catalogue: ModelCatalogue, card: ModelCard): ModelCatalogue {
  const defaults = { ...catalogue.default };
  for (const task of card.tasks) defaults[task] = card.id;
  return { models: [card, ...catalogue.models.filter(({ id }) => id !== card.id)], default: defaults };
}
