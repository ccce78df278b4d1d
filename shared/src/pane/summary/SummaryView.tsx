import { Button, makeStyles } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { Suspense } from "react";
import type { RunReport, Statement } from "../../vocabulary";
import { Preview } from "../Preview";
import { RunNotes } from "../task/RunNotes";
import { useTranslation } from "../translation";
import { FeedbackRow } from "./lazy-feedback";
import type { SummarySource } from "./summary-engine";
import type { SummaryOutcome, SummaryState } from "./summary-state";
import { answerLabel } from "./summary-text";

const useStyles = makeStyles({
  discard: { alignSelf: "flex-end", fontWeight: "normal" },
});

export interface SummaryViewProps<Source extends SummarySource> {
  state: SummaryState<Source>;
  onShowSource(statement: Statement): void;
  onRetry(): void;
  /** Signs in to what a model asked for; undefined where there is no sign-in. */
  signIn?: (() => Promise<boolean>) | undefined;
  /** 破棄; undefined where a result cannot be put away now. */
  onDiscard?: ((outcome: SummaryOutcome<Source>) => void) | undefined;
  /** The person said whether the summary was of use; undefined where nobody is asked. */
  onFeedback?: (outcome: SummaryOutcome<Source>, feedback: NonNullable<RunReport["feedback"]>) => void;
}

/** What came of it: an error, the text as it streams, or the finished summary. */
export function SummaryView<Source extends SummarySource>(props: SummaryViewProps<Source>) {
  const { state, onShowSource, onRetry, signIn, onFeedback, onDiscard } = props;
  const t = useTranslation();
  const styles = useStyles();
  const { work, outcome, discarded } = state;
  // Until the first words are there, the earlier result stays.
  const running = work.phase === "running" && work.preview !== "" ? work : undefined;
  const plan = running?.plan ?? outcome?.plan;
  const switches = (work.phase === "running" ? work.switches : outcome?.switches) ?? [];
  return (
    <>
      <RunNotes state={state} onRetry={onRetry} signIn={signIn} />
      {plan !== undefined && (
        <Preview
          label={answerLabel(t, plan, running === undefined ? outcome : undefined, switches)}
          streaming={running?.preview ?? ""}
          result={running === undefined ? outcome?.result : undefined}
          onShowSource={onShowSource}
        />
      )}
      {outcome !== undefined && running === undefined && onDiscard !== undefined && (
        <Button
          className={styles.discard}
          size="small"
          appearance="subtle"
          icon={<DeleteRegular />}
          disabledFocusable={work.phase !== "idle"}
          onClick={() => onDiscard(outcome)}
          data-part="discard"
        >
          {t("action.discard")}
        </Button>
      )}
      {outcome?.run !== undefined && running === undefined && onFeedback !== undefined && (
        <Suspense fallback={null}>
          <FeedbackRow key={outcome.run} onFeedback={(feedback) => onFeedback(outcome, feedback)} />
        </Suspense>
      )}
      {outcome === undefined && discarded !== undefined && running === undefined && onFeedback !== undefined && (
        <Suspense fallback={null}>
          <FeedbackRow
            key={`discarded ${discarded.run}`}
            ask="reason"
            onFeedback={(feedback) => onFeedback(discarded, feedback)}
          />
        </Suspense>
      )}
    </>
  );
}
