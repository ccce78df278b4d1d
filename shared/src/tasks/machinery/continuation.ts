import { canContinue, stepFits } from "../../models";
import type { GenaiError, ModelCard, Step } from "../../vocabulary";
import { answerStart } from "./resume-point";

/** How often a cut answer is continued. A model that needs more was asked for too much. */
export const mostContinuations = 3;
/** New characters that a continuation must bring to be worth another one. */
const leastProgress = 10;

/**
 * The step that asks a model to go on where a limit cut it; undefined when it cannot, is not known, has written nothing
 * yet, or has no room for its own words.
 */
export function continuationOf(
  step: Step,
  model: string,
  written: string,
  cards: readonly ModelCard[],
): Step | undefined {
  const card = cards.find(({ id }) => id === model);
  // Thoughts are no part of an answer; a model that was cut while it thought has not begun.
  const words = written.slice(answerStart(written));
  if (card === undefined || !canContinue(card) || words.trim() === "") return undefined;
  const next: Step = { ...step, model, written: words };
  return stepFits(next, card) ? next : undefined;
}

/** True when a continuation brought enough to ask for one more. */
export function mayGoOn(before: string, now: string): boolean {
  return now.trimEnd().length - before.trimEnd().length >= leastProgress;
}

/** True for a failure after which a cut answer is still what it was: it can be asked for anew. */
export function leavesAnswer(error: GenaiError): boolean {
  return error.code !== "aborted" && error.code !== "internal" && error.code !== "output-too-long";
}
