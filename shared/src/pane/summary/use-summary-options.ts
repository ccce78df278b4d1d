import { useState } from "react";
import { proposedLength, type LengthChoice, type LengthSetting } from "../length-choice";
import { useOffer, type OfferState } from "../models";
import type { PaneSurroundings } from "../office";
import type { ClientSettings, OfferedTemplate, SwitchedOff } from "../../relay-client";
import type { ModelCard } from "../../vocabulary";
import type { ModelOffer } from "./summary-engine";
import type { SummaryChoices } from "./summary-flow";

/** What the person can set for a summary, and what there is to choose from. */
export interface SummaryOptions {
  length: LengthChoice;
  onLength(length: LengthSetting): void;
  /** 定型 of the ministry that was chosen. */
  template: OfferedTemplate | undefined;
  onTemplate(template: OfferedTemplate | undefined): void;
  /** 氏名などを伏せて送る for a model: as chosen, on for one that refuses personal data; undefined when nobody chose. */
  mask(card: ModelCard | undefined): boolean | undefined;
  onMask(card: ModelCard | undefined, mask: boolean): void;
  /** What the ministry has masked where nobody chose. */
  maskingDefault: ClientSettings["masking"]["default"];
  onMaskingDefault(masking: ClientSettings["masking"]["default"]): void;
  models: OfferState;
  /** What is switched off, as the relay has told last. */
  switchedOff: readonly SwitchedOff[];
  onSwitchedOff(switchedOff: readonly SwitchedOff[]): void;
  /** The models; asks the relay again when it could not be reached before. */
  offer(): Promise<ModelOffer>;
  choices(): SummaryChoices;
}

/**
 * Length and model: the person's own choices, in this session or in the settings. As long as no length is chosen, it is
 * proposed by the size of the selection (characters; undefined when nothing is selected or they are not known).
 */
export function useSummaryOptions(
  { settings, locale, onSettings }: PaneSurroundings<unknown>,
  fetchModels: () => Promise<ModelOffer>,
  selectionCharacters?: number,
): SummaryOptions {
  const [setting, onLength] = useState(settings.length);
  const length = setting === "automatic" ? proposedLength(selectionCharacters) : setting;
  const [template, onTemplate] = useState<OfferedTemplate>();
  // A model that refuses personal data is asked unmasked only as long as the pane is open: forgetting that is a refusal.
  const [sentOpenly, setSentOpenly] = useState<readonly string[]>([]);
  const mask = (card: ModelCard | undefined): boolean | undefined =>
    card?.refusesPersonalData === true ? !sentOpenly.includes(card.id) : settings.mask;
  const onMask = (card: ModelCard | undefined, wanted: boolean): void => {
    if (card?.refusesPersonalData !== true) onSettings({ ...settings, mask: wanted });
    else setSentOpenly(wanted ? sentOpenly.filter((id) => id !== card.id) : [...sentOpenly, card.id]);
  };
  const [maskingDefault, onMaskingDefault] = useState<ClientSettings["masking"]["default"]>("where-refused");
  const [models, offer] = useOffer(fetchModels);
  const [told, onSwitchedOff] = useState<readonly SwitchedOff[]>();
  const switchedOff = told ?? (typeof models === "object" ? models.switchedOff : undefined) ?? [];
  return {
    length,
    onLength,
    template,
    onTemplate,
    mask,
    onMask,
    maskingDefault,
    onMaskingDefault,
    models,
    switchedOff,
    onSwitchedOff,
    offer,
    choices: () => ({
      length,
      model: settings.model,
      language: locale,
      mask,
      switchedOff,
      ...(template === undefined ? {} : { instruction: template.instruction }),
    }),
  };
}
