import {
  asGenaiError,
  GenaiError,
  type ConfidentialityClass,
  type GenerateEvent,
  type ModelCard,
  type ModelSwitchedEvent,
  type Step,
  type StepRunner,
} from "../vocabulary";
import { fallbacksOf } from "./fallback-order";
import { leavableRun, type RunHandle } from "./leavable-run";
import { RestingModels } from "./resting-models";
import { isRetired } from "./retirement";
import { dateInJapan, isOpen } from "./service-hours";
import { steadyEvents } from "./steady-events";
import { stepFits } from "./step-fits";
import { languagesOfStep } from "./step-languages";
import { mayAskAnother } from "./switch-reason";

export interface FallbackRunnerOptions {
  runner: StepRunner;
  /** The models on offer; a function is asked for each step. */
  cards: readonly ModelCard[] | (() => readonly ModelCard[]);
  now?: () => Date;
  /** Class that decides which models may be asked; the step's declared class when left out. */
  classOf?: (step: Step) => ConfidentialityClass;
  /**
   * True for a failure that every model would meet, such as a relay that cannot be reached: then none is asked in turn.
   */
  concernsAll?: (error: GenaiError) => boolean;
}

type SwitchReason = ModelSwitchedEvent["reason"];

/**
 * A StepRunner that asks the fallbacks of a step's model, in their order, when the model failed before any word came, is
 * closed or gone, or has no room for the step. Each switch is told by `model-switched` before the words; the step that is
 * sent on names the model it is sent to. When nobody can answer, the failure is that of the model that was asked first.
 * After the first word, for a step that goes on with an answer, and for AI apps nobody else is asked.
 */
export function createFallbackRunner(options: FallbackRunnerOptions): StepRunner {
  const resting = new RestingModels();
  return {
    run: (step, runOptions = {}) => leavableRun((handle) => runStep(step, options, resting, handle), runOptions),
  };
}

async function* runStep(
  step: Step,
  options: FallbackRunnerOptions,
  resting: RestingModels,
  handle: RunHandle,
): AsyncGenerator<GenerateEvent, void, undefined> {
  let chain: AsyncGenerator<GenerateEvent, void, undefined>;
  try {
    const cards = typeof options.cards === "function" ? options.cards() : options.cards;
    const first = cards.find(({ id }) => id === step.model);
    const fixed = first === undefined || step.task === "research" || step.written !== undefined;
    chain = fixed
      ? steadyEvents(() => options.runner.run(step, { signal: handle.signal }), handle.onOpened)
      : runChain(step, planned(step, first, cards, options, resting), options, resting, handle);
  } catch (thrown) {
    yield { type: "failed", error: asGenaiError(thrown), partial: "" };
    return;
  }
  yield* chain;
}

/** Who is asked, in turn, and why the first one is not. */
interface Plan {
  first: ModelCard;
  others: ModelCard[];
  reason: SwitchReason | undefined;
}

function planned(
  step: Step,
  first: ModelCard,
  cards: readonly ModelCard[],
  options: FallbackRunnerOptions,
  resting: RestingModels,
): Plan {
  const now = options.now?.() ?? new Date();
  const question = {
    task: step.task,
    class: options.classOf?.(step) ?? step.declaredClass,
    languages: languagesOfStep(step),
    now,
  };
  const able = fallbacksOf(first, cards, question).filter((card) => stepFits(step, card));
  // Who failed a moment ago is asked last, and the first model not before somebody else could answer.
  const others = [
    ...able.filter(({ id }) => resting.reasonOf(id, now) === undefined),
    ...able.filter(({ id }) => resting.reasonOf(id, now) !== undefined),
  ];
  const rested = others.length > 0 ? resting.reasonOf(first.id, now) : undefined;
  return { first, others, reason: obstacle(step, first, now, others.length > 0) ?? rested };
}

async function* runChain(
  step: Step,
  { first, others, reason: obstacleOfFirst }: Plan,
  options: FallbackRunnerOptions,
  resting: RestingModels,
  handle: RunHandle,
): AsyncGenerator<GenerateEvent, void, undefined> {
  let card = first;
  let failure: GenerateEvent | undefined;
  let reason = obstacleOfFirst;
  for (;;) {
    if (reason === undefined) {
      const end = yield* attempt(step, card, options, handle);
      if (end === undefined) return;
      failure ??= end;
      resting.rest(card.id, end.error, options.now?.() ?? new Date());
      reason = end.error.code;
      // More room is the only thing that helps a step that was too large.
      const asked = card;
      if (reason === "input-too-large") dropUnless(others, (other) => other.contextTokens > asked.contextTokens);
    }
    const next = others.shift();
    if (next === undefined) break;
    if (handle.signal.aborted) {
      yield { type: "aborted", partial: "" };
      return;
    }
    yield { type: "model-switched", from: card.id, to: next.id, reason };
    card = next;
    reason = undefined;
  }
  yield failure ?? { type: "failed", error: closedError(first, reason), partial: "" };
}

/** Why a model is not asked at all; undefined when it is. An estimate of size counts only where somebody else has room. */
function obstacle(step: Step, card: ModelCard, now: Date, others: boolean): SwitchReason | undefined {
  if (isRetired(card, dateInJapan(now))) return "model-unknown";
  if (!isOpen(card, now)) return "closed";
  return others && !stepFits(step, card) ? "too-small" : undefined;
}

/** Runs the step with one model; returns its failure when another may be asked, undefined when its end was handed on. */
async function* attempt(
  step: Step,
  card: ModelCard,
  { runner, concernsAll }: FallbackRunnerOptions,
  { signal, onOpened }: RunHandle,
): AsyncGenerator<GenerateEvent, Extract<GenerateEvent, { type: "failed" }> | undefined, undefined> {
  let committed = false;
  for await (const event of steadyEvents(() => runner.run({ ...step, model: card.id }, { signal }), onOpened)) {
    if (event.type === "failed" && !committed && event.partial === "") {
      if (mayAskAnother(event.error) && concernsAll?.(event.error) !== true) return event;
    }
    committed ||= (event.type === "text-delta" && event.text !== "") || event.type === "accepted";
    committed ||= event.type === "artifact";
    yield event;
  }
  return undefined;
}

function closedError(card: ModelCard, reason: SwitchReason | undefined): GenaiError {
  return reason === "model-unknown"
    ? new GenaiError("model-unknown", `${card.id} is no longer offered, and nobody stands in for it`)
    : new GenaiError("unavailable", `${card.id} is closed, and nobody stands in for it`);
}

function dropUnless(cards: ModelCard[], keep: (card: ModelCard) => boolean): void {
  cards.splice(0, cards.length, ...cards.filter(keep));
}
