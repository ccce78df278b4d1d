import { mayReceive } from "@genai-office/shared/guards";
import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import type { Clearance, ModelCard, TaskName } from "@genai-office/shared/vocabulary";
import type { MinistrySettings } from "./ministry-settings";
import { SettingsFault } from "./settings-fault";

/**
 * What a file says of things beside it: models of the catalogue, sections, ids that are there once.
 * @throws SettingsFault
 */
export function checkSettings(settings: MinistrySettings, catalogue: ModelCatalogue): void {
  const { sections, glossaries, templates, notices, models } = settings;
  for (const [place, list] of Object.entries({ sections, glossaries, templates, notices })) unique(place, list);
  const known = new Set(sections.map(({ id }) => id));
  const cards = new Map(catalogue.models.map((card) => [card.id, card]));
  for (const [index, [id, card]] of Object.entries(models.cards).entries()) {
    const place = `models.cards.(entry ${index + 1})`;
    if (!cards.has(id)) throw new SettingsFault(place, "there is no model of that id in the catalogue");
    requireSections(`${place}.sections`, card.sections, known);
  }
  for (const [index, template] of templates.entries())
    requireSections(`templates.${index + 1}.sections`, template.sections, known);
  checkDefaults(settings, cards);
}

function unique(place: string, list: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) throw new SettingsFault(`${place}.${index + 1}.id`, "is there twice");
    seen.add(id);
  }
}

function requireSections(place: string, ids: readonly string[] | undefined, known: ReadonlySet<string>): void {
  const strange = (ids ?? []).findIndex((id) => !known.has(id));
  if (strange !== -1) throw new SettingsFault(`${place}.${strange + 1}`, "there is no section of that id");
}

function checkDefaults({ models }: MinistrySettings, cards: ReadonlyMap<string, ModelCard>): void {
  for (const [task, named] of Object.entries(models.default)) {
    const byClass = typeof named === "string" ? { "": named } : named;
    for (const [cls, id] of Object.entries(byClass)) {
      const place = ["models.default", task, cls].filter((part) => part !== "").join(".");
      const fault = defaultFault(id, task as TaskName, cls as Clearance | "", models.cards, cards);
      if (fault !== undefined) throw new SettingsFault(place, fault);
    }
  }
}

function defaultFault(
  id: string,
  task: TaskName,
  cls: Clearance | "",
  settings: MinistrySettings["models"]["cards"],
  cards: ReadonlyMap<string, ModelCard>,
): string | undefined {
  const card = cards.get(id);
  if (card === undefined) return "there is no model of that id in the catalogue";
  if (!card.tasks.includes(task)) return "that model does not list the task";
  const own = Object.hasOwn(settings, id) ? settings[id] : undefined;
  if (own?.enabled === false) return "that model is switched off in models.cards";
  const effective = { ...card, clearance: own?.clearance ?? card.clearance };
  return cls !== "" && !mayReceive(effective, cls) ? `that model may not receive class ${cls}` : undefined;
}
