import { Suspense } from "react";
import { mayReceive } from "../../guards";
import type { ConfidentialityClass } from "../../vocabulary";
import { SendSheet } from "../lazy-parts";
import { useLast } from "../use-last";
import { decidingMarking, type SummarySource } from "./summary-engine";
import type { SendPlan } from "./summary-state";

export interface SummarySendSheetProps<Source extends SummarySource> {
  /** Undefined closes the sheet. */
  plan: SendPlan<Source> | undefined;
  /** Places with text that the source does not show, and parts that nobody has looked at for it. */
  hidden?: number | undefined;
  unchecked?: number | undefined;
  /** True when relay and pane are on one machine. */
  relayIsHere: boolean;
  /** The button that sends; 「この内容で要約する」 when left out. */
  confirmLabel?: string | undefined;
  onConfirm(plan: SendPlan<Source>, declared: ConfidentialityClass): void;
  onClose(): void;
}

/** The send sheet of a plan. */
export function SummarySendSheet<Source extends SummarySource>(props: SummarySendSheetProps<Source>) {
  const { plan, relayIsHere, onConfirm, onClose } = props;
  const shown = useLast(plan);
  if (shown === undefined) return null;
  return (
    <Suspense fallback={null}>
      <SendSheet
        open={plan !== undefined}
        blocks={typeof shown.masked === "object" ? shown.masked.blocks : shown.source.blocks}
        masked={typeof shown.masked === "object" ? shown.masked.count : undefined}
        hidden={props.hidden}
        unchecked={props.unchecked}
        besides={shown.besides}
        leftOut={shown.leftOut}
        confirmLabel={props.confirmLabel}
        instruction={shown.instruction}
        terms={shown.terms}
        card={shown.card}
        fallbacks={shown.fallbacks}
        standIn={shown.standIn}
        passedOver={shown.passedOver}
        passedOverForLanguage={shown.passedOverForLanguage}
        notes={shown.notes}
        found={shown.judgement.class}
        clearedForTwo={mayReceive(shown.card, "2") && (shown.standIn === undefined || mayReceive(shown.standIn, "2"))}
        ask={shown.judgement.decision === "ask"}
        marking={decidingMarking(shown.judgement)}
        relayIsHere={relayIsHere}
        onConfirm={(declared) => onConfirm(shown, declared)}
        onClose={onClose}
      />
    </Suspense>
  );
}
