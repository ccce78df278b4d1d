import { mayReceive } from "@genai-office/shared/guards";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import { yenPer } from "../limits/step-cost";
import type { LimitSet, MinistrySettings } from "../settings/ministry-settings";
import type { SettingsWarning } from "./shapes";

/** What is in force and probably not meant. */
export function settingsWarnings(settings: MinistrySettings, cards: readonly ModelCard[]): SettingsWarning[] {
  const { limits, sections, models } = settings;
  const sets: LimitSet[] = [limits.person, limits.section, limits.whole];
  for (const section of sections) sets.push(section.limits.person, section.limits.section);
  const countsCost = sets.some(({ costPerDay }) => costPerDay !== undefined);
  return cards.flatMap((card) => {
    const warnings: SettingsWarning[] = [];
    const currency = card.price?.currency;
    if (countsCost && currency !== undefined && yenPer(currency, limits.exchangeRates) === undefined)
      warnings.push({ code: "price-without-rate", model: card.id });
    const own = Object.hasOwn(models.cards, card.id) ? models.cards[card.id] : undefined;
    if (own?.clearance === "2" && !mayReceive({ ...card, clearance: "2" }, "2"))
      warnings.push({ code: "clearance-without-region", model: card.id });
    return warnings;
  });
}
