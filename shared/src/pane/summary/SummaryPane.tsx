import { makeStyles } from "@fluentui/react-components";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { ClientSettings } from "../../relay-client";
import { switchFor } from "../../relay-client/switch-for";
import type { PaneAccount } from "../Account";
import type { Statement } from "../../vocabulary";
import { ClassBadge } from "../ClassBadge";
import { CompareView } from "../compare/lazy-view";
import type { HiddenText } from "../../guards";
import { HiddenTextNote } from "../HiddenTextNote";
import { LazyPart } from "../LazyPart";
import { Settings } from "../lazy-parts";
import { LiveMessage } from "../LiveMessage";
import { ModelChip } from "../ModelChip";
import { ModelList } from "../ModelList";
import { modelChoices, shownModel, switchedOffText } from "../models";
import { ConnectionFailure, type PaneSurroundings } from "../office";
import { PaneNotices } from "../notices/PaneNotices";
import { Shell } from "../Shell";
import { ShellFooter } from "../ShellFooter";
import { taskPanelId, TaskSwitch, type PaneTask } from "../TaskSwitch";
import { useTranslation } from "../translation";
import { masksByPolicy } from "./masking-policy";
import type { SummarySource } from "./summary-engine";
import type { SummaryFlow } from "./summary-flow";
import type { SummaryState } from "./summary-state";
import { announcement } from "./summary-text";
import { SummarySendSheet } from "./SummarySendSheet";
import { SummaryTask } from "./SummaryTask";
import type { SummaryOptions } from "./use-summary-options";

/** Comes when the options are opened. */
const TemplatePicker = lazy(() => import("./TemplatePicker"));
const MaskOption = lazy(() => import("./MaskOption"));

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: "12px", minWidth: 0 },
});

/** The other task of the pane: 調べる. */
export interface ResearchPart {
  /** Inquiries that are waited for, or whose answer nobody has seen. */
  pending: number;
  /** The task itself; shown while it is chosen. */
  view: ReactNode;
  /** The task was chosen: what it needs may be loaded. */
  onOpen(): void;
}

export interface SummaryPaneProps<Source extends SummarySource> {
  surroundings: PaneSurroundings<unknown>;
  options: SummaryOptions;
  state: SummaryState<Source>;
  flow: Pick<SummaryFlow<Source>, "confirm" | "cancel" | "close" | "prepare" | "requireCurrent" | "adopt">;
  /** True when relay and pane are on one machine. */
  relayIsHere: boolean;
  /** The line above: what would be summarized; undefined until that is known. */
  scope: string | undefined;
  /** What is done with the result at the moment, such as writing it; nothing may start then. */
  doing?: string | undefined;
  /** "mail": the source is a message, not a document. */
  source: "document" | "mail";
  /** Changes with the source: what was opened for one is closed with it. */
  sourceKey?: string;
  onStart(intent: "summarize" | "look"): void;
  /** A sentence was chosen in a comparison; its source blocks are to be shown. */
  onShowSource(statement: Statement, blocks: Source["blocks"]): void;
  /** Above the task: more on the source. */
  about?: ReactNode;
  /** What the source holds without showing it, as it was read last. */
  hidden?: readonly HiddenText[] | undefined;
  /** Parts of the source that nobody has looked at for hidden text. */
  unchecked?: number | undefined;
  result: ReactNode;
  /** Below result and comparison, such as the paragraphs that a sentence rests on. */
  aside?: ReactNode;
  /** What the ministry has set, for the notices at the top. */
  ministry?: (() => Promise<ClientSettings>) | undefined;
  /** For the first use, as long as there is nothing else to show. */
  empty: ReactNode;
  /** What can be done with a finished summary, or taken back of an earlier one; nothing where there is nothing to be done. */
  actions: ReactNode;
  /** Who is signed in to the relay; undefined where nobody signs in. */
  account?: PaneAccount | undefined;
  research?: ResearchPart | undefined;
}

const nothing: readonly HiddenText[] = [];

/** The pane: what it is about, and one task at a time; settings and models as views of it. */
export function SummaryPane<Source extends SummarySource>(props: SummaryPaneProps<Source>) {
  const { surroundings, options, state, flow, doing, research } = props;
  const { settings, stored, locale, failure, onSettings } = surroundings;
  const { work, outcome, foundClass } = state;
  const t = useTranslation();
  const styles = useStyles();
  const [view, setView] = useState<"task" | "settings" | "models">("task");
  const [task, setTask] = useState<PaneTask>("summary");
  // Which source is being compared over; another one closes it.
  const [comparing, setComparing] = useState<string>();
  const [masking, setMasking] = useState<ClientSettings["masking"]["default"]>("where-refused");
  const { models } = options;
  const list = models === undefined || models === "missing" ? models : models.models;
  const { switchedOff } = options;
  const purpose = {
    found: foundClass,
    size: state.size,
    languages: state.languages ?? [locale],
    switchedOff,
    now: new Date(),
  };
  // Of the task or of everything; a model that is switched off is another model's turn.
  const off = switchFor(switchedOff, { task: "summarize" });
  const choices = Array.isArray(list) ? modelChoices(t, list, purpose) : list;
  const planned = work.phase === "running" || work.phase === "confirming" ? work.plan.card.id : undefined;
  const selected = planned ?? shownModel(models, settings.model, purpose);
  const selectedCard = Array.isArray(list) ? list.find(({ id }) => id === selected) : undefined;
  const masksUnasked = selectedCard !== undefined && masksByPolicy(selectedCard, masking);
  const sourceKey = props.sourceKey ?? "";
  const isComparing = comparing === sourceKey && Array.isArray(choices);
  const leaveModels = () => {
    setView("task");
    document.querySelector<HTMLElement>("[data-part=model-chip]")?.focus();
  };
  const leaveComparison = () => {
    setComparing(undefined);
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-part=options]")?.focus());
  };
  const summary = isComparing ? (
    <LazyPart onBack={leaveComparison}>
      <CompareView
        flow={flow}
        choices={choices}
        selected={selected}
        length={options.length}
        language={locale}
        mask={options.mask}
        source={props.source}
        onShowSource={props.onShowSource}
        onClose={leaveComparison}
      />
    </LazyPart>
  ) : (
    <>
      {props.about}
      {(props.hidden !== undefined || props.unchecked !== undefined) && (
        <HiddenTextNote key={sourceKey} hidden={props.hidden ?? nothing} unchecked={props.unchecked} />
      )}
      <SummaryTask
        work={work}
        length={options.length}
        waiting={doing !== undefined}
        off={off && switchedOffText(t, off)}
        again={outcome !== undefined}
        onLength={options.onLength}
        onStart={props.onStart}
        more={
          <>
            {props.ministry !== undefined && (
              <TemplatePicker load={props.ministry} value={options.template?.id} onChange={options.onTemplate} />
            )}
            <MaskOption
              checked={options.mask(selectedCard) ?? masksUnasked}
              refuses={selectedCard?.refusesPersonalData === true}
              onChange={(mask) => options.onMask(selectedCard, mask)}
            />
          </>
        }
        onCompare={Array.isArray(choices) && off === undefined ? () => setComparing(sourceKey) : undefined}
        onCancel={() => flow.cancel()}
      />
      {failure !== undefined && <ConnectionFailure error={failure} />}
      {props.result}
      {work.phase === "idle" && outcome === undefined && state.failure === undefined && props.empty}
      {Boolean(props.actions) && <ShellFooter>{props.actions}</ShellFooter>}
    </>
  );
  return (
    <Shell
      scope={props.scope ?? t(failure === undefined ? "scope.connecting" : "scope.unavailable")}
      chips={
        <>
          <ClassBadge found={foundClass} />
          {task === "summary" && (
            <ModelChip
              choices={choices}
              selected={selected}
              open={view === "models"}
              disabled={work.phase !== "idle" || doing !== undefined}
              onToggle={() => setView(view === "models" ? "task" : "models")}
            />
          )}
        </>
      }
      tasks={
        research && (
          <TaskSwitch
            task={task}
            pending={research.pending}
            panelIsThere={view !== "settings"}
            onTask={(chosen) => {
              if (chosen === "research") research.onOpen();
              setTask(chosen);
              setView("task");
            }}
          />
        )
      }
      onSettings={() => setView(view === "settings" ? "task" : "settings")}
    >
      <PaneNotices
        load={props.ministry}
        models={Array.isArray(list) ? list : []}
        refused={state.failure?.error.code === "switched-off"}
        onTold={(told) => {
          options.onSwitchedOff(told.switchedOff);
          setMasking(told.masking.default);
        }}
      />
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
            account={props.account}
            onClose={() => setView("task")}
          />
        </Suspense>
      ) : (
        <div
          className={styles.panel}
          {...(research === undefined
            ? {}
            : {
                id: taskPanelId,
                role: "tabpanel",
                "aria-label": t(task === "summary" ? "pane.task" : "task.research"),
              })}
        >
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
          {task === "research" ? research?.view : summary}
          {task === "summary" && props.aside}
        </div>
      )}
      <SummarySendSheet
        plan={work.phase === "confirming" ? work.plan : undefined}
        hidden={props.hidden?.length}
        unchecked={props.unchecked}
        relayIsHere={props.relayIsHere}
        onConfirm={(plan, declared) => void flow.confirm(plan, declared)}
        onClose={() => flow.close()}
      />
    </Shell>
  );
}
