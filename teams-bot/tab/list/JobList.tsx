import { Badge, Button, Link, makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { errorText } from "@genai-office/shared/i18n";
import { useTexts, useTranslation } from "@genai-office/shared/pane";
import type { JobView } from "@genai-office/shared/relay-client";
import { genaiErrorCodes, type GenaiErrorCode } from "@genai-office/shared/vocabulary";
import { useState } from "react";
import { tabTexts } from "../texts/tab-texts";
import { jobStateText } from "./job-state-text";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  item: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "12px",
    rowGap: "6px",
    alignItems: "center",
    padding: "12px 16px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { fontSize: "16px", lineHeight: "24px", fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  /** The whole card leads to the minutes; its buttons stand above that. */
  opening: {
    "::after": { content: '""', position: "absolute", top: 0, right: 0, bottom: 0, left: 0 },
  },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center", color: tokens.colorNeutralForeground3 },
  buttons: { position: "relative", zIndex: 1, display: "flex", gap: "8px", alignItems: "center" },
  wide: { gridColumn: "1 / -1", margin: 0 },
  question: {
    position: "relative",
    zIndex: 1,
    gridColumn: "1 / -1",
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    alignItems: "center",
    paddingTop: "6px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { margin: 0, flexBasis: "100%" },
});

const colors = {
  waiting: "informative",
  running: "brand",
  finished: "success",
  failed: "danger",
  cancelled: "informative",
} as const;

export interface JobListProps {
  jobs: readonly JobView[];
  cancelling: ReadonlySet<string>;
  onOpen(id: string): void;
  onCancel(id: string): void;
  onRemove(id: string): void;
}

/** The person's minutes, newest first: what is finished can be opened, what is being written can be ended. */
export function JobList(props: JobListProps) {
  const styles = useStyles();
  const t = useTexts(tabTexts);
  return (
    <ul className={styles.list} aria-label={t("list")}>
      {props.jobs.map((job) => (
        <JobItem key={job.id} {...props} job={job} />
      ))}
    </ul>
  );
}

function JobItem({ job, cancelling, onOpen, onCancel, onRemove }: JobListProps & { job: JobView }) {
  const t = useTexts(tabTexts);
  const translate = useTranslation();
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const title = job.title === "" ? t("untitled") : job.title;
  const time = new Intl.DateTimeFormat(translate.locale === "en" ? "en" : "ja", {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const isOpen = job.state === "waiting" || job.state === "running";
  const { done, planned } = job.steps;
  return (
    <li className={styles.item} data-part="job" data-state={job.state}>
      {job.state === "finished" ? (
        <Link as="button" className={mergeClasses(styles.title, styles.opening)} onClick={() => onOpen(job.id)}>
          {title}
        </Link>
      ) : (
        <span className={styles.title}>{title}</span>
      )}
      <div className={styles.buttons}>
        {isOpen && (
          <Button size="small" disabledFocusable={cancelling.has(job.id)} onClick={() => onCancel(job.id)}>
            {t(cancelling.has(job.id) ? "cancelling" : "cancel")}
          </Button>
        )}
        {!isOpen && (
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={t("removeOf", { title })}
            title={t("remove")}
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          />
        )}
      </div>
      <div className={styles.row}>
        <Badge appearance="tint" color={colors[job.state]}>
          {jobStateText(t, job)}
        </Badge>
        <span>{time.format(new Date(job.createdAt))}</span>
      </div>
      {job.state === "running" && (
        <div className={styles.wide}>
          <ProgressBar
            aria-label={jobStateText(t, job)}
            {...(planned > 1 ? { value: Math.min(done, planned), max: planned } : {})}
          />
        </div>
      )}
      {job.state === "failed" && <p className={styles.wide}>{errorText(translate, knownCode(job.errorCode))}</p>}
      {asking && (
        <div className={styles.question} role="group" aria-label={t("remove")}>
          <p className={styles.words}>{t("removeQuestion", { title })}</p>
          <Button size="small" appearance="primary" onClick={() => onRemove(job.id)}>
            {t("removeYes")}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {t("removeNo")}
          </Button>
        </div>
      )}
    </li>
  );
}

/** A newer bot may know codes that this page does not. */
function knownCode(code: string | undefined): GenaiErrorCode {
  return (genaiErrorCodes as readonly string[]).includes(code ?? "") ? (code as GenaiErrorCode) : "internal";
}
