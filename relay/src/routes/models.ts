import { dateInJapan, defaultModelFor, defaultsAmong, isRetired } from "@genai-office/shared/models";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import { switchedOffFor } from "../kill-switch/switched-off";
import { callerOf } from "../policy/caller";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/**
 * GET /api/models: the cards a client may choose from, without what only the relay needs to know, and with the tokens
 * per character as they were measured. `defaults` are those of the catalogue by task and class; `defaultModel` is the
 * one of summaries. What is switched off stays in the list, with what the operator says about it.
 */
export function modelRoutes({
  config,
  ratios,
  catalogueFor,
  killSwitch,
  settings,
}: RelayServices): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>().get("/", (context) => {
    context.header("Cache-Control", "no-store");
    const today = dateInJapan(new Date());
    const catalogue = catalogueFor(callerOf(context).section);
    const cards = catalogue.models.filter((card) => !isRetired(card, today));
    const ids = new Set(cards.map(({ id }) => id));
    const defaults = defaultsAmong(catalogue.default, ids);
    return context.json({
      models: cards.map((card) => publicCard(ratios.corrected(card), ids)),
      defaultModel: defaultModelFor(defaults, "summarize", "1") ?? cards[0]?.id ?? "",
      defaults,
      displayName: settings().displayName ?? config.displayName,
      switchedOff: switchedOffFor(killSwitch.thrown(), ids),
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
