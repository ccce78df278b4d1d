import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { Progress, useTexts, useTranslation } from "@genai-office/shared/pane";
import type { TaskWork } from "@genai-office/shared/pane/task";
import { Suspense, useId, useState, type ReactNode } from "react";
import { workTexts } from "./work-texts";

const useStyles = makeStyles({
  task: { display: "flex", flexDirection: "column", gap: "8px" },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1.15fr) minmax(0, 1fr)", gap: "8px" },
  options: {
    minWidth: 0,
    padding: "5px 8px",
    justifyContent: "space-between",
    textAlign: "left",
    wordBreak: "keep-all",
    fontWeight: "normal",
  },
  panel: {
    padding: "8px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  look: { alignSelf: "flex-end" },
  off: { margin: 0, overflowWrap: "anywhere", whiteSpace: "pre-line" },
});

export type MailTaskName = "thread" | "reply" | "translate";

export interface TaskBarProps {
  name: MailTaskName;
  work: TaskWork;
  /** What the folded options say of themselves. */
  optionsLabel: string;
  /** The options; they come when they are opened. */
  options: ReactNode;
  /** What is asked of the person before the button, such as a few words. */
  field?: ReactNode;
  /** True when a result is there: its actions are then what comes next. */
  again: boolean;
  /** True while something else is done with the result. */
  waiting?: boolean;
  /** Why nothing can be started: it is switched off. */
  off?: string | undefined;
  onStart(intent: "run" | "look"): void;
  onCancel(): void;
}

/** A task on a mail: its options folded, one button. The button turns into 中止 where it stands, so the focus stays. */
export function TaskBar(props: TaskBarProps) {
  const { name, work, off, again, waiting = false, onStart, onCancel } = props;
  const t = useTranslation();
  const texts = useTexts(workTexts);
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const offId = useId();
  const busy = work.phase !== "idle" && work.phase !== "confirming";
  return (
    <section className={styles.task} aria-label={texts(`run.${name}`)}>
      {props.field}
      <div className={styles.row}>
        <Button
          className={styles.options}
          iconPosition="after"
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={open}
          disabled={busy}
          onClick={() => setOpen(!open)}
          data-part="options"
        >
          {props.optionsLabel}
        </Button>
        <Button
          appearance={busy || again ? "secondary" : "primary"}
          disabledFocusable={waiting || (off !== undefined && !busy)}
          aria-describedby={off === undefined ? undefined : offId}
          onClick={(event) => {
            // The second click of a double click must not stop what the first one started.
            if (!busy) onStart("run");
            else if (event.detail < 2) onCancel();
          }}
          data-part="primary"
          data-phase={work.phase}
        >
          {busy ? t("pane.cancel") : again ? texts("again") : texts(`run.${name}`)}
        </Button>
      </div>
      {off !== undefined && (
        <p id={offId} className={styles.off} data-part="off">
          {off}
        </p>
      )}
      {open && !busy && (
        <div className={styles.panel}>
          <Suspense fallback={null}>{props.options}</Suspense>
        </div>
      )}
      {busy ? (
        <WorkProgress name={name} work={work} />
      ) : (
        <Link
          as="button"
          className={styles.look}
          disabledFocusable={waiting || off !== undefined}
          onClick={() => onStart("look")}
          data-part="look"
        >
          {t("summarize.look")}
        </Link>
      )}
    </section>
  );
}

function WorkProgress({ name, work }: { name: MailTaskName; work: TaskWork }) {
  const t = useTranslation();
  const texts = useTexts(workTexts);
  if (work.phase === "running") {
    const label = work.preview === "" ? texts("preparing") : texts(`running.${name}`);
    return <Progress label={label} done={work.done} total={work.total} remainingMs={work.remainingMs} />;
  }
  return <Progress label={t(work.phase === "reading" ? "summarize.reading" : "summarize.connecting")} />;
}
