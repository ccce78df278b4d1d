import { makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { Translator } from "../i18n";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "6px" },
  label: { margin: 0 },
  detail: { color: tokens.colorNeutralForeground3 },
});

/** Time left in words; nothing below a second. */
function timeLeft(t: Translator, milliseconds: number | undefined): string | undefined {
  if (milliseconds === undefined || milliseconds < 1000) return undefined;
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 90
    ? t("progress.seconds", { seconds })
    : t("progress.minutes", { minutes: Math.round(seconds / 60) });
}

export interface ProgressProps {
  /** What is being done, in words. */
  label: string;
  done?: number | undefined;
  /** Parts in all; undefined or 1 shows a bar without a measure. */
  total?: number | undefined;
  /** Estimate in milliseconds. */
  remainingMs?: number | undefined;
}

/** What is being done, n/m and time left; 中止 stands where the task was started, so that the focus stays. */
export function Progress({ label, done = 0, total, remainingMs }: ProgressProps) {
  const t = useTranslation();
  const styles = useStyles();
  const measured = total !== undefined && total > 1;
  const details = [measured ? t("progress.count", { done, total }) : undefined, timeLeft(t, remainingMs)];
  return (
    <div className={styles.box} data-part="progress">
      <p className={styles.label}>
        {label} <span className={styles.detail}>{details.filter((detail) => detail !== undefined).join("・")}</span>
      </p>
      <ProgressBar
        aria-label={label}
        {...(measured ? { value: done, max: total, "aria-valuetext": t("summarize.progress", { done, total }) } : {})}
      />
    </div>
  );
}
