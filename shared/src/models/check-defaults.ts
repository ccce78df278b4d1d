import { mayReceive } from "../guards/confidentiality/clearance";
import type { Clearance, ModelCard, TaskName } from "../vocabulary";
import type { DefaultModels } from "./default-models";

/** What is wrong with the defaults of a catalogue, as `default.task: what`; undefined when nothing is. */
export function defaultsFault(defaults: DefaultModels, cards: readonly ModelCard[]): string | undefined {
  for (const [task, named] of Object.entries(defaults)) {
    const byClass = typeof named === "string" ? { "": named } : named;
    for (const [cls, id] of Object.entries(byClass)) {
      const place = cls === "" ? `default.${task}` : `default.${task}.${cls}`;
      const fault = defaultFault(id, task as TaskName, cls as Clearance | "", cards);
      if (fault !== undefined) return `${place}: ${fault}`;
    }
  }
  return undefined;
}

function defaultFault(
  id: string,
  task: TaskName,
  cls: Clearance | "",
  cards: readonly ModelCard[],
): string | undefined {
  const quoted = JSON.stringify(id);
  const card = cards.find((candidate) => candidate.id === id);
  if (card === undefined) return `there is no model ${quoted}`;
  if (!card.tasks.includes(task)) return `${quoted} does not list that task`;
  return cls !== "" && !mayReceive(card, cls) ? `${quoted} may not receive class ${cls}` : undefined;
}
