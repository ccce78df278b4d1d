import type { Finding, ModelCard } from "../vocabulary";

/** People are told this many days ahead, so that a ministry can test a successor. */
const warnDaysAhead = 60;
const dayMs = 86_400_000;

/** True when the card's last day is over. `today` is YYYY-MM-DD in the ministry's own time zone. */
export function isRetired(card: Pick<ModelCard, "retires">, today: string): boolean {
  return card.retires !== undefined && today > card.retires;
}

/**
 * A finding when a model is gone (`model-retired`) or will be within 60 days (`model-retires-soon`);
 * values: model (id), date (last day, YYYY-MM-DD), days left. Undefined when there is nothing to say.
 */
export function retirementWarning(card: Pick<ModelCard, "id" | "retires">, today: string): Finding | undefined {
  if (card.retires === undefined) return undefined;
  const days = Math.round((Date.parse(card.retires) - Date.parse(today)) / dayMs);
  const retired = isRetired(card, today);
  if (!retired && !(days <= warnDaysAhead)) return undefined;
  return {
    guard: "models",
    code: retired ? "model-retired" : "model-retires-soon",
    severity: retired ? "error" : "warning",
    values: { model: card.id, date: card.retires, days },
  };
}

/**
 * What is to be said about the retirement of a model and of those that stand in for it. A fallback's finding is
 * `fallback-retired` or `fallback-retires-soon`, a warning; its values have the card that needs it as `for`.
 */
export function retirementWarnings(
  card: Pick<ModelCard, "id" | "retires" | "fallbacks">,
  cards: readonly ModelCard[],
  today: string,
): Finding[] {
  const own = retirementWarning(card, today);
  const others = (card.fallbacks ?? []).flatMap((id): Finding[] => {
    const fallback = cards.find((candidate) => candidate.id === id);
    const warning = fallback === undefined ? undefined : retirementWarning(fallback, today);
    if (warning === undefined) return [];
    const code = warning.code === "model-retired" ? "fallback-retired" : "fallback-retires-soon";
    return [{ ...warning, code, severity: "warning", values: { ...warning.values, for: card.id } }];
  });
  return own === undefined ? others : [own, ...others];
}
