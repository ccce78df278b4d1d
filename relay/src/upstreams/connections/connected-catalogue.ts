import { defaultsAmong } from "@genai-office/shared/models";
import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import type { Connections } from "./connections";

/**
 * The part of a catalogue that can be reached: cards of the embedded engine, and those whose connection is configured.
 * A catalogue may list every model there is; what a ministry has no connection to is neither offered nor asked, be it
 * as a default or as a fallback.
 */
export function connectedCatalogue(catalogue: ModelCatalogue, connections: Pick<Connections, "of">): ModelCatalogue {
  const reachable = catalogue.models.filter(
    (card) => card.contract === "offline" || connections.of(card) !== undefined,
  );
  const ids = new Set(reachable.map(({ id }) => id));
  const models = reachable.map((card) => withFallbacks(card, ids));
  return { ...catalogue, models, default: defaultsAmong(catalogue.default, ids) };
}

function withFallbacks(card: ModelCard, ids: ReadonlySet<string>): ModelCard {
  if (card.fallbacks === undefined) return card;
  return { ...card, fallbacks: card.fallbacks.filter((id) => ids.has(id)) };
}
