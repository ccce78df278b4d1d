import { formatNumberedBlock } from "../../prompts";
import {
  asGenaiError,
  GenaiError,
  type GenerateEvent,
  type Step,
  type StepRunner,
  type TranslateStep,
  type UsageEvent,
} from "../../vocabulary";
import { systemClock } from "../transport/clock";
import { defaultTimers } from "../transport/timers";
import { createPlamoTranslateClient } from "./plamo-client";
import { newDialect, type PlamoDialect } from "./plamo-contract";
import type { PlamoTranslateOptions } from "./plamo-options";
import { isTranslation } from "./prompt";
import { runSegment, type SegmentOutcome } from "./segment-run";
import {
  halvesOfSegment,
  holdsNoWords,
  longestSegment,
  longestTransformSegment,
  segmentsOf,
  type Segment,
} from "./segments";

/**
 * A StepRunner over PLaMo翻訳: translate steps between Japanese and English, nothing else. Each block is cut into segments
 * that fit the model, one request after the other; the words come in the form of `formatNumberedBlock`, a segment at a
 * time. A segment whose translation is cut, or that is refused as too long, is halved and asked for again; one without a
 * translation fails the run ("output-empty", "output-truncated"): no sentence is passed over. Terms and wishes are not part
 * of the contract and not sent. To its reader the whole run is one: one terminal event, one sum of tokens, one total timer.
 */
export function createPlamoTranslateRunner(options: PlamoTranslateOptions): StepRunner {
  const dialect = newDialect();
  return {
    run: (step, { signal } = {}) => ({
      [Symbol.asyncIterator]() {
        const controller = new AbortController();
        const abort = (): void => controller.abort();
        if (signal?.aborted === true) abort();
        else signal?.addEventListener("abort", abort, { once: true });
        const release = (): void => signal?.removeEventListener("abort", abort);
        const events = runStep(step, options, dialect, controller.signal, release);
        return {
          next: () => events.next(),
          // A generator would let its pending request finish before it returns.
          return: () => {
            abort();
            release();
            return events.return(undefined);
          },
        };
      },
    }),
  };
}

async function* runStep(
  step: Step,
  options: PlamoTranslateOptions,
  dialect: PlamoDialect,
  signal: AbortSignal,
  release: () => void,
): AsyncGenerator<GenerateEvent, undefined> {
  let partial = "";
  const tokens = new TokenSum();
  try {
    const translation = translateStepOf(step);
    const { to } = translation.options;
    const pending = planOf(translation, options);
    const ask = askerOf(translation, options, dialect, signal);
    for (let segment = pending.shift(); segment !== undefined; segment = pending.shift()) {
      const outcome = await ask(segment);
      if (outcome.type === "aborted") {
        yield { type: "aborted", partial };
        return;
      }
      tokens.add(outcome.usage);
      if (outcome.type === "halve") {
        const halves = halvesOfSegment(segment, to);
        if (halves !== undefined) {
          pending.unshift(...halves);
          continue;
        }
        if (outcome.otherwise !== undefined) throw outcome.otherwise;
      }
      const text = segment.gap + outcome.text;
      partial += text;
      yield { type: "text-delta", text };
      if (outcome.type !== "ended") continue;
      yield* tokens.events();
      yield { type: "finished", reason: outcome.reason };
      return;
    }
    yield* tokens.events();
    yield { type: "finished", reason: "stop" };
  } catch (thrown) {
    yield { type: "failed", error: asGenaiError(thrown), partial };
  } finally {
    release();
  }
}

function translateStepOf(step: Step): TranslateStep {
  if (step.task === "translate" && isTranslation(step.options.from, step.options.to)) return step;
  throw new GenaiError("model-cannot-do-task", "PLaMo translates between Japanese and English and does nothing else");
}

function planOf(step: TranslateStep, { card, mode }: PlamoTranslateOptions): Segment[] {
  const longest = mode === "transform" ? longestTransformSegment : longestSegment;
  const segments: Segment[] = [];
  step.blocks.forEach(({ text }, index) => {
    const lead = `${segments.length === 0 ? "" : "\n"}${formatNumberedBlock(index + 1, "")}`;
    segments.push(...segmentsOf(text, lead, step.options.to, card, longest));
  });
  if (segments.length === 0) throw new GenaiError("source-empty", "no block has text");
  return segments;
}

/** Asks for one segment after another, within the total time of the run. */
function askerOf(
  step: TranslateStep,
  options: PlamoTranslateOptions,
  dialect: PlamoDialect,
  signal: AbortSignal,
): (segment: Segment) => Promise<SegmentOutcome> {
  const { clock = systemClock, timers } = options;
  const { from, to } = step.options;
  const deadline = clock.now() + (timers?.totalMs ?? defaultTimers.totalMs);
  return async ({ text }) => {
    if (signal.aborted) return { type: "aborted" };
    // Rules of dashes and figures are the same in both languages; a model might make words of them.
    if (holdsNoWords(text)) return { type: "translated", text, usage: undefined };
    const totalMs = Math.max(0, deadline - clock.now());
    const client = createPlamoTranslateClient({ ...options, timers: { ...timers, totalMs } }, dialect);
    return runSegment(client, { text, from, to }, options, { signal });
  };
}

/** Tokens of all requests; told once, and not at all by a server that does not count. */
class TokenSum {
  private sum: UsageEvent | undefined;

  add(usage: UsageEvent | undefined): void {
    if (usage === undefined) return;
    this.sum = {
      type: "usage",
      inputTokens: (this.sum?.inputTokens ?? 0) + usage.inputTokens,
      outputTokens: (this.sum?.outputTokens ?? 0) + usage.outputTokens,
    };
  }

  events(): UsageEvent[] {
    return this.sum === undefined ? [] : [this.sum];
  }
}
