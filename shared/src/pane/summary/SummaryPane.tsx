import { Suspense, useState, type ReactNode } from "react";
import { ClassBadge } from "../ClassBadge";
import { Settings } from "../lazy-parts";
import { LiveMessage } from "../LiveMessage";
import { ModelChip } from "../ModelChip";
import { ModelList } from "../ModelList";
import { modelChoices, shownModel, todayInJapan } from "../models";
import { ConnectionFailure, type PaneSurroundings } from "../office";
import { Shell } from "../Shell";
import { useTranslation } from "../translation";
import type { SummarySource } from "./summary-engine";
import type { SummaryFlow } from "./summary-flow";
import type { SummaryState } from "./summary-state";
import { announcement } from "./summary-text";
import { SummarySendSheet } from "./SummarySendSheet";
import { SummaryTask } from "./SummaryTask";
import type { SummaryOptions } from "./use-summary-options";

export interface SummaryPaneProps<Source extends SummarySource> {
  surroundings: PaneSurroundings<unknown>;
  options: SummaryOptions;
  state: SummaryState<Source>;
  flow: Pick<SummaryFlow<Source>, "confirm" | "cancel" | "close">;
  /** True when relay and pane are on one machine. */
  relayIsHere: boolean;
  /** The line above: what would be summarized; undefined until that is known. */
  scope: string | undefined;
  /** What is done with the result at the moment, such as writing it; nothing may start then. */
  doing?: string | undefined;
  onStart(intent: "summarize" | "look"): void;
  /** Above the task: more on the source. */
  about?: ReactNode;
  result: ReactNode;
  /** For the first use, as long as there is nothing else to show. */
  empty: ReactNode;
  /** What can be done with a finished summary. */
  actions: ReactNode;
}

/** The pane of a summary: what it is about, the task, the result and its actions; settings and models as views of it. */
export function SummaryPane<Source extends SummarySource>(props: SummaryPaneProps<Source>) {
  const { surroundings, options, state, flow, doing } = props;
  const { settings, stored, locale, failure, onSettings } = surroundings;
  const { work, outcome, foundClass } = state;
  const t = useTranslation();
  const [view, setView] = useState<"task" | "settings" | "models">("task");
  const today = todayInJapan();
  const { models } = options;
  const list = models === undefined || models === "missing" ? models : models.models;
  const choices = Array.isArray(list) ? modelChoices(t, list, foundClass, today) : list;
  const planned = work.phase === "running" || work.phase === "confirming" ? work.plan.card.id : undefined;
  const selected = planned ?? shownModel(models, settings.model, foundClass, today);
  const leaveModels = () => {
    setView("task");
    document.querySelector<HTMLElement>("[data-part=model-chip]")?.focus();
  };
  return (
    <Shell
      scope={props.scope ?? t(failure === undefined ? "scope.connecting" : "scope.unavailable")}
      chips={
        <>
          <ClassBadge found={foundClass} />
          <ModelChip
            choices={choices}
            selected={selected}
            open={view === "models"}
            disabled={work.phase !== "idle" || doing !== undefined}
            onToggle={() => setView(view === "models" ? "task" : "models")}
          />
        </>
      }
      onSettings={() => setView(view === "settings" ? "task" : "settings")}
      footer={view !== "settings" && outcome !== undefined ? props.actions : undefined}
    >
      <LiveMessage text={doing ?? announcement(t, state)} />
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
            onClose={() => setView("task")}
          />
        </Suspense>
      ) : (
        <>
          {view === "models" && Array.isArray(choices) && (
            <ModelList
              choices={choices}
              selected={selected}
              onSelect={(model) => {
                onSettings({ ...settings, model });
                leaveModels();
              }}
              onClose={leaveModels}
            />
          )}
          {props.about}
          <SummaryTask
            work={work}
            length={options.length}
            waiting={doing !== undefined}
            again={outcome !== undefined}
            onLength={options.onLength}
            onStart={props.onStart}
            onCancel={() => flow.cancel()}
          />
          {failure !== undefined && <ConnectionFailure error={failure} />}
          {props.result}
          {work.phase === "idle" && outcome === undefined && state.failure === undefined && props.empty}
          <SummarySendSheet
            plan={work.phase === "confirming" ? work.plan : undefined}
            relayIsHere={props.relayIsHere}
            onConfirm={(plan, declared) => void flow.confirm(plan, declared)}
            onClose={() => flow.close()}
          />
        </>
      )}
    </Shell>
  );
}
