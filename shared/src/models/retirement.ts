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
  if (isRetired(card, today)) {
    return {
      guard: "models",
      code: "model-retired",
      severity: "error",
      values: { model: card.id, date: card.retires, days },
    };
  }
  if (!(days <= warnDaysAhead)) return undefined;
  return {
    guard: "models",
    code: "model-retires-soon",
    severity: "warning",
    values: { model: card.id, date: card.retires, days },
  };
}
