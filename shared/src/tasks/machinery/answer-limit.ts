import { GenaiError, type Step } from "../../vocabulary";
import { OutputCleaner } from "../output/output-cleaner";

/** Beyond this, in UTF-16 units, also thinking and marks around an answer are a fault of the model. */
const longestRaw = 400_000;

/**
 * Characters (UTF-16 units) after which an answer is no longer one to the step: four times those asked for, and at
 * least 2,000 more; 30,000 where none were asked for. What is a little too long is adjusted later; a model that does not stop is stopped here, because
 * reading and checking its words would hold the pane.
 */
export function longestAnswer(step: Step): number {
  switch (step.task) {
    case "summarize":
      return beyond(step.options.targetCharacters);
    case "minutes":
    case "thread":
      return step.options.targetCharacters === undefined ? longestRaw : beyond(step.options.targetCharacters);
    case "reply":
    case "answer":
    case "ask":
      return longestLetter;
    default:
      return longestRaw;
  }
}

/** A mail or an answer of twenty pages is none. */
const longestLetter = 30_000;

function beyond(targetCharacters: number): number {
  return Math.max(targetCharacters * 4, targetCharacters + 2_000);
}

/** Counts the words of an answer as they arrive. What a model thinks before it answers, and citation marks, are none. */
export class AnswerLimit {
  private readonly cleaner = new OutputCleaner();
  private readonly longest: number;
  private words = 0;
  private raw = 0;

  constructor(step: Step) {
    this.longest = longestAnswer(step);
  }

  /** @throws GenaiError "output-too-long" */
  take(delta: string): void {
    this.raw += delta.length;
    this.words += this.cleaner.push(delta).length;
    this.check();
  }

  /**
   * Counts what a model says before it goes on with an answer, and which nobody will see.
   * @throws GenaiError "output-too-long"
   */
  takeUnseen(delta: string): void {
    this.raw += delta.length;
    this.check();
  }

  private check(): void {
    if (this.words > this.longest || this.raw > longestRaw)
      throw new GenaiError("output-too-long", "the model did not stop");
  }
}
