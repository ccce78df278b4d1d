import { estimateCost } from "@genai-office/shared/models";
import type { ModelCard } from "@genai-office/shared/vocabulary";

/**
 * What tokens of a model cost in JPY; 0 for a card without a price, and for a price in a currency that the settings give no
 * rate for (the admin page names such models).
 */
export function costInYen(
  card: Pick<ModelCard, "price">,
  usage: { inputTokens: number; outputTokens: number },
  exchangeRates: Readonly<Record<string, number>>,
): number {
  const cost = estimateCost(card, usage);
  return cost === undefined ? 0 : cost.amount * (yenPer(cost.currency, exchangeRates) ?? 0);
}

/** What one unit of a currency costs in JPY, when it is known. */
export function yenPer(currency: string, exchangeRates: Readonly<Record<string, number>>): number | undefined {
  if (currency === "JPY") return 1;
  return Object.hasOwn(exchangeRates, currency) ? exchangeRates[currency] : undefined;
}
