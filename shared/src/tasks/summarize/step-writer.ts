import { summarizePromptVersion } from "../../prompts";
import {
  GenaiError,
  type StepRunner,
  type SummarizePart,
  type SummarizeStep,
  type SummaryLength,
  type UsageEvent,
} from "../../vocabulary";
import { runSteps, type StepOutcome } from "../machinery/run-steps";
import type { TaskContext } from "../machinery/run-task";
import type { StepProgress } from "../machinery/step-progress";
import { OutputCleaner } from "../output/output-cleaner";
import type { SourceBlock } from "./source-block";
import type { SummarizeRequest } from "./summarize-request";

/** Makes the steps of one summary and runs them: counts tokens, streams the preview, asks again for cut answers. */
export class StepWriter {
  private tokens: Omit<UsageEvent, "type"> | undefined;
  private previewed = false;

  constructor(
    private readonly request: SummarizeRequest,
    private readonly runner: StepRunner,
    private readonly context: TaskContext,
    private readonly concurrency: number,
    private readonly progress: StepProgress,
  ) {}

  /** Tokens of all steps so far; undefined when the model does not count. */
  get usage(): Omit<UsageEvent, "type"> | undefined {
    return this.tokens;
  }

  step(part: SummarizePart, blocks: readonly SourceBlock[], length: SummaryLength, characters: number): SummarizeStep {
    const { card, language, declaredClass, confirmed, documentHash, instruction } = this.request;
    return {
      task: "summarize",
      promptVersion: summarizePromptVersion,
      model: card.id,
      declaredClass,
      confirmed,
      documentHash,
      // Text, kind and numbering are all a model needs; style and contents of a paragraph stay at home.
      blocks: blocks.map(({ block: { id, text, kind, level, label } }) => ({
        id,
        text,
        kind,
        ...(level === undefined ? {} : { level }),
        ...(label === undefined ? {} : { label }),
      })),
      options: {
        part,
        length,
        language,
        targetCharacters: Math.max(1, Math.round(characters)),
        ...(instruction === undefined ? {} : { instruction }),
      },
    };
  }

  /**
   * Runs part summaries side by side. An answer that was cut by a limit is asked for once more, as an adjustment.
   * @throws GenaiError "output-truncated" when it is cut again.
   */
  async runParts(steps: readonly SummarizeStep[]): Promise<string[]> {
    const outcomes = await this.run(steps);
    const cut = outcomes.flatMap((outcome, index) => (outcome.reason === "length" ? [index] : []));
    if (cut.length > 0) {
      this.progress.expect(this.progress.expected + cut.length);
      const again = await this.run(cut.map((index) => asAdjustment(steps[index]!)));
      again.forEach((outcome, position) => {
        outcomes[cut[position]!] = whole(outcome);
      });
    }
    return outcomes.map((outcome) => outcome.text);
  }

  /**
   * Runs the step whose words the person will see, streaming them as a preview; asked for once more when it was cut.
   * @throws GenaiError "output-truncated" when it is cut again.
   */
  async write(step: SummarizeStep): Promise<string> {
    const first = await this.stream(step);
    if (first.reason === "stop") return first.text;
    this.progress.expect(this.progress.expected + 1);
    return whole(await this.stream(asAdjustment(step))).text;
  }

  /** Shows another text in the place of what was streamed. */
  showInstead(text: string): void {
    this.context.report({ type: "preview", text, restarted: true });
  }

  private async stream(step: SummarizeStep): Promise<StepOutcome> {
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

  private async run(steps: readonly SummarizeStep[], onText?: (delta: string) => void): Promise<StepOutcome[]> {
    const outcomes = await runSteps(steps, this.runner, {
      signal: this.context.signal,
      concurrency: this.concurrency,
      ...(onText === undefined ? {} : { onText: (_index: number, delta: string) => onText(delta) }),
      onModelSwitched: (event) => this.context.report(event),
      onDone: (_index, milliseconds) => this.progress.stepDone(milliseconds),
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
}

function asAdjustment(step: SummarizeStep): SummarizeStep {
  return { ...step, options: { ...step.options, part: "adjust" } };
}

function whole(outcome: StepOutcome): StepOutcome {
  if (outcome.reason === "stop") return outcome;
  throw new GenaiError("output-truncated", "an answer was cut by the model's limit twice");
}
