import { summarizePromptVersion } from "../../prompts";
import {
  GenaiError,
  type StepRunner,
  type SummarizePart,
  type SummarizeStep,
  type SummaryLength,
  type UsageEvent,
} from "../../vocabulary";
import { PreviewStream } from "../machinery/preview-stream";
import { addUsage } from "../machinery/run-step";
import { settleSteps, type StepOutcome } from "../machinery/run-steps";
import { leavingBlock } from "../machinery/leaving-block";
import type { TaskContext } from "../machinery/run-task";
import type { StepProgress } from "../machinery/step-progress";
import type { SourceBlock } from "./source-block";
import type { SummarizeRequest } from "./summarize-request";

/** Makes the steps of one summary and runs them: counts tokens, streams the preview, asks again for cut answers. */
export class StepWriter {
  private tokens: Omit<UsageEvent, "type"> | undefined;
  private readonly writers = new Set<string>();
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

  /** Ids of the models that wrote the answers so far, in the order of their first. */
  get models(): string[] {
    return [...this.writers];
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
      blocks: blocks.map(({ block }) => leavingBlock(block)),
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
   * Runs part summaries side by side. An answer that was cut by a limit, and could not be continued, is asked for once
   * more, as an adjustment. A step that was too large for the model has undefined in the place of its words.
   * @throws GenaiError "output-truncated" when it is cut again.
   */
  async runParts(steps: readonly SummarizeStep[]): Promise<(string | undefined)[]> {
    const outcomes = await this.run(steps, isTooLarge);
    const cut = outcomes.flatMap((outcome, index) => (isCut(outcome) ? [index] : []));
    if (cut.length > 0) {
      this.progress.expect(this.progress.expected + cut.length);
      const again = await this.run(cut.map((index) => asAdjustment(steps[index]!)));
      again.forEach((outcome, position) => {
        outcomes[cut[position]!] = whole(outcome);
      });
    }
    return outcomes.map((outcome) => (GenaiError.isInstance(outcome) ? undefined : outcome.text));
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
    const preview = new PreviewStream(this.context, this.previewed);
    const [outcome] = await this.run([step], never, preview);
    preview.flush();
    this.previewed ||= preview.shown;
    return outcome as StepOutcome;
  }

  private async run(
    steps: readonly SummarizeStep[],
    tolerates: (error: GenaiError) => boolean = never,
    preview?: PreviewStream,
  ): Promise<(StepOutcome | GenaiError)[]> {
    const { card, others = [] } = this.request;
    const outcomes = await settleSteps(
      steps,
      this.runner,
      {
        signal: this.context.signal,
        concurrency: this.concurrency,
        cards: [card, ...others],
        onText: (_index, delta) => preview?.push(delta),
        onRestart: (_index, text) => preview?.replace(text),
        onModelSwitched: (event) => this.context.report(event),
        onFinding: (finding) => this.context.note?.(finding),
        onDone: (_index, milliseconds) => this.progress.stepDone(milliseconds),
      },
      tolerates,
    );
    for (const outcome of outcomes) {
      if (GenaiError.isInstance(outcome)) continue;
      this.tokens = addUsage(this.tokens, outcome.usage);
      this.writers.add(outcome.model);
    }
    return outcomes;
  }
}

function never(): boolean {
  return false;
}

function isTooLarge(error: GenaiError): boolean {
  return error.code === "input-too-large";
}

function isCut(outcome: StepOutcome | GenaiError): boolean {
  return !GenaiError.isInstance(outcome) && outcome.reason === "length";
}

function asAdjustment(step: SummarizeStep): SummarizeStep {
  return { ...step, options: { ...step.options, part: "adjust" } };
}

function whole(outcome: StepOutcome | GenaiError): StepOutcome {
  if (!GenaiError.isInstance(outcome) && outcome.reason === "stop") return outcome;
  throw new GenaiError("output-truncated", "an answer was cut by the model's limit twice");
}
