import { stepBudget, type StepBudget } from "../../models";
import { GenaiError, type Finding, type StepRunner, type SummarizePart, type TaskEvent } from "../../vocabulary";
import { defaultConcurrency } from "../machinery/run-steps";
import { runTask, type TaskContext } from "../machinery/run-task";
import { StepProgress } from "../machinery/step-progress";
import { parseStatements } from "../output/parse-statements";
import { adjustLength } from "./adjust-length";
import { statementBlocks, withHeadings } from "./merge-blocks";
import { blockCost, planChunks } from "./plan-chunks";
import type { SourceBlock } from "./source-block";
import { StepWriter } from "./step-writer";
import type { SummarizeRequest, SummarizeResult } from "./summarize-request";
import { summaryText } from "./summary-text";
import { partCharacters, reachableCharacters, sourceCharacters } from "./target-length";

export interface SummarizeTaskOptions {
  signal?: AbortSignal;
  /** Steps at the same time; 3 when left out. */
  concurrency?: number;
}

/**
 * Summarizes blocks to the length asked for: the source is cut by the model's budget, each chunk is summarized, the
 * part summaries are merged (in levels when they do not fit into one step), and a summary that missed its length is
 * adjusted once. Words of the last step stream as `preview`. Ends with exactly one of completed, aborted, failed.
 *
 * Errors: "source-empty" when no block has text, "output-empty" when the model wrote nothing, "output-truncated" when
 * its answer was cut by a limit twice, "input-too-large" when part summaries do not get shorter, and whatever the
 * runner failed with.
 */
export function summarize(
  request: SummarizeRequest,
  runner: StepRunner,
  options: SummarizeTaskOptions = {},
): AsyncIterable<TaskEvent<SummarizeResult>> {
  const concurrency = Math.max(1, options.concurrency ?? defaultConcurrency);
  return runTask(
    (context) => new SummarizeTask(request, runner, concurrency, context).run(),
    options.signal === undefined ? {} : { signal: options.signal },
  );
}

class SummarizeTask {
  private readonly wanted: number;
  private readonly budget: StepBudget;
  private readonly budgetTokens: number;
  private readonly progress: StepProgress;
  private readonly writer: StepWriter;
  private readonly findings: Finding[] = [];

  constructor(
    private readonly request: SummarizeRequest,
    runner: StepRunner,
    concurrency: number,
    private readonly context: TaskContext,
  ) {
    this.budget = stepBudget(request.card);
    this.wanted = reachableCharacters(request.length, request.blocks, this.budget);
    this.budgetTokens = this.budget.sourceCharacters * request.card.tokensPerCharacter;
    this.progress = new StepProgress(1, concurrency, context.report);
    this.writer = new StepWriter(request, runner, context, concurrency, this.progress);
  }

  async run(): Promise<SummarizeResult> {
    const { request } = this;
    const source = request.blocks
      .filter((block) => block.text.trim() !== "")
      .map((block): SourceBlock => ({ block, sources: [block.id] }));
    if (source.length === 0) throw new GenaiError("source-empty", "no block has text");
    const chunks = planChunks(source, this.budgetTokens, request.card);
    const steps = this.expectedSteps(chunks.length);
    this.context.report({ type: "planned", steps });
    this.progress.expect(steps);

    const part = chunks.length === 1 ? "chunk" : "merge";
    const blocks = chunks.length === 1 ? chunks[0]! : await this.mergeDown(chunks);
    const words = await this.writer.write(this.writer.step(part, blocks, request.length, this.wanted));
    const paragraphs = parseStatements(words, blocks.length, request.length.kind === "bullets");
    if (paragraphs.length === 0) throw new GenaiError("output-empty", "the model wrote no words");

    const draft = { paragraphs, cited: blocks };
    const answer = await adjustLength(draft, {
      request,
      wanted: this.wanted,
      writer: this.writer,
      progress: this.progress,
    });
    const summary = summaryText(answer.paragraphs, answer.cited);
    return {
      ...summary,
      findings: [...this.findings, ...answer.findings],
      ...(this.writer.usage === undefined ? {} : { usage: this.writer.usage }),
      reason: "stop",
    };
  }

  /** Steps that so many chunks lead to, if each part becomes as long as it is asked to be. */
  private expectedSteps(chunks: number): number {
    let steps = chunks;
    for (let parts = chunks; parts > 1;) {
      const merges = Math.ceil((parts * this.partTarget(1 / parts, parts)) / this.budget.sourceCharacters);
      steps += merges;
      // Parts that do not get fewer would never end; mergeDown finds that out from the real lengths.
      if (merges >= parts) break;
      parts = merges;
    }
    return steps;
  }

  private partTarget(share: number, parts: number): number {
    return partCharacters(this.wanted, share, parts, this.budget);
  }

  /** Summarizes chunks, and summaries of chunks, until they fit into one step; returns the blocks of that step. */
  private async mergeDown(chunks: SourceBlock[][]): Promise<SourceBlock[]> {
    let groups = chunks;
    for (let level = 1; ; level += 1) {
      const part: SummarizePart = level === 1 ? "chunk" : "merge";
      const before = this.cost(groups.flat());
      const steps = groups.map((group) => {
        const words = sourceCharacters(group.map((item) => item.block));
        const target = Math.min(words, this.partTarget(this.cost(group) / before, groups.length));
        return this.writer.step(part, group, { kind: "characters", characters: Math.max(1, target) }, target);
      });
      const answers = await this.writer.runParts(steps);
      const parts = answers.map((words, index) => this.readPart(words, groups[index]!, `${level}.${index + 1}`)).flat();
      if (parts.length === 0) throw new GenaiError("output-empty", "no part of the source was summarized");
      const { blocks, length } = this.request;
      const next = length.kind === "page" ? withHeadings(parts, blocks) : parts;
      const after = this.cost(next);
      if (after <= this.budgetTokens) return next;
      if (after > before * 0.9) throw new GenaiError("input-too-large", "the part summaries are as long as the source");
      groups = planChunks(parts, this.budgetTokens, this.request.card);
      this.progress.expect(this.progress.done + this.expectedSteps(groups.length));
    }
  }

  private readPart(words: string, group: readonly SourceBlock[], id: string): SourceBlock[] {
    const paragraphs = parseStatements(words, group.length);
    if (paragraphs.length === 0) {
      // A part of nothing but table cells may have no sentence; the reader must know that it is not in the summary.
      this.findings.push({
        guard: "coverage",
        code: "part-without-summary",
        severity: "warning",
        values: { blocks: group.length },
        source: [...new Set(group.flatMap((item) => item.sources))].map((blockId) => ({ blockId })),
      });
    }
    return statementBlocks(paragraphs, group, id);
  }

  private cost(items: readonly SourceBlock[]): number {
    return items.reduce((sum, item) => sum + blockCost(item.block, this.request.card), 0);
  }
}
