import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { Suspense, useId, useState, type ReactNode } from "react";
import { LengthPicker } from "../lazy-parts";
import { lengthChoices, lengthName, type LengthChoice, type LengthSetting } from "../length-choice";
import { Progress } from "../Progress";
import { useTranslation } from "../translation";
import type { SummaryWork } from "./summary-state";

const useStyles = makeStyles({
  task: { display: "flex", flexDirection: "column", gap: "8px" },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "8px" },
  options: { minWidth: 0, justifyContent: "space-between", fontWeight: "normal" },
  panel: {
    padding: "4px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  look: { alignSelf: "flex-end" },
  off: { margin: 0, overflowWrap: "anywhere", whiteSpace: "pre-line" },
  compare: { margin: "4px 8px 8px" },
});

export interface SummaryTaskProps {
  work: SummaryWork;
  length: LengthChoice;
  /** True while something else is done with the result, such as writing it: nothing may start then. */
  waiting?: boolean;
  /** Why nothing can be started: it is switched off. */
  off?: string | undefined;
  /** True when a result is there: its actions are then what comes next. */
  again: boolean;
  onLength(length: LengthSetting): void;
  onStart(intent: "summarize" | "look"): void;
  /** Further options of the task. */
  more?: ReactNode;
  /** Opens the comparison of models; undefined where there is none. */
  onCompare?: (() => void) | undefined;
  onCancel(): void;
}

/** The task: its one option folded, one button. The button turns into 中止 where it stands, so the focus stays. */
export function SummaryTask({
  work,
  length,
  waiting = false,
  off,
  again,
  onLength,
  onStart,
  more,
  onCompare,
  onCancel,
}: SummaryTaskProps) {
  const t = useTranslation();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const offId = useId();
  const busy = work.phase !== "idle" && work.phase !== "confirming";
  return (
    <section className={styles.task} aria-label={t("pane.task")}>
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
          {t("summarize.options", { length: lengthName(t, length) })}
        </Button>
        <Button
          appearance={busy || again ? "secondary" : "primary"}
          disabledFocusable={waiting || (off !== undefined && !busy)}
          aria-describedby={off === undefined ? undefined : offId}
          onClick={(event) => {
            // The second click of a double click must not stop what the first one started.
            if (!busy) onStart("summarize");
            else if (event.detail < 2) onCancel();
          }}
          data-part="primary"
          data-phase={work.phase}
        >
          {t(busy ? "pane.cancel" : again ? "summarize.again" : "summarize.run")}
        </Button>
      </div>
      {off !== undefined && (
        <p id={offId} className={styles.off} data-part="off">
          {off}
        </p>
      )}
      {open && !busy && (
        <div className={styles.panel}>
          <Suspense fallback={null}>
            <LengthPicker label={t("summarize.length")} choices={lengthChoices} value={length} onChange={onLength} />
            {more}
          </Suspense>
          {onCompare !== undefined && (
            <Link as="button" className={styles.compare} onClick={onCompare} data-part="compare-open">
              {t("summarize.compare")}
            </Link>
          )}
        </div>
      )}
      {busy ? (
        <WorkProgress work={work} />
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

function WorkProgress({ work }: { work: SummaryWork }) {
  const t = useTranslation();
  if (work.phase === "running") {
    const label = t(work.preview === "" ? "summarize.preparing" : "summarize.running");
    return <Progress label={label} done={work.done} total={work.total} remainingMs={work.remainingMs} />;
  }
  return <Progress label={t(work.phase === "reading" ? "summarize.reading" : "summarize.connecting")} />;
}
