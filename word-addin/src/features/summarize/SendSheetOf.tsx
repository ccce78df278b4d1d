import { mayReceive } from "@genai-office/shared/guards";
import { SendSheet } from "@genai-office/shared/pane";
import { Suspense } from "react";
import { decidingMarking, type SummarizeController } from "./summarize-controller";
import type { SendPlan } from "./summarize-state";

export interface SendSheetOfProps {
  plan: SendPlan;
  relayIsHere: boolean;
  controller: SummarizeController;
}

/** The send sheet of a plan. */
export function SendSheetOf({ plan, relayIsHere, controller }: SendSheetOfProps) {
  return (
    <Suspense fallback={null}>
      <SendSheet
        blocks={plan.reading.blocks}
        card={plan.card}
        found={plan.judgement.class}
        clearedForTwo={mayReceive(plan.card, "2")}
        ask={plan.judgement.decision === "ask"}
        marking={decidingMarking(plan.judgement)}
        relayIsHere={relayIsHere}
        onConfirm={(declared) => void controller.confirm(plan, declared)}
        onClose={() => controller.close()}
      />
    </Suspense>
  );
}
