import type { ModelCard } from "@genai-office/shared/vocabulary";
import type { Upstream } from "../../config/upstream-settings";
import type { Connections } from "../../upstreams/connections/connections";

/** One server that models are behind. */
export interface Endpoint {
  /** Scheme, host and port. */
  origin: string;
  /** Address that is asked: without a key it tells nothing and does nothing. */
  url: string;
  /** Ids of the models. */
  models: string[];
}

/** The servers behind the models, each once. The embedded engine has none. */
export function endpointsOf(cards: readonly ModelCard[], connections: Pick<Connections, "of">): Endpoint[] {
  const endpoints = new Map<string, Endpoint>();
  for (const card of cards) {
    const url = addressOf(connections.of(card));
    if (url === undefined) continue;
    const { origin } = new URL(url);
    const known = endpoints.get(origin);
    if (known === undefined) endpoints.set(origin, { origin, url, models: [card.id] });
    else known.models.push(card.id);
  }
  return [...endpoints.values()];
}

function addressOf(upstream: Upstream | undefined): string | undefined {
  if (upstream === undefined) return undefined;
  switch (upstream.contract) {
    case "predict-stream":
      return upstream.endpoint ?? `https://lambda.${upstream.region}.amazonaws.com`;
    case "ai-app":
      return upstream.invokeUrl;
    default:
      return upstream.baseUrl;
  }
}
