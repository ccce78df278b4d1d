import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { SettingsRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  frame: {
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr) auto",
    height: "100%",
    minWidth: 0,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  header: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    rowGap: "6px",
    padding: "10px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  scope: {
    alignSelf: "center",
    margin: 0,
    fontSize: "15px",
    lineHeight: "22px",
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  chips: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", gap: "6px", alignItems: "center", minWidth: 0 },
  main: {
    minWidth: 0,
    overflowY: "auto",
    overflowX: "hidden",
    padding: "12px",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
  },
  footer: {
    padding: "10px 12px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface ShellProps {
  /** What is being worked on, in one line. */
  scope: string;
  /** 機密性 badge and model chip. */
  chips: ReactNode;
  onSettings(): void;
  children: ReactNode;
  /** Actions on the result; always in view. */
  footer?: ReactNode;
}

/** The frame of every pane: what is being worked on above, one task at a time below, its actions at the bottom. */
export function Shell({ scope, chips, onSettings, children, footer }: ShellProps) {
  const t = useTranslation();
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <header className={styles.header} aria-label={t("pane.header")}>
        <h1 className={styles.scope} data-part="scope">
          {scope}
        </h1>
        <Button
          appearance="subtle"
          icon={<SettingsRegular />}
          aria-label={t("settings.open")}
          title={t("settings.open")}
          onClick={onSettings}
        />
        <div className={styles.chips}>{chips}</div>
      </header>
      <main className={styles.main}>{children}</main>
      {footer !== undefined && footer !== null && (
        <footer className={styles.footer} aria-label={t("pane.actions")}>
          {footer}
        </footer>
      )}
    </div>
  );
}
