import { dateInJapan, defaultModelFor, defaultsAmong, isRetired } from "@genai-office/shared/models";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/**
 * GET /api/models: the cards a client may choose from, without what only the relay needs to know, and with the tokens
 * per character as they were measured. `defaults` are those of the catalogue by task and class; `defaultModel` is the
 * one of summaries.
 */
export function modelRoutes({ config, ratios }: RelayServices): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>().get("/", (context) => {
    context.header("Cache-Control", "no-store");
    const today = dateInJapan(new Date());
    const cards = config.catalogue.models.filter((card) => !isRetired(card, today));
    const ids = new Set(cards.map(({ id }) => id));
    const defaults = defaultsAmong(config.catalogue.default, ids);
    return context.json({
      models: cards.map((card) => publicCard(ratios.corrected(card), ids)),
      defaultModel: defaultModelFor(defaults, "summarize", "1") ?? cards[0]?.id ?? "",
      defaults,
      displayName: config.displayName,
    });
  });
}

/** The connection, and the name it knows a model by, are between the relay and the upstream. */
function publicCard(card: ModelCard, ids: ReadonlySet<string>): ModelCard {
  const shown = { ...card };
  delete shown.upstreamModel;
  delete shown.upstream;
  if (card.fallbacks !== undefined) shown.fallbacks = card.fallbacks.filter((id) => ids.has(id));
  return shown;
}
