import { defaultsAmong } from "@genai-office/shared/models";
import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import type { MinistrySettings } from "./ministry-settings";

/** The catalogue as it is for the people of a section; undefined for people of none. */
export type SectionCatalogue = (section: string | undefined) => ModelCatalogue;

/**
 * The catalogue under the settings as they are now. Each combination of settings and section is made once, because every
 * step asks.
 */
export function sectionCatalogue(catalogue: ModelCatalogue, settings: () => MinistrySettings): SectionCatalogue {
  let of: MinistrySettings | undefined;
  let made = new Map<string | undefined, ModelCatalogue>();
  return (section) => {
    const current = settings();
    if (current !== of) {
      of = current;
      made = new Map();
    }
    let found = made.get(section);
    if (found === undefined) made.set(section, (found = effectiveCatalogue(catalogue, current, section)));
    return found;
  };
}

/**
 * What of a catalogue the people of a section may use, with the clearances of the settings. A clearance for class 2 gives a
 * model outside of Japan nothing: the region is the card's, and settings have no say in it.
 */
export function effectiveCatalogue(
  catalogue: ModelCatalogue,
  { models: { cards, default: defaults } }: Pick<MinistrySettings, "models">,
  section: string | undefined,
): ModelCatalogue {
  const settingsOf = (id: string) => (Object.hasOwn(cards, id) ? cards[id] : undefined);
  const offered = catalogue.models.filter(({ id }) => {
    const own = settingsOf(id);
    if (own === undefined) return true;
    return own.enabled && (own.sections === undefined || (section !== undefined && own.sections.includes(section)));
  });
  const ids = new Set(offered.map(({ id }) => id));
  const models = offered.map((card): ModelCard => {
    const clearance = settingsOf(card.id)?.clearance ?? card.clearance;
    const kept = { ...card, clearance };
    return card.fallbacks === undefined ? kept : { ...kept, fallbacks: card.fallbacks.filter((id) => ids.has(id)) };
  });
  return { ...catalogue, models, default: defaultsAmong({ ...catalogue.default, ...defaults }, ids) };
}
