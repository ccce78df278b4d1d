import { useState, type ReactNode } from "react";
import type { PaneAccount } from "../Account";
import { researchTask } from "../task/research-task";
import { TaskPane } from "../task/TaskPane";
import { usePaneModels } from "../task/use-pane-models";
import { useTranslation } from "../translation";
import type { SummarySource } from "./summary-engine";
import type { SummaryFlow } from "./summary-flow";
import { announcement } from "./summary-text";
import { SummarySendSheet } from "./SummarySendSheet";
import { SummaryWorkspace, type SummaryWorkspaceProps } from "./SummaryWorkspace";

/** The other task of the pane: 調べる. */
export interface ResearchPart {
  /** Inquiries that are waited for, or whose answer nobody has seen. */
  pending: number;
  /** The task itself; shown while it is chosen. */
  view: ReactNode;
  /** The task was chosen: what it needs may be loaded. */
  onOpen(): void;
}

export interface SummaryPaneProps<Source extends SummarySource> extends Omit<SummaryWorkspaceProps<Source>, "models"> {
  flow: Pick<SummaryFlow<Source>, "confirm" | "cancel" | "close" | "prepare" | "requireCurrent" | "adopt">;
  /** True when relay and pane are on one machine. */
  relayIsHere: boolean;
  /** The line above: what would be summarized; undefined until that is known. */
  scope: string | undefined;
  /** Who is signed in to the relay; undefined where nobody signs in. */
  account?: PaneAccount | undefined;
  research?: ResearchPart | undefined;
}

/** A pane whose one task besides 調べる is 要約. */
export function SummaryPane<Source extends SummarySource>(props: SummaryPaneProps<Source>) {
  const { surroundings, options, state, flow, doing, research } = props;
  const { work } = state;
  const t = useTranslation();
  const [task, setTask] = useState("summary");
  const models = usePaneModels(surroundings, options, {
    task: "summarize",
    found: state.foundClass,
    size: state.size,
    languages: state.languages,
    planned: work.phase === "running" || work.phase === "confirming" ? work.plan.card.id : undefined,
  });
  return (
    <TaskPane
      surroundings={surroundings}
      options={options}
      models={models}
      scope={props.scope}
      foundClass={state.foundClass}
      busy={work.phase !== "idle" || doing !== undefined}
      announcement={doing ?? announcement(t, state)}
      refused={state.failure?.error.code === "switched-off"}
      tasks={[
        { id: "summary", name: t("pane.task"), view: <SummaryWorkspace {...props} models={models} /> },
        ...(research === undefined ? [] : [researchTask(t, research)]),
      ]}
      task={task}
      onTask={setTask}
      ministry={props.ministry}
      account={props.account}
    >
      <SummarySendSheet
        plan={work.phase === "confirming" ? work.plan : undefined}
        hidden={props.hidden?.length}
        unchecked={props.unchecked}
        relayIsHere={props.relayIsHere}
        onConfirm={(plan, declared) => void flow.confirm(plan, declared)}
        onClose={() => flow.close()}
      />
    </TaskPane>
  );
}
