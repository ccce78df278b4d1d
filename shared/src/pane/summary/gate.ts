import { admit, judgePlaces } from "../../guards";
import type { SummaryGate } from "./summary-engine";

/** The gate of the pane. A chunk of its own: a pane may judge what it shows before anything is asked of it. */
export const gate: SummaryGate = {
  judge: judgePlaces,
  refusal(judgement, card, confirmed) {
    const admission = admit(judgement, card, confirmed);
    return admission.allowed ? undefined : admission.code;
  },
};
