import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons";
import { useId, useState } from "react";
import type { GenaiError } from "../vocabulary";
import { errorText } from "../i18n";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: "8px",
    rowGap: "6px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { color: tokens.colorStatusDangerForeground1, fontSize: "20px", lineHeight: "22px" },
  title: { margin: 0, fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  body: { gridColumn: 2, display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  text: { margin: 0, overflowWrap: "anywhere" },
  row: { display: "flex", flexWrap: "wrap", gap: "12px", alignItems: "center" },
  details: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere", whiteSpace: "pre-line" },
});

export interface ErrorMessageProps {
  error: GenaiError;
  /** Heading; a general one when left out. */
  title?: string;
  /** A further sentence, such as where the mark stands. */
  reason?: string | undefined;
  /** What happened and what to do, where the words of the code do not fit. */
  text?: string | undefined;
  onRetry?: (() => void) | undefined;
  /** A way out of what does not work, beside the retry. */
  back?: { label: string; onBack(): void } | undefined;
}

/** What happened, that the document is unchanged, what to do now; code and request id for the help desk on demand. */
export function ErrorMessage({ error, title, reason, text, onRetry, back }: ErrorMessageProps) {
  const t = useTranslation();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const details = [
    t("pane.detailCode", { code: error.code }),
    ...(error.phase === undefined ? [] : [t("pane.detailPhase", { phase: t(`phase.${error.phase}`) })]),
    ...(error.requestId === undefined ? [] : [t("pane.detailRequest", { requestId: error.requestId })]),
  ];
  return (
    <div className={styles.box} role="alert" data-part="error" data-code={error.code}>
      <span className={styles.icon} aria-hidden="true">
        <ErrorCircleRegular />
      </span>
      <h2 className={styles.title}>{title ?? t("error.title")}</h2>
      <div className={styles.body}>
        {reason !== undefined && <p className={styles.text}>{reason}</p>}
        <p className={styles.text}>{text ?? errorText(t, error.code)}</p>
        <div className={styles.row}>
          {onRetry !== undefined && error.retryable && <Button onClick={onRetry}>{t("pane.retry")}</Button>}
          {back !== undefined && <Button onClick={back.onBack}>{back.label}</Button>}
          <Link
            as="button"
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            onClick={() => setOpen(!open)}
          >
            {t(open ? "pane.hideDetails" : "pane.details")}
          </Link>
        </div>
        {open && (
          <p id={detailsId} className={styles.details}>
            {details.join("\n")}
          </p>
        )}
      </div>
    </div>
  );
}
