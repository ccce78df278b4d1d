import { lazy, useState, type ReactNode } from "react";
import type { HiddenText } from "../../guards";
import type { ClientSettings } from "../../relay-client";
import type { Statement } from "../../vocabulary";
import { CompareView } from "../compare/lazy-view";
import { HiddenTextNote } from "../HiddenTextNote";
import { LazyPart } from "../LazyPart";
import { ConnectionFailure, type PaneSurroundings } from "../office";
import { ShellFooter } from "../ShellFooter";
import { MaskOption } from "../task/lazy-mask-option";
import type { PaneModels } from "../task/use-pane-models";
import { masksByPolicy } from "./masking-policy";
import type { SummarySource } from "./summary-engine";
import type { SummaryFlow } from "./summary-flow";
import type { SummaryState } from "./summary-state";
import { SummaryTask } from "./SummaryTask";
import type { SummaryOptions } from "./use-summary-options";

/** Comes when the options are opened. */
const TemplatePicker = lazy(() => import(/* webpackChunkName: "template-picker" */ "./TemplatePicker"));

export interface SummaryWorkspaceProps<Source extends SummarySource> {
  surroundings: PaneSurroundings<unknown>;
  options: SummaryOptions;
  models: PaneModels;
  state: SummaryState<Source>;
  flow: Pick<SummaryFlow<Source>, "cancel" | "prepare" | "requireCurrent" | "adopt">;
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
  /** What the ministry has set: its 定型. */
  ministry?: (() => Promise<ClientSettings>) | undefined;
  /** For the first use, as long as there is nothing else to show. */
  empty: ReactNode;
  /** What can be done with a finished summary, or taken back of an earlier one; nothing where there is nothing to be done. */
  actions: ReactNode;
}

const nothing: readonly HiddenText[] = [];

/** 要約 as a task of a pane: options, button, result; or the comparison of several models in their place. */
export function SummaryWorkspace<Source extends SummarySource>(props: SummaryWorkspaceProps<Source>) {
  const { surroundings, options, models, state, flow, doing } = props;
  const { work, outcome } = state;
  // Which source is being compared over; another one closes it.
  const [comparing, setComparing] = useState<string>();
  const { choices, card, off } = models;
  const sourceKey = props.sourceKey ?? "";
  const leaveComparison = () => {
    setComparing(undefined);
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-part=options]")?.focus());
  };
  if (comparing === sourceKey && Array.isArray(choices)) {
    return (
      <>
        <LazyPart onBack={leaveComparison}>
          <CompareView
            flow={flow}
            choices={choices}
            selected={models.selected}
            length={options.length}
            language={surroundings.locale}
            mask={options.mask}
            source={props.source}
            onShowSource={props.onShowSource}
            onClose={leaveComparison}
          />
        </LazyPart>
        {props.aside}
      </>
    );
  }
  return (
    <>
      {props.about}
      {(props.hidden !== undefined || props.unchecked !== undefined) && (
        <HiddenTextNote key={sourceKey} hidden={props.hidden ?? nothing} unchecked={props.unchecked} />
      )}
      <SummaryTask
        work={work}
        length={options.length}
        waiting={doing !== undefined}
        off={off}
        again={outcome !== undefined}
        onLength={options.onLength}
        onStart={props.onStart}
        more={
          <>
            {props.ministry !== undefined && (
              <TemplatePicker load={props.ministry} value={options.template?.id} onChange={options.onTemplate} />
            )}
            <MaskOption
              checked={options.mask(card) ?? (card !== undefined && masksByPolicy(card, options.maskingDefault))}
              refuses={card?.refusesPersonalData === true}
              onChange={(mask) => options.onMask(card, mask)}
            />
          </>
        }
        onCompare={Array.isArray(choices) && off === undefined ? () => setComparing(sourceKey) : undefined}
        onCancel={() => flow.cancel()}
      />
      {surroundings.failure !== undefined && <ConnectionFailure error={surroundings.failure} />}
      {props.result}
      {work.phase === "idle" && outcome === undefined && state.failure === undefined && props.empty}
      {Boolean(props.actions) && <ShellFooter>{props.actions}</ShellFooter>}
      {props.aside}
    </>
  );
}
