import type { RelayConfig } from "@genai-office/relay";
import { mayReceive } from "@genai-office/shared/guards";

/**
 * Lines for the person at the terminal, one for each model that runs on the server of GENAI_UPSTREAM_URL: its name and
 * the highest 機密性 class it may receive. The sample report is of class 2, so that without them nobody would know why
 * the pane takes another model for it (decision 6). None without such a server; its address is not shown.
 */
export function upstreamNotices({ upstream, catalogue }: Pick<RelayConfig, "upstream" | "catalogue">): string[] {
  if (upstream === undefined) return [];
  const models = catalogue.models.filter((card) => card.contract === "openai" && card.upstream === undefined);
  if (models.length === 0)
    return ["GENAI_UPSTREAM_URL is set, but no model runs on it: name one by GENAI_UPSTREAM_MODEL."];
  return models.map((card) => {
    if (mayReceive(card, "2"))
      return `Model ${card.id} may receive 機密性1 and 2 (GENAI_UPSTREAM_CLEARANCE=1 limits it to 1).`;
    if (card.clearance === "2")
      return `Model ${card.id} may receive 機密性1 only: it is cleared for 2, but does not run in Japan.`;
    return `Model ${card.id} may receive 機密性1 only; GENAI_UPSTREAM_CLEARANCE=2 lets it receive 機密性2 as well.`;
  });
}
