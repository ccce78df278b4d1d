import type { Step, StepRunner, UsageEvent } from "../../vocabulary";
import { OutputCleaner } from "../output/output-cleaner";
import { runSteps, type StepOutcome } from "./run-steps";
import type { TaskContext } from "./run-task";
import type { StepProgress } from "./step-progress";

/** Runs the steps of one task and keeps count: tokens, who answered, what is previewed, how far it is. */
export class CountedSteps {
  private tokens: Omit<UsageEvent, "type"> | undefined;
  private readonly answered = new Set<string>();
  private previewed = false;

  constructor(
    private readonly runner: StepRunner,
    private readonly context: TaskContext,
    private readonly concurrency: number,
    private readonly progress: StepProgress,
  ) {}

  /** Tokens of all steps so far; undefined when the model does not count. */
  get usage(): Omit<UsageEvent, "type"> | undefined {
    return this.tokens;
  }

  /** Ids of the models that answered, in the order in which they were first asked. */
  get models(): string[] {
    return [...this.answered];
  }

  /** Runs steps side by side; outcomes come in the order of the steps. */
  async run(steps: readonly Step[], onText?: (delta: string) => void): Promise<StepOutcome[]> {
    let switched: string | undefined;
    const outcomes = await runSteps(steps, this.runner, {
      signal: this.context.signal,
      concurrency: this.concurrency,
      ...(onText === undefined ? {} : { onText: (_index: number, delta: string) => onText(delta) }),
      onModelSwitched: (event) => {
        switched = event.to;
        this.answered.add(event.to);
        this.context.report(event);
      },
      onDone: (index, milliseconds) => {
        // Which of several steps was switched is not told; where none was, the model asked is the one that answered.
        if (switched === undefined) this.answered.add(steps[index]!.model);
        this.progress.stepDone(milliseconds);
      },
    });
    for (const { usage } of outcomes) {
      if (usage === undefined) continue;
      this.tokens = {
        inputTokens: (this.tokens?.inputTokens ?? 0) + usage.inputTokens,
        outputTokens: (this.tokens?.outputTokens ?? 0) + usage.outputTokens,
      };
    }
    return outcomes;
  }

  /** Runs one step whose words the person sees as they come, without citation marks. */
  async stream(step: Step): Promise<StepOutcome> {
    const cleaner = new OutputCleaner();
    let restarted = this.previewed;
    const show = (text: string): void => {
      if (text === "") return;
      this.previewed = true;
      this.context.report({ type: "preview", text, ...(restarted ? { restarted } : {}) });
      restarted = false;
    };
    const [outcome] = await this.run([step], (delta) => show(cleaner.push(delta)));
    show(cleaner.flush());
    return outcome!;
  }
}
