import type { ModelCard } from "../vocabulary";

/** What tokens cost at the price of a card. */
export interface EstimatedCost {
  /** ISO 4217, such as JPY. */
  currency: string;
  amount: number;
}

/**
 * Cost of so many tokens by the card's price; undefined where the card has none. An estimate: discounts, cached input and
 * minimum charges are the provider's business.
 */
export function estimateCost(
  card: Pick<ModelCard, "price">,
  usage: { inputTokens: number; outputTokens: number },
): EstimatedCost | undefined {
  if (card.price === undefined) return undefined;
  const { currency, inputPerMillionTokens, outputPerMillionTokens } = card.price;
  const amount = usage.inputTokens * inputPerMillionTokens + usage.outputTokens * outputPerMillionTokens;
  return { currency, amount: amount / 1_000_000 };
}
