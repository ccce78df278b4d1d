import { Tab, TabList } from "@fluentui/react-components";
import { useTranslation } from "./translation";

/** What a pane can do. */
export type PaneTask = "summary" | "research";

export interface TaskSwitchProps {
  task: PaneTask;
  /** Inquiries that are waited for, or that have an answer nobody has seen. */
  pending: number;
  onTask(task: PaneTask): void;
}

/** Id of the panel that a tab belongs to. */
export const taskPanelId = "task-panel";

/** The tasks as tabs: arrow keys move, Enter chooses. One is seen at a time; what runs in the other goes on. */
export function TaskSwitch({ task, pending, onTask }: TaskSwitchProps) {
  const t = useTranslation();
  const research = pending === 0 ? t("task.research") : t("task.researchPending", { count: pending });
  return (
    <TabList
      size="small"
      selectedValue={task}
      aria-label={t("task.switch")}
      onTabSelect={(_, { value }) => onTask(value === "research" ? "research" : "summary")}
      data-part="task-switch"
    >
      <Tab value="summary" aria-controls={taskPanelId}>
        {t("pane.task")}
      </Tab>
      <Tab value="research" aria-controls={taskPanelId}>
        {research}
      </Tab>
    </TabList>
  );
}
