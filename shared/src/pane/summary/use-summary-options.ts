import { useState } from "react";
import type { LengthChoice } from "../length-choice";
import { useOffer, type OfferState } from "../models";
import type { PaneSurroundings } from "../office";
import type { ModelOffer } from "./summary-engine";
import type { SummaryChoices } from "./summary-flow";

/** What the person can set for a summary, and what there is to choose from. */
export interface SummaryOptions {
  length: LengthChoice;
  onLength(length: LengthChoice): void;
  models: OfferState;
  /** The models; asks the relay again when it could not be reached before. */
  offer(): Promise<ModelOffer>;
  choices(): SummaryChoices;
}

/** Length and model: the person's own choices, as settings or in this session. */
export function useSummaryOptions(
  { settings, locale }: PaneSurroundings<unknown>,
  fetchModels: () => Promise<ModelOffer>,
): SummaryOptions {
  const [length, onLength] = useState<LengthChoice>(settings.length);
  const [models, offer] = useOffer(fetchModels);
  return {
    length,
    onLength,
    models,
    offer,
    choices: () => ({ length, model: settings.model, language: locale }),
  };
}
