import { makeStyles, tokens } from "@fluentui/react-components";
import { ErrorMessage } from "../ErrorMessage";
import { switchText } from "../models/switch-text";
import { placeName } from "../place-name";
import { SignInOffer } from "../summary/SignInOffer";
import type { SummarySource } from "../summary/summary-engine";
import { useTranslation } from "../translation";
import type { TaskOutput, TaskState } from "./task-state";

const useStyles = makeStyles({
  note: {
    margin: 0,
    padding: "6px 10px",
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
});

export interface RunNotesProps<Source extends SummarySource, Result extends TaskOutput> {
  state: TaskState<Source, Result>;
  onRetry(): void;
  /** Signs in to what a model asked for; undefined where there is no sign-in. */
  signIn?: (() => Promise<boolean>) | undefined;
}

/** What has to be known of a run beside its result: why it did not work, who answered instead, what was masked. */
export function RunNotes<Source extends SummarySource, Result extends TaskOutput>(
  props: RunNotesProps<Source, Result>,
) {
  const { state, onRetry, signIn } = props;
  const t = useTranslation();
  const styles = useStyles();
  const { work, outcome, failure, notice } = state;
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
        <p key={`${change.from} ${change.to} ${change.reason}`} className={styles.note} data-part="model-switched">
          {switchText(t, change, plan?.models ?? [], running === undefined)}
        </p>
      ))}
      {typeof plan?.masked === "object" && plan.masked.count > 0 && (
        <p className={styles.note} data-part="masked">
          {t(running === undefined ? "masking.restored" : "masking.sent", { count: plan.masked.count })}
        </p>
      )}
    </>
  );
}
