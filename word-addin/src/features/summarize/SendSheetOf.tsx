import { mayReceive } from "@genai-office/shared/guards";
import { SendSheet, useLast } from "@genai-office/shared/pane";
import { Suspense } from "react";
import { decidingMarking, type SummarizeController } from "./summarize-controller";
import type { SendPlan } from "./summarize-state";

export interface SendSheetOfProps {
  /** Undefined closes the sheet. */
  plan: SendPlan | undefined;
  relayIsHere: boolean;
  controller: SummarizeController;
}

/** The send sheet of a plan. */
export function SendSheetOf({ plan, relayIsHere, controller }: SendSheetOfProps) {
  const shown = useLast(plan);
  if (shown === undefined) return null;
  return (
    <Suspense fallback={null}>
      <SendSheet
        open={plan !== undefined}
        blocks={shown.reading.blocks}
        card={shown.card}
        found={shown.judgement.class}
        clearedForTwo={mayReceive(shown.card, "2")}
        ask={shown.judgement.decision === "ask"}
        marking={decidingMarking(shown.judgement)}
        relayIsHere={relayIsHere}
        onConfirm={(declared) => void controller.confirm(shown, declared)}
        onClose={() => controller.close()}
      />
    </Suspense>
  );
}
