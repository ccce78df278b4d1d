import {
  asGenaiError,
  GenaiError,
  type Finding,
  type ModelCard,
  type ModelSwitchedEvent,
  type Step,
  type StepRunner,
  type UsageEvent,
} from "../../vocabulary";
import { cleanText, dropForeignLinks } from "../../guards";
import { AnswerLimit } from "./answer-limit";
import { continuationOf, leavesAnswer, mayGoOn, mostContinuations } from "./continuation";
import { HeardText } from "./heard-text";
import { answerStart, wholeClauses } from "./resume-point";
import { endsSentence, Seam } from "./seam";

/** A whole answer ("stop"), or one that was cut by a limit and could not be continued ("length"). */
export interface StepOutcome {
  text: string;
  reason: "stop" | "length";
  /** Id of the model that wrote it. */
  model: string;
  /** Links and pictures that were taken out because the step has no such address; left out where there were none. */
  foreignLinks?: Finding[];
  /** Sum over the step and its continuations. */
  usage?: Omit<UsageEvent, "type">;
}

export interface StepListener {
  text(delta: string): void;
  /** All the words of the step so far, in the place of those that were heard: its last clause was written otherwise. */
  restarted(text: string): void;
  modelSwitched(event: ModelSwitchedEvent): void;
}

/**
 * Runs a step to its end. An answer that a limit cut is continued behind its last whole clause, at most three times, while
 * it grows, the model can go on (`cards` says which can) and its context has room; to the listener it is one text. Links that
 * the step does not have, and characters that nobody sees, are taken out of it.
 * @throws GenaiError
 */
export async function runStep(
  step: Step,
  runner: StepRunner,
  signal: AbortSignal,
  listener: StepListener,
  cards: readonly ModelCard[],
): Promise<StepOutcome> {
  const limit = new AnswerLimit(step);
  const heard = new HeardText(listener);
  const written = step.written ?? "";
  const begun = step.written === undefined ? undefined : new Seam(written);
  let outcome = await runOnce(step, runner, signal, heard, limit, begun);
  for (let round = 0; round < mostContinuations && outcome.reason === "length"; round += 1) {
    const kept = keptOf(outcome.text);
    const next = continuationOf(step, outcome.model, written + kept, cards);
    if (next === undefined) break;
    const seam = new Seam(written + kept);
    heard.resumeBehind(kept);
    let rest: StepOutcome;
    try {
      rest = await runOnce(next, runner, signal, heard, limit, seam);
    } catch (thrown) {
      const error = asGenaiError(thrown);
      if (!leavesAnswer(error) || signal.aborted) throw error;
      break;
    }
    const before = outcome.text;
    outcome = joined(outcome, kept, rest, seam);
    if (!mayGoOn(before, outcome.text)) break;
  }
  const { text, findings } = dropForeignLinks(cleanText(outcome.text).text, textsOf(step));
  heard.settle(text);
  return { ...outcome, text, ...(findings.length === 0 ? {} : { foreignLinks: findings }) };
}

/** Every text that a step holds: whatever of them an answer repeats is none of the model's own. */
function textsOf(step: Step): string[] {
  const texts = step.blocks.flatMap(({ text, label }) => (label === undefined ? [text] : [text, label]));
  const open: unknown[] = [step.options, step.written];
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (typeof value === "string") texts.push(value);
    else if (typeof value === "object" && value !== null) open.push(...(Object.values(value) as unknown[]));
  }
  return texts;
}

/** The part of a cut answer that is gone on with; what the model thought before it stays as it is. */
function keptOf(answer: string): string {
  const start = answerStart(answer);
  return answer.slice(0, start) + wholeClauses(answer.slice(start));
}

/**
 * An answer and its rest, which takes the place of the clause that broke off. A rest that began over again, or that is
 * missing after half a sentence, completes nothing; nor does one that was cut before it got any further.
 */
function joined(first: StepOutcome, kept: string, rest: StepOutcome, seam: Seam): StepOutcome {
  const text = kept + rest.text;
  const nothing = seam.beganAgain || rest.text.trim() === "";
  const taken = !nothing && (rest.reason === "stop" || text.length > first.text.length);
  const wasWhole = kept === first.text && endsSentence(first.text);
  const complete = rest.reason === "stop" && !seam.beganAgain && (taken || wasWhole);
  const usage = addUsage(first.usage, rest.usage);
  return {
    text: taken ? text : first.text,
    reason: complete ? "stop" : "length",
    model: rest.model,
    ...(usage === undefined ? {} : { usage }),
  };
}

/** Sum of two counts; undefined when nothing was counted. */
export function addUsage(a: StepOutcome["usage"], b: StepOutcome["usage"]): StepOutcome["usage"] {
  if (a === undefined || b === undefined) return a ?? b;
  return { inputTokens: a.inputTokens + b.inputTokens, outputTokens: a.outputTokens + b.outputTokens };
}

async function runOnce(
  step: Step,
  runner: StepRunner,
  signal: AbortSignal,
  listener: HeardText,
  limit: AnswerLimit,
  seam: Seam | undefined,
): Promise<StepOutcome> {
  if (signal.aborted) throw new GenaiError("aborted", "the task was cancelled");
  // A signal of its own for each step: what a runner hangs on it goes when the step goes.
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal.addEventListener("abort", abort, { once: true });
  const texts: string[] = [];
  let model = step.model;
  let usage: StepOutcome["usage"];
  const take = (text: string): void => {
    if (text === "") return;
    limit.take(text);
    texts.push(text);
    listener.text(text);
  };
  const ended = (reason: StepOutcome["reason"]): StepOutcome => ({
    text: texts.join(""),
    reason,
    model,
    ...(usage === undefined ? {} : { usage }),
  });
  try {
    for await (const event of runner.run(step, { signal: controller.signal })) {
      switch (event.type) {
        case "text-delta":
          if (seam === undefined) take(event.text);
          else {
            limit.takeUnseen(event.text);
            take(seam.push(event.text));
            // The finally below, and the runner's own end, close what would only be repeated.
            if (seam.beganAgain) return ended("length");
          }
          break;
        case "usage":
          usage = { inputTokens: event.inputTokens, outputTokens: event.outputTokens };
          break;
        case "model-switched":
          model = event.to;
          listener.modelSwitched(event);
          break;
        case "progress":
        case "accepted":
        case "waiting":
        case "artifact":
          break;
        case "aborted":
          throw new GenaiError("aborted", "the step was cancelled");
        case "failed":
          throw event.error;
        case "finished": {
          if (seam !== undefined) take(seam.flush());
          if (event.reason === "stop" || event.reason === "length") return ended(event.reason);
          if (event.reason === "content_filter") throw new GenaiError("content-blocked", "the answer was filtered");
          throw new GenaiError("upstream-error", `the model stopped for another reason: ${event.reason}`);
        }
      }
    }
  } catch (thrown) {
    throw asGenaiError(thrown);
  } finally {
    signal.removeEventListener("abort", abort);
    // Ends the model's work as well when it was this side that gave up.
    controller.abort();
  }
  throw new GenaiError("incomplete-stream", "the runner ended without a terminal event", { retryable: true });
}
