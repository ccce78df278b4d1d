import { switchFor } from "../../relay-client/switch-for";
import type { TextCount } from "../../language";
import type { ConfidentialityClass, ModelCard, Step, TaskLanguage } from "../../vocabulary";
import type { ModelChoice } from "../ModelList";
import { modelChoices, shownModel, switchedOffText } from "../models";
import type { PaneSurroundings } from "../office";
import type { SummaryOptions } from "../summary/use-summary-options";
import { useTranslation } from "../translation";

/** What is known of the work that a model is wanted for. */
export interface ModelNeed {
  task: Step["task"];
  found: ConfidentialityClass | undefined;
  size: TextCount | undefined;
  languages: TaskLanguage[] | undefined;
  /** Id of the model that a plan has settled on. */
  planned?: string | undefined;
}

export interface PaneModels {
  /** Every model with what speaks against it; undefined while asking, "missing" when the relay could not be reached. */
  choices: ModelChoice[] | "missing" | undefined;
  list: readonly ModelCard[];
  /** Id of the model that would be asked. */
  selected: string | undefined;
  card: ModelCard | undefined;
  /** Why the task cannot be started: it is switched off. */
  off: string | undefined;
}

/** The models of a pane for the task that is shown. */
export function usePaneModels(
  { settings, locale }: Pick<PaneSurroundings<unknown>, "settings" | "locale">,
  { models, switchedOff }: Pick<SummaryOptions, "models" | "switchedOff">,
  need: ModelNeed,
): PaneModels {
  const t = useTranslation();
  const list = models === undefined || models === "missing" ? models : models.models;
  const purpose = {
    found: need.found,
    size: need.size,
    languages: need.languages ?? [locale],
    switchedOff,
    now: new Date(),
  };
  const selected = need.planned ?? shownModel(models, settings.model, purpose);
  // Of the task or of everything; a model that is switched off is another model's turn.
  const off = switchFor(switchedOff, { task: need.task });
  return {
    choices: Array.isArray(list) ? modelChoices(t, list, purpose) : list,
    list: Array.isArray(list) ? list : [],
    selected,
    card: Array.isArray(list) ? list.find(({ id }) => id === selected) : undefined,
    off: off && switchedOffText(t, off),
  };
}
