import { useState } from "react";
import { proposedLength, type LengthChoice, type LengthSetting } from "../length-choice";
import { useOffer, type OfferState } from "../models";
import type { PaneSurroundings } from "../office";
import type { ModelOffer } from "./summary-engine";
import type { SummaryChoices } from "./summary-flow";

/** What the person can set for a summary, and what there is to choose from. */
export interface SummaryOptions {
  length: LengthChoice;
  onLength(length: LengthSetting): void;
  models: OfferState;
  /** The models; asks the relay again when it could not be reached before. */
  offer(): Promise<ModelOffer>;
  choices(): SummaryChoices;
}

/**
 * Length and model: the person's own choices, in this session or in the settings. As long as no length is chosen, it is
 * proposed by the size of the selection (characters; undefined when nothing is selected or they are not known).
 */
export function useSummaryOptions(
  { settings, locale }: PaneSurroundings<unknown>,
  fetchModels: () => Promise<ModelOffer>,
  selectionCharacters?: number,
): SummaryOptions {
  const [setting, onLength] = useState(settings.length);
  const length = setting === "automatic" ? proposedLength(selectionCharacters) : setting;
  const [models, offer] = useOffer(fetchModels);
  return {
    length,
    onLength,
    models,
    offer,
    choices: () => ({ length, model: settings.model, language: locale }),
  };
}
