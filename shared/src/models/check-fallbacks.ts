import type { ModelCard } from "../vocabulary";

/**
 * What is wrong with the fallbacks of a card; undefined when nothing is. They must exist, be others, stand for one of its
 * tasks, and not lead in a circle of models that are all gone on the same day.
 */
export function fallbackFault(card: ModelCard, cards: readonly ModelCard[]): string | undefined {
  const fallbacks = card.fallbacks ?? [];
  for (const [index, id] of fallbacks.entries()) {
    const quoted = JSON.stringify(id);
    const fallback = cards.find((candidate) => candidate.id === id);
    if (id === card.id) return "fallbacks: a model cannot stand in for itself";
    if (fallback === undefined) return `fallbacks: there is no model ${quoted}`;
    if (fallbacks.indexOf(id) !== index) return `fallbacks: ${quoted} is named twice`;
    if (!fallback.tasks.some((task) => card.tasks.includes(task))) return `fallbacks: ${quoted} does none of its tasks`;
  }
  const reached = reachable(card, cards);
  const goTogether = card.retires !== undefined && reached.every(({ retires }) => retires === card.retires);
  if (goTogether && reached.includes(card))
    return "fallbacks: they lead in a circle of models that all retire on one day";
  return undefined;
}

/** Every card that the chain of fallbacks leads to; the card itself when it leads back. */
function reachable(card: ModelCard, cards: readonly ModelCard[]): ModelCard[] {
  const found = new Set<ModelCard>();
  const queue = [...(card.fallbacks ?? [])];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const next = cards.find((candidate) => candidate.id === id);
    if (next === undefined || found.has(next)) continue;
    found.add(next);
    queue.push(...(next.fallbacks ?? []));
  }
  return [...found];
}
