import { GenaiError, type ModelCard, type Step, type StepRunner, type UsageEvent } from "../../vocabulary";
import { PreviewStream } from "./preview-stream";
import { addUsage } from "./run-step";
import { settleSteps } from "./run-steps";
import type { TaskContext } from "./run-task";
import type { StepProgress } from "./step-progress";

/**
 * What became of a step: a whole answer, one that a limit cut although it was continued ("length"), or none, because the
 * model had no room for the step after all ("too-large").
 */
export interface CountedOutcome {
  text: string;
  reason: "stop" | "length" | "too-large";
}

export interface CountedStepsSettings {
  runner: StepRunner;
  context: TaskContext;
  concurrency: number;
  progress: StepProgress;
  /** Cards of the models that may answer: an answer cut by a limit is continued where its model's card allows it. */
  cards: readonly ModelCard[];
}

/** Runs the steps of one task and keeps count: tokens, who answered, what is previewed, how far it is. */
export class CountedSteps {
  private tokens: Omit<UsageEvent, "type"> | undefined;
  private readonly writers = new Set<string>();
  private previewed = false;

  constructor(private readonly settings: CountedStepsSettings) {}

  /** Tokens of all steps so far; undefined when the model does not count. */
  get usage(): Omit<UsageEvent, "type"> | undefined {
    return this.tokens;
  }

  /** Ids of the models that wrote the answers so far, in the order of their first. */
  get models(): string[] {
    return [...this.writers];
  }

  /** Runs steps side by side; outcomes come in the order of the steps. */
  async run(steps: readonly Step[], preview?: Pick<PreviewStream, "push" | "replace">): Promise<CountedOutcome[]> {
    const { runner, context, concurrency, progress, cards } = this.settings;
    const outcomes = await settleSteps(
      steps,
      runner,
      {
        signal: context.signal,
        concurrency,
        cards,
        onText: (_index, delta) => preview?.push(delta),
        onRestart: (_index, text) => preview?.replace(text),
        onModelSwitched: (event) => context.report(event),
        onFinding: (finding) => context.note?.(finding),
        onDone: (_index, milliseconds) => progress.stepDone(milliseconds),
      },
      (error) => error.code === "input-too-large",
    );
    return outcomes.map((outcome): CountedOutcome => {
      if (GenaiError.isInstance(outcome)) return { text: "", reason: "too-large" };
      this.tokens = addUsage(this.tokens, outcome.usage);
      this.writers.add(outcome.model);
      return { text: outcome.text, reason: outcome.reason };
    });
  }

  /** Runs one step whose words the person sees as they come, without citation marks. */
  async stream(step: Step): Promise<CountedOutcome> {
    const preview = new PreviewStream(this.settings.context, this.previewed);
    const [outcome] = await this.run([step], preview);
    preview.flush();
    this.previewed ||= preview.shown;
    return outcome!;
  }
}
