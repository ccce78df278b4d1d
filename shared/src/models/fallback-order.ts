import { mayReceive } from "../guards/confidentiality/clearance";
import type { ConfidentialityClass, ModelCard, TaskLanguage, TaskName } from "../vocabulary";
import { isRetired } from "./retirement";
import { dateInJapan, isOpen } from "./service-hours";

/** A chain is never longer than this, whatever the cards say: each of them costs the person a wait. */
const mostFallbacks = 4;

export interface FallbackQuestion {
  task: TaskName;
  class: ConfidentialityClass;
  languages?: readonly TaskLanguage[];
  now: Date;
}

/**
 * The cards that stand in for a model, in the order they are asked: its own list, then what those name, each once, at
 * most four. Only such as may do the task with this class and language and are running now.
 */
export function fallbacksOf(card: ModelCard, cards: readonly ModelCard[], question: FallbackQuestion): ModelCard[] {
  const byId = new Map(cards.map((candidate) => [candidate.id, candidate]));
  const seen = new Set([card.id]);
  const queue = [...(card.fallbacks ?? [])];
  const found: ModelCard[] = [];
  for (let id = queue.shift(); id !== undefined && found.length < mostFallbacks; id = queue.shift()) {
    const candidate = byId.get(id);
    if (seen.has(id) || candidate === undefined) continue;
    seen.add(id);
    // One that is closed or gone still says who stands in for it.
    queue.push(...(candidate.fallbacks ?? []));
    if (mayStandIn(candidate, question)) found.push(candidate);
  }
  return found;
}

function mayStandIn(card: ModelCard, { task, class: cls, languages = [], now }: FallbackQuestion): boolean {
  return (
    card.tasks.includes(task) &&
    mayReceive(card, cls) &&
    !isRetired(card, dateInJapan(now)) &&
    isOpen(card, now) &&
    languages.every((language) => card.languages.includes(language))
  );
}
