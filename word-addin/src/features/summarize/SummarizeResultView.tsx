import { draftSource, ErrorMessage, placeName, Preview, useTranslation } from "@genai-office/shared/pane";
import type { SummarizeController } from "./summarize-controller";
import { noticeKeys } from "./ResultActions";
import type { SummarizeState } from "./summarize-state";

export interface SummarizeResultViewProps {
  state: SummarizeState;
  controller: SummarizeController;
  onRetry(): void;
}

/** What came of it: an error, the text as it streams, or the finished summary. */
export function SummarizeResultView({ state, controller, onRetry }: SummarizeResultViewProps) {
  const t = useTranslation();
  const { work, outcome, failure, notice } = state;
  // Until the first words are there, the earlier result stays.
  const running = work.phase === "running" && work.preview !== "" ? work : undefined;
  const plan = running?.plan ?? outcome?.plan;
  const marking = failure?.marking;
  const blocked = failure?.error.code === "confidentiality-blocked";
  const retry = failure?.retry === "summarize" ? onRetry : undefined;
  return (
    <>
      {failure !== undefined && (
        <ErrorMessage
          error={failure.error}
          onRetry={retry}
          {...(blocked ? { title: t("error.blockedTitle") } : {})}
          reason={
            marking === undefined
              ? undefined
              : t("error.blockedReason", { place: placeName(t, marking.where), text: marking.text })
          }
        />
      )}
      {notice !== undefined && outcome === undefined && <p data-part="notice">{t(noticeKeys[notice])}</p>}
      {plan !== undefined && (
        <Preview
          label={draftSource(t, plan.card)}
          streaming={running?.preview ?? ""}
          result={running === undefined ? outcome?.result : undefined}
          onShowSource={(statement) => void controller.showSource(statement)}
        />
      )}
    </>
  );
}
