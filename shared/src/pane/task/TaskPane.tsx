import { makeStyles } from "@fluentui/react-components";
import { Suspense, useState, type ReactNode } from "react";
import type { ClientSettings } from "../../relay-client";
import type { ConfidentialityClass } from "../../vocabulary";
import type { PaneAccount } from "../Account";
import { ClassBadge } from "../ClassBadge";
import { Settings } from "../lazy-parts";
import { lazyView } from "../lazy-view";
import { LazyPart } from "../LazyPart";
import { LiveMessage } from "../LiveMessage";
import { ModelChip } from "../ModelChip";
import { PaneNotices } from "../notices/PaneNotices";
import type { PaneSurroundings } from "../office";
import { Shell } from "../Shell";
import type { SummaryOptions } from "../summary/use-summary-options";
import { taskPanelId, TaskSwitch, type TaskName } from "../TaskSwitch";
import { useTranslation } from "../translation";
import type { PaneModels } from "./use-pane-models";

/** Comes when the chip is pressed. */
const ModelList = lazyView(async () => ({
  default: (await import(/* webpackChunkName: "model-list" */ "../ModelList")).ModelList,
}));

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: "12px", minWidth: 0 },
});

/** One task of a pane. */
export interface PaneTask extends TaskName {
  /** What the panel is called where its name in the switch says more than that. */
  panelName?: string;
  view: ReactNode;
  /** False for a task that has models of its own. */
  usesModels?: boolean;
  /** The task was chosen: what it needs may be loaded. */
  onOpen?(): void;
}

export interface TaskPaneProps {
  surroundings: PaneSurroundings<unknown>;
  options: SummaryOptions;
  models: PaneModels;
  /** The line above: what is being worked on; undefined until that is known. */
  scope: string | undefined;
  foundClass: ConfidentialityClass | undefined;
  /** True while something runs or is written: the model stays then. */
  busy: boolean;
  /** What a screen reader is told. */
  announcement: string;
  /** The relay has refused because something is switched off: the notices are asked for anew. */
  refused: boolean;
  /** In the order of the switch; a single one has none. */
  tasks: readonly PaneTask[];
  /** Id of the one that is shown. */
  task: string;
  onTask(task: string): void;
  /** What the ministry has set, for the notices at the top. */
  ministry?: (() => Promise<ClientSettings>) | undefined;
  /** Who is signed in to the relay; undefined where nobody signs in. */
  account?: PaneAccount | undefined;
  /** Stands beside every view, such as the sheet that asks before sending. */
  children?: ReactNode;
}

/** The frame of a pane with its tasks: what it is about, and one task at a time; settings and models as views of it. */
export function TaskPane(props: TaskPaneProps) {
  const { surroundings, options, models, tasks, foundClass } = props;
  const { settings, stored, locale, failure, onSettings } = surroundings;
  const t = useTranslation();
  const styles = useStyles();
  const [view, setView] = useState<"task" | "settings" | "models">("task");
  const shown = tasks.find(({ id }) => id === props.task) ?? tasks[0];
  const leaveModels = () => {
    setView("task");
    document.querySelector<HTMLElement>("[data-part=model-chip]")?.focus();
  };
  const choose = (id: string) => {
    tasks.find((one) => one.id === id)?.onOpen?.();
    props.onTask(id);
    setView("task");
  };
  return (
    <Shell
      scope={props.scope ?? t(failure === undefined ? "scope.connecting" : "scope.unavailable")}
      chips={
        <>
          <ClassBadge found={foundClass} />
          {shown?.usesModels !== false && (
            <ModelChip
              choices={models.choices}
              selected={models.selected}
              open={view === "models"}
              disabled={props.busy}
              onToggle={() => setView(view === "models" ? "task" : "models")}
            />
          )}
        </>
      }
      tasks={
        tasks.length > 1 && shown !== undefined ? (
          <TaskSwitch tasks={tasks} task={shown.id} panelIsThere={view !== "settings"} onTask={choose} />
        ) : undefined
      }
      onSettings={() => setView(view === "settings" ? "task" : "settings")}
    >
      <PaneNotices
        load={props.ministry}
        models={models.list}
        refused={props.refused}
        onTold={(told) => {
          options.onSwitchedOff(told.switchedOff);
          options.onMaskingDefault(told.masking.default);
        }}
      />
      <LiveMessage text={props.announcement} />
      {view === "settings" ? (
        <Suspense fallback={null}>
          <Settings
            settings={settings}
            locale={locale}
            stored={stored}
            onChange={(next) => {
              if (next.length !== settings.length) options.onLength(next.length);
              onSettings(next);
            }}
            account={props.account}
            onClose={() => setView("task")}
          />
        </Suspense>
      ) : (
        <div
          className={styles.panel}
          {...(tasks.length > 1 && shown !== undefined
            ? { id: taskPanelId, role: "tabpanel", "aria-label": shown.panelName ?? shown.name }
            : {})}
        >
          {view === "models" && Array.isArray(models.choices) && (
            <LazyPart onBack={leaveModels}>
              <ModelList
                choices={models.choices}
                selected={models.selected}
                onSelect={(model) => {
                  onSettings({ ...settings, model });
                  leaveModels();
                }}
                onClose={leaveModels}
              />
            </LazyPart>
          )}
          {shown?.view}
        </div>
      )}
      {props.children}
    </Shell>
  );
}
