import type { Statement } from "../../vocabulary";
import { ErrorMessage } from "../ErrorMessage";
import { draftSource } from "../model-text";
import { placeName } from "../place-name";
import { Preview } from "../Preview";
import { useTranslation } from "../translation";
import type { SummaryState } from "./summary-state";

export interface SummaryViewProps {
  state: SummaryState;
  onShowSource(statement: Statement): void;
  onRetry(): void;
}

/** What came of it: an error, the text as it streams, or the finished summary. */
export function SummaryView({ state, onShowSource, onRetry }: SummaryViewProps) {
  const t = useTranslation();
  const { work, outcome, failure, notice } = state;
  // Until the first words are there, the earlier result stays.
  const running = work.phase === "running" && work.preview !== "" ? work : undefined;
  const plan = running?.plan ?? outcome?.plan;
  const marking = failure?.marking;
  const blocked = failure?.error.code === "confidentiality-blocked";
  return (
    <>
      {failure !== undefined && (
        <ErrorMessage
          error={failure.error}
          onRetry={failure.retry === false ? undefined : onRetry}
          {...(blocked ? { title: t("error.blockedTitle") } : {})}
          reason={
            marking === undefined
              ? undefined
              : t("error.blockedReason", { place: placeName(t, marking.where), text: marking.text })
          }
        />
      )}
      {/* With a result the notice stands beside its actions. */}
      {notice !== undefined && outcome === undefined && <p data-part="notice">{t(notice)}</p>}
      {plan !== undefined && (
        <Preview
          label={draftSource(t, plan.card)}
          streaming={running?.preview ?? ""}
          result={running === undefined ? outcome?.result : undefined}
          onShowSource={onShowSource}
        />
      )}
    </>
  );
}
