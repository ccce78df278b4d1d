import { Suspense } from "react";
import { mayReceive } from "../../guards";
import type { ConfidentialityClass } from "../../vocabulary";
import { SendSheet } from "../lazy-parts";
import { decidingMarking } from "./summary-engine";
import type { SendPlan } from "./summary-state";

export interface SummarySendSheetProps {
  plan: SendPlan;
  /** True when relay and pane are on one machine. */
  relayIsHere: boolean;
  onConfirm(declared: ConfidentialityClass): void;
  onClose(): void;
}

/** The send sheet of a plan. */
export function SummarySendSheet({ plan, relayIsHere, onConfirm, onClose }: SummarySendSheetProps) {
  return (
    <Suspense fallback={null}>
      <SendSheet
        blocks={plan.source.blocks}
        card={plan.card}
        found={plan.judgement.class}
        clearedForTwo={mayReceive(plan.card, "2")}
        ask={plan.judgement.decision === "ask"}
        marking={decidingMarking(plan.judgement)}
        relayIsHere={relayIsHere}
        onConfirm={onConfirm}
        onClose={onClose}
      />
    </Suspense>
  );
}
