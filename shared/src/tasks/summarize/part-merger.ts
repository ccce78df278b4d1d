import type { StepBudget } from "../../models";
import { GenaiError, type Finding, type SummarizePart } from "../../vocabulary";
import type { StepProgress } from "../machinery/step-progress";
import { parseStatements } from "../output/parse-statements";
import { statementBlocks, withHeadings } from "./merge-blocks";
import { blockCost, planChunks } from "./plan-chunks";
import type { SourceBlock } from "./source-block";
import type { StepWriter } from "./step-writer";
import type { SummarizeRequest } from "./summarize-request";
import { partCharacters, sourceCharacters } from "./target-length";

/** Cuts a source that is too long for one step, and brings it down to the blocks of one. */
export class PartMerger {
  /** Parts of the source that no words were written about. */
  readonly findings: Finding[] = [];
  private readonly budgetTokens: number;

  constructor(
    private readonly request: SummarizeRequest,
    private readonly wanted: number,
    private readonly budget: StepBudget,
    private readonly writer: StepWriter,
    private readonly progress: StepProgress,
  ) {
    this.budgetTokens = budget.sourceCharacters * request.card.tokensPerCharacter;
  }

  /** Chunks of a source, each for one step. */
  plan(source: readonly SourceBlock[]): SourceBlock[][] {
    return planChunks(source, this.budgetTokens, this.request.card);
  }

  /** Steps that so many chunks lead to, the last one included, if each part becomes as long as it is asked to be. */
  expectedSteps(chunks: number): number {
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

  /**
   * Summarizes chunks, and summaries of chunks, until they fit into one step; returns the blocks of that step.
   * @throws GenaiError "output-empty" when no part has words, "input-too-large" when the parts do not get shorter.
   */
  async mergeDown(chunks: SourceBlock[][]): Promise<SourceBlock[]> {
    let groups = chunks;
    for (let level = 1; ; level += 1) {
      const before = this.cost(groups.flat());
      const parts = await this.summarizeGroups(level === 1 ? "chunk" : "merge", groups, before, level);
      const { blocks, length } = this.request;
      const next = length.kind === "page" ? withHeadings(parts, blocks) : parts;
      const after = this.cost(next);
      if (after <= this.budgetTokens) return next;
      if (after > before * 0.9) throw new GenaiError("input-too-large", "the part summaries are as long as the source");
      groups = this.plan(parts);
      this.progress.expect(this.progress.done + this.expectedSteps(groups.length));
    }
  }

  private async summarizeGroups(
    part: SummarizePart,
    groups: readonly SourceBlock[][],
    cost: number,
    level: number,
  ): Promise<SourceBlock[]> {
    const steps = groups.map((group) => {
      const words = sourceCharacters(group.map((item) => item.block));
      const target = Math.max(1, Math.min(words, this.partTarget(this.cost(group) / cost, groups.length)));
      return this.writer.step(part, group, { kind: "characters", characters: target }, target);
    });
    const answers = await this.writer.runParts(steps);
    const parts = answers.flatMap((words, index) => this.readPart(words, groups[index]!, `${level}.${index + 1}`));
    if (parts.length === 0) throw new GenaiError("output-empty", "no part of the source was summarized");
    return parts;
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

  private partTarget(share: number, parts: number): number {
    return partCharacters(this.wanted, share, parts, this.budget);
  }

  private cost(items: readonly SourceBlock[]): number {
    return items.reduce((sum, item) => sum + blockCost(item.block, this.request.card), 0);
  }
}
