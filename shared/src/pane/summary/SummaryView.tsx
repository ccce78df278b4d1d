import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { Suspense } from "react";
import type { RunReport, Statement } from "../../vocabulary";
import { ErrorMessage } from "../ErrorMessage";
import { placeName } from "../place-name";
import { switchText } from "../models/switch-text";
import { Preview } from "../Preview";
import { useTranslation } from "../translation";
import { FeedbackRow } from "./lazy-feedback";
import type { SummarySource } from "./summary-engine";
import type { SummaryOutcome, SummaryState } from "./summary-state";
import { SignInOffer } from "./SignInOffer";
import { answerLabel } from "./summary-text";

const useStyles = makeStyles({
  switched: {
    margin: 0,
    padding: "6px 10px",
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
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
  const { work, outcome, discarded, failure, notice } = state;
  // Until the first words are there, the earlier result stays.
  const running = work.phase === "running" && work.preview !== "" ? work : undefined;
  const plan = running?.plan ?? outcome?.plan;
  const switches = (work.phase === "running" ? work.switches : outcome?.switches) ?? [];
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
      {failure?.error.code === "sign-in-required" && signIn !== undefined && (
        <SignInOffer signIn={signIn} onSignedIn={onRetry} />
      )}
      {/* With a result the notice stands beside its actions. */}
      {notice !== undefined && outcome === undefined && <p data-part="notice">{t(notice)}</p>}
      {switches.map((change) => (
        <p key={`${change.from} ${change.to} ${change.reason}`} className={styles.switched} data-part="model-switched">
          {switchText(t, change, plan?.models ?? [], running === undefined)}
        </p>
      ))}
      {typeof plan?.masked === "object" && plan.masked.count > 0 && (
        <p className={styles.switched} data-part="masked">
          {t(running === undefined ? "masking.restored" : "masking.sent", { count: plan.masked.count })}
        </p>
      )}
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
