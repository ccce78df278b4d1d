import { mayReceive, type Places } from "../../guards";
import type { Translator } from "../../i18n";
import { countText, type TextCount } from "../../language";
import { chooseModel, dateInJapan, fallbacksOf, isOpen } from "../../models";
import {
  findingsByCode,
  GenaiError,
  higherClass,
  type ConfidentialityClass,
  type Finding,
  type ModelCard,
  type RunReport,
  type Step,
  type TaskEvent,
  type TaskLanguage,
} from "../../vocabulary";
import { copyText } from "../copy-text";
import { toldError } from "./told-error";
import { diagnose } from "../diagnostics";
import { knows, languagesNeeded } from "../models/languages-needed";
import { modelNote } from "../models/model-choices";
import { createPreviewBatcher } from "../preview-batcher";
import { switchFor, type SwitchedOff } from "../../relay-client/switch-for";
import {
  decidingMarking,
  type Judgement,
  type ModelOffer,
  type Refusal,
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
  connect(): Promise<{ read(signal: AbortSignal): Promise<Source> }>;
  /** Every place of the source where a marking may stand. */
  places(source: Source): Places;
  /** Throws when the source is no longer the one the person is looking at; asked right before the text leaves. */
  requireCurrent?(source: Source): void;
  /** Language of the result, where it is not the one of the choices. */
  languageOf?(source: Source): TaskLanguage;
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

/** Rejects with `aborted` as soon as the signal fires, whatever the promise does. */
export function orAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new GenaiError("aborted", "cancelled by the person"));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** Tells the relay what the guards found in a result; nothing when they found nothing. */
export function tellFindings(engine: Pick<FlowEngine, "report">, run: string, found: readonly Finding[]): void {
  const findings = findingsByCode(found);
  if (findings !== undefined) engine.report?.({ run, findings });
}

/** The class a model must be cleared for: while a person has to answer, that of the strictest answer that may be sent. */
function receivedClass(judgement: Judgement): ConfidentialityClass {
  return judgement.decision === "ask" ? "2" : judgement.class;
}

function refused(code: Refusal, judgement: Judgement) {
  return { error: new GenaiError(code, "refused by the gate in the pane"), marking: decidingMarking(judgement) };
}

/** The way of a task from click to preview: read, judge, choose a model, ask, send, stream. Of the DOM it knows the clipboard. */
export function createTaskFlow<
  Source extends SummarySource,
  Result extends TaskOutput,
  Engine extends FlowEngine = FlowEngine,
>(options: TaskFlowOptions<Source, Result, Engine>): TaskFlow<Source, Result, Engine> {
  type Report = (event: TaskFlowEvent<Source, Result>) => void;
  let current: AbortController | undefined;
  /** Runs whose result was used. */
  const used = new Set<string>();

  /** Runs one piece of work; what it reports after 中止 or after a newer click is dropped. */
  async function work(body: (signal: AbortSignal, report: Report) => Promise<void>): Promise<void> {
    current?.abort();
    const own = new AbortController();
    current = own;
    const report: Report = (event) => {
      if (!own.signal.aborted) options.dispatch(event);
    };
    try {
      await body(own.signal, report);
    } catch (thrown) {
      if (own.signal.aborted) return;
      report({ type: "failed", failure: { error: toldError(thrown) } });
    } finally {
      if (current === own) current = undefined;
    }
  }

  async function send(
    engine: Engine,
    plan: SendPlan<Source>,
    declared: ConfidentialityClass,
    signal: AbortSignal,
    report: Report,
  ): Promise<void> {
    const confirmed = plan.judgement.decision === "ask";
    const declaredClass = higherClass(plan.judgement.class, declared);
    const refusal = engine.refusal({ ...plan.judgement, class: declaredClass }, plan.card, confirmed);
    if (refusal !== undefined) {
      report({ type: "failed", failure: refused(refusal, plan.judgement) });
      return;
    }
    options.requireCurrent?.(plan.source);
    report({ type: "running", plan });
    const texts = createPreviewBatcher((text, restarted) => report({ type: "preview", text, restarted }));
    const run = crypto.randomUUID();
    try {
      for await (const event of options.perform(engine, { plan, declaredClass, confirmed, run, signal })) {
        switch (event.type) {
          case "planned":
            report({ type: "planned", total: event.steps });
            break;
          case "progress":
            report(event);
            break;
          case "model-switched": {
            const { from, to, reason } = event;
            report({ type: "switched", change: { from, to, reason } });
            break;
          }
          case "preview":
            texts.push(event);
            break;
          case "completed":
            texts.flush();
            report({ type: "completed", outcome: { plan, declaredClass, result: event.result, run } });
            tellFindings(engine, run, event.result.findings);
            return;
          case "aborted":
            report({ type: "cancelled" });
            return;
          case "failed":
            throw event.error;
        }
      }
      throw new GenaiError("internal", "the task ended without saying how");
    } finally {
      texts.cancel();
    }
  }

  async function read(signal: AbortSignal, report: Report): Promise<TaskBasis<Source, Engine>> {
    report({ type: "connecting" });
    const [office, engine, offer] = await orAbort(
      Promise.all([options.connect(), options.engine(), options.offer()]),
      signal,
    );
    report({ type: "reading" });
    const source = await orAbort(office.read(signal), signal);
    const judgement = engine.judge(options.places(source));
    const texts = source.blocks.map(({ text }) => text);
    const language = options.languageOf?.(source) ?? options.choices().language;
    const languages = languagesNeeded(language, texts.join("\n"));
    const size = countText(...texts);
    report({ type: "judged", foundClass: judgement.class, size, languages });
    return { source, judgement, engine, offer, languages, size };
  }

  function tell({ run }: TaskOutcome<Source, Result>, what: Omit<RunReport, "run" | "findings">): void {
    if (run === undefined) return;
    if (what.decision === "accepted") used.add(run);
    else if (what.decision === "undone") used.delete(run);
    options.engine().then(
      (engine) => engine.report?.({ run, ...what }),
      (thrown: unknown) => diagnose("what became of a result could not be told", thrown),
    );
  }

  function abandon(): void {
    current?.abort();
    current = undefined;
  }

  return {
    abandon,
    async prepare(signal) {
      abandon();
      // Its own phases are its own to show; what the gate found belongs to the source.
      return read(signal, (event) => {
        if (event.type === "judged" && !signal.aborted) options.dispatch(event);
      });
    },
    requireCurrent: (source) => options.requireCurrent?.(source),
    adopt(outcome) {
      abandon();
      options.dispatch({ type: "completed", outcome });
      tell(outcome, { decision: "accepted" });
    },
    discard(outcome) {
      const rejected = outcome.run !== undefined && !used.has(outcome.run);
      options.dispatch({ type: "discarded", outcome, rejected });
      if (rejected) tell(outcome, { decision: "rejected" });
    },
    start: (intent) =>
      work(async (signal, report) => {
        const { source, judgement, engine, offer, languages, size } = await read(signal, report);
        if (judgement.decision === "block") {
          report({ type: "failed", failure: refused("confidentiality-blocked", judgement) });
          return;
        }
        const { model, switchedOff } = options.choices();
        const running = offer.models.filter(({ id }) => switchFor(switchedOff, { model: id }) === undefined);
        if (running.length === 0 && offer.models.length > 0) {
          throw new GenaiError("switched-off", "every model is switched off");
        }
        const knowing = running.filter((one) => knows(one, languages));
        const card = chooseModel(knowing, {
          task: options.task,
          class: judgement.class,
          defaultModel: offer.defaultModel,
          today: dateInJapan(options.now()),
          ...(model === undefined ? {} : { preferred: model }),
        });
        if (card === undefined) {
          const cleared = running.some((one) => mayReceive(one, judgement.class));
          const error = new GenaiError("model-cannot-do-task", "no model knows the languages of source and result");
          report({ type: "failed", failure: cleared ? { error } : refused("model-not-cleared", judgement) });
          return;
        }
        const named = (id: string | undefined) => offer.models.find((one) => one.id === id);
        const wanted = named(model) ?? named(offer.defaultModel);
        const other = wanted !== undefined && wanted.id !== card.id ? wanted : undefined;
        const isUncleared = other !== undefined && !mayReceive(other, judgement.class);
        const isForeign = other !== undefined && !isUncleared && !knows(other, languages);
        const fallbacks = fallbacksOf(card, running, {
          task: options.task,
          class: receivedClass(judgement),
          languages,
          now: options.now(),
        });
        const standIn = isOpen(card, options.now()) ? undefined : fallbacks[0];
        const note = modelNote(options.translator(), card, offer.models, {
          found: judgement.class,
          size,
          languages,
          switchedOff,
          now: options.now(),
        });
        const masked = await orAbort(
          Promise.resolve(engine.mask?.(source.blocks, card, options.choices().mask?.(card))),
          signal,
        );
        const plan: SendPlan<Source> = {
          source,
          judgement,
          card,
          models: offer.models,
          fallbacks,
          ...(note === undefined ? {} : { notes: [note] }),
          ...(masked === undefined ? {} : { masked }),
          ...(standIn === undefined ? {} : { standIn }),
          ...(isUncleared || isForeign ? { passedOver: other, passedOverForLanguage: isForeign } : {}),
          ...options.plan?.(source, engine),
        };
        const isUnsure = judgement.decision === "ask" || (source.unchecked ?? 0) > 0 || plan.leftOut === true;
        if (intent === "look" || isUnsure || judgement.class === "2") {
          report({ type: "confirming", plan });
        } else await send(engine, plan, judgement.class, signal, report);
      }),
    confirm: (plan, declared) =>
      work(async (signal, report) => {
        const engine = await orAbort(options.engine(), signal);
        await send(engine, plan, declared, signal, report);
      }),
    cancel() {
      abandon();
      options.dispatch({ type: "cancelled" });
    },
    close() {
      options.dispatch({ type: "cancelled", silent: true });
    },
    async copy(outcome) {
      const worked = await copyText(options.resultText(options.translator(), outcome));
      options.dispatch({ type: "copied", worked });
      if (worked) tell(outcome, { decision: "accepted" });
    },
    tell,
  };
}
