import { type Places } from "../../guards";
import type { Translator } from "../../i18n";
import { type TextCount } from "../../language";
import {
  GenaiError,
  type ConfidentialityClass,
  type Finding,
  type ModelCard,
  type RunReport,
  type Step,
  type TaskEvent,
  type TaskLanguage,
} from "../../vocabulary";
import { type SwitchedOff } from "../../relay-client/switch-for";
import {
  type Judgement,
  type ModelOffer,
  type SummaryEngine,
  type SummaryGate,
  type SummarySource,
} from "../summary/summary-engine";
import type { SendPlan, TaskFlowEvent, TaskOutcome, TaskOutput } from "./task-state";
/** What the person has set; asked for at each click. */
export interface TaskChoices {
  model: string | undefined;
  /** Of the result. */
  language: TaskLanguage;
  /** 氏名などを伏せて送る for a model, as the person chose it; undefined when they did not. */
  mask?(card: ModelCard): boolean | undefined;
  /** What is known to be switched off. */
  switchedOff?: readonly SwitchedOff[];
}
/** What the flow asks of an engine: the gate, masking, and the way to tell what became of a result. */
export type FlowEngine = SummaryGate & Pick<SummaryEngine, "mask" | "report">;
/** What goes along with a source that is sent. */
export interface Sending<Source extends SummarySource> {
  plan: SendPlan<Source>;
  /** The higher of the class that was found and the one the person stands for. */
  declaredClass: ConfidentialityClass;
  confirmed: boolean;
  /** UUID of the run. */
  run: string;
  signal: AbortSignal;
}
export interface TaskFlowOptions<
  Source extends SummarySource,
  Result extends TaskOutput,
  Engine extends FlowEngine = FlowEngine,
> {
  task: Step["task"];
  engine(): Promise<Engine>;
  /** The models; asks the relay again when it could not be reached before. */
  offer(): Promise<ModelOffer>;
  choices(): TaskChoices;
  translator(): Translator;
  now(): Date;
  /** Waits for Office; what can be read then. */
  connect(): Promise<{
    read(signal: AbortSignal): Promise<Source>;
  }>;
  /** Every place of the source where a marking may stand. */
  places(source: Source): Places;
  /** Throws when the source is no longer the one the person is looking at; asked right before the text leaves. */
  requireCurrent?(source: Source): void;
  /** What the task adds to the plan: its own wishes, and what leaves besides the source. */
  plan?(source: Source, engine: Engine): Partial<SendPlan<Source>>;
  /** Runs the task on what the plan sends. */
  perform(engine: Engine, sending: Sending<Source>): AsyncIterable<TaskEvent<Result>>;
  /** The result as it leaves the pane, with its label. */
  resultText(t: Translator, outcome: TaskOutcome<Source, Result>): string;
  dispatch(event: TaskFlowEvent<Source, Result>): void;
}
/** What every way to a result stands on: the source as it was read, what the gate says, and what can be asked. */
export interface TaskBasis<Source extends SummarySource, Engine extends FlowEngine = FlowEngine> {
  source: Source;
  judgement: Judgement;
  engine: Engine;
  offer: ModelOffer;
  /** Languages a model must know: of the source and of the result. */
  languages: TaskLanguage[];
  size: TextCount;
}
/** What the person can do. Unless it says so, nothing here rejects: what goes wrong arrives as an event. */
export interface TaskFlow<
  Source extends SummarySource,
  Result extends TaskOutput,
  Engine extends FlowEngine = FlowEngine,
> {
  /** The task, or only a look at what would be sent. */
  start(intent: "run" | "look"): Promise<void>;
  /** The answer to the send sheet. */
  confirm(plan: SendPlan<Source>, declared: ConfidentialityClass): Promise<void>;
  /** 中止, in any phase; the pane is back at once. */
  cancel(): void;
  /** Stops without a word: the source has gone, and what runs for it is of no use. */
  abandon(): void;
  /** Puts the send sheet away; nothing was sent. */
  close(): void;
  /** Reads and judges the source, for another way to a result. Rejects with a GenaiError. */
  prepare(signal: AbortSignal): Promise<TaskBasis<Source, Engine>>;
  /** Throws when the source is no longer the one the person is looking at. */
  requireCurrent(source: Source): void;
  /** Makes one that came another way, and that the person has chosen among others, the result. */
  adopt(outcome: TaskOutcome<Source, Result>): void;
  /**
   * 破棄: puts the result away. It counts as rejected when nothing was done with it, or what was done was taken back; a new
   * one in its place, or leaving the pane, does not.
   */
  discard(outcome: TaskOutcome<Source, Result>): void;
  /** Puts the result on the clipboard, with its label. */
  copy(outcome: TaskOutcome<Source, Result>): Promise<void>;
  /** Tells the relay what became of a result: taken, undone, of use or not. Nobody waits for it. */
  tell(outcome: TaskOutcome<Source, Result>, what: Omit<RunReport, "run" | "findings">): void;
}
/** Makes the error for the person, and tells the engineer at the console what it came from; neither holds a text. */
export declare function toldError(thrown: unknown): GenaiError;
/** Rejects with `aborted` as soon as the signal fires, whatever the promise does. */
export declare function orAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value>;
/** Tells the relay what the guards found in a result; nothing when they found nothing. */
export declare function tellFindings(engine: Pick<FlowEngine, "report">, run: string, found: readonly Finding[]): void;
/** The way of a task from click to preview: read, judge, choose a model, ask, send, stream. Of the DOM it knows the clipboard. */
export declare function createTaskFlow<
  Source extends SummarySource,
  Result extends TaskOutput,
  Engine extends FlowEngine = FlowEngine,
>(options: TaskFlowOptions<Source, Result, Engine>): TaskFlow<Source, Result, Engine>;
