import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start" },
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  example: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  source: { margin: 0, color: tokens.colorNeutralForeground3 },
  result: { margin: 0, paddingLeft: "10px", borderLeft: `3px solid ${tokens.colorBrandStroke1}` },
});

/** What to select and why, for the first use; an example opens in one click and touches no document. */
export function EmptyState() {
  const t = useTranslation();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.box}>
      <p className={styles.text}>{t("empty.text")}</p>
      <p className={styles.quiet}>{t("empty.assurance")}</p>
      <Link as="button" aria-expanded={open} onClick={() => setOpen(!open)} data-part="example">
        {t(open ? "pane.close" : "empty.example")}
      </Link>
      {open && (
        <section className={styles.example} aria-label={t("empty.exampleTitle")}>
          <h2 className={styles.title}>{t("empty.exampleTitle")}</h2>
          <p className={styles.source}>{t("empty.exampleSource")}</p>
          <p className={styles.result}>{t("empty.exampleResult")}</p>
          <p className={styles.quiet}>{t("empty.exampleNote")}</p>
        </section>
      )}
    </div>
  );
}
