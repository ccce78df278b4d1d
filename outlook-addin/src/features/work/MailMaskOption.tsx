import type { SummaryOptions } from "@genai-office/shared/pane/summary";
import { MaskOption, masksByPolicy } from "@genai-office/shared/pane/task";
import type { ModelCard } from "@genai-office/shared/vocabulary";

/** 氏名などを伏せて送る, for the model that would be asked. */
export function MailMaskOption({ options, card }: { options: SummaryOptions; card: ModelCard | undefined }) {
  return (
    <MaskOption
      checked={options.mask(card) ?? (card !== undefined && masksByPolicy(card, options.maskingDefault))}
      refuses={card?.refusesPersonalData === true}
      onChange={(mask) => options.onMask(card, mask)}
    />
  );
}
