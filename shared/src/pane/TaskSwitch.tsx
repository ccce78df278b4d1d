import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "./translation";

/** A task as it stands in the switch. */
export interface TaskName {
  id: string;
  name: string;
}

const useStyles = makeStyles({
  list: { display: "flex", flexWrap: "wrap", minWidth: 0 },
  tab: {
    minWidth: 0,
    padding: "6px 12px 8px",
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  /** Five names fit side by side into 320 px. */
  close: { padding: "6px 7px 8px" },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
    ":hover": { borderBottomColor: tokens.colorBrandStroke1 },
  },
});

export interface TaskSwitchProps {
  tasks: readonly TaskName[];
  /** Id of the one that is shown. */
  task: string;
  /** False while something else stands where the panel was, such as the settings. */
  panelIsThere: boolean;
  onTask(task: string): void;
}

/** Id of the panel that the tabs belong to. */
export const taskPanelId = "task-panel";

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * The tasks as tabs: arrow keys move between them, Enter or the space bar chooses. One is seen at a time; what runs in the
 * other goes on. Not Fluent's: with its tabs the pane would load 28 kB more before it can be used.
 */
export function TaskSwitch({ tasks, task, panelIsThere, onTask }: TaskSwitchProps) {
  const t = useTranslation();
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>("[role=tab]") ?? [])];
    const at = tabs.indexOf(document.activeElement as HTMLElement);
    const ends: Record<string, number> = { Home: 0, End: tabs.length - 1 };
    const step = steps[event.key];
    const target = ends[event.key] ?? (step === undefined ? undefined : (at + step + tabs.length) % tabs.length);
    if (target === undefined) return;
    event.preventDefault();
    tabs[target]?.focus();
  };
  return (
    <div ref={list} className={styles.list} role="tablist" aria-label={t("task.switch")} data-part="task-switch">
      {tasks.map((one) => (
        <button
          key={one.id}
          type="button"
          role="tab"
          className={mergeClasses(styles.tab, tasks.length > 3 && styles.close, one.id === task && styles.selected)}
          aria-selected={one.id === task}
          aria-controls={panelIsThere ? taskPanelId : undefined}
          tabIndex={one.id === task ? 0 : -1}
          onKeyDown={move}
          onClick={() => onTask(one.id)}
          data-task={one.id}
        >
          {one.name}
        </button>
      ))}
    </div>
  );
}
