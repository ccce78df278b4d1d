import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { SettingsRegular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { DevelopmentNote } from "./DevelopmentNote";
import { FooterContext } from "./ShellFooter";
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
  withTasks: { paddingBottom: 0 },
  tasks: { gridColumn: "1 / -1", marginLeft: "-6px" },
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
    ":empty": { display: "none" },
  },
});

export interface ShellProps {
  /** What is being worked on, in one line. */
  scope: string;
  /** 機密性 badge and model chip. */
  chips: ReactNode;
  onSettings(): void;
  /** The switch between the tasks, in a pane that has several. */
  tasks?: ReactNode;
  /** One task. What it puts into a `ShellFooter` stands at the bottom, always in view. */
  children: ReactNode;
}

/** The frame of every pane: what is being worked on above, one task at a time below, its actions at the bottom. */
export function Shell({ scope, chips, onSettings, tasks, children }: ShellProps) {
  const t = useTranslation();
  const styles = useStyles();
  const [footer, setFooter] = useState<HTMLElement | null>(null);
  return (
    <div className={styles.frame}>
      <header
        className={mergeClasses(styles.header, tasks !== undefined && styles.withTasks)}
        aria-label={t("pane.header")}
      >
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
        <div className={styles.chips}>
          {chips}
          <DevelopmentNote />
        </div>
        {tasks !== undefined && <div className={styles.tasks}>{tasks}</div>}
      </header>
      <main className={styles.main}>
        <FooterContext.Provider value={footer}>{children}</FooterContext.Provider>
      </main>
      <footer ref={setFooter} className={styles.footer} aria-label={t("pane.actions")} />
    </div>
  );
}
