import type { ModelCard } from "@genai-office/shared/vocabulary";
import { isRetired } from "@genai-office/shared/models";
import { Hono } from "hono";
import { todayInJapan } from "../policy/accept-step";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/** GET /api/models: the cards a client may choose from, without what only the relay needs to know. */
export function modelRoutes({ config }: RelayServices): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>().get("/", (context) => {
    context.header("Cache-Control", "no-store");
    const models = config.catalogue.models.filter((card) => !isRetired(card, todayInJapan())).map(publicCard);
    const named = config.catalogue.default.summarize;
    return context.json({
      models,
      defaultModel: models.some(({ id }) => id === named) ? named : (models[0]?.id ?? ""),
      displayName: config.displayName,
    });
  });
}

/** The name an upstream knows a model by is between the relay and the upstream. */
function publicCard(card: ModelCard): ModelCard {
  const shown = { ...card };
  delete shown.upstreamModel;
  return shown;
}
