import type { StepBudget } from "../../models";
import { GenaiError, type Finding, type SummarizePart, type SummarizeStep } from "../../vocabulary";
import type { StepProgress } from "../machinery/step-progress";
import { parseStatements } from "../output/parse-statements";
import { statementBlocks, withHeadings } from "./merge-blocks";
import { blockCost, planChunks } from "./plan-chunks";
import { expectedSteps } from "./planned-steps";
import type { SourceBlock } from "./source-block";
import type { StepWriter } from "./step-writer";
import type { SummarizeRequest } from "./summarize-request";
import { partCharacters, sourceCharacters } from "./target-length";

/** A sixteenth of what was estimated; a model that has no room for that has another trouble. */
const mostHalvings = 4;
/** Tokens below which a step of its own is no use: the instructions are longer. */
const smallestStep = 50;

/** An answer, and the blocks it is about. */
interface WrittenPart {
  words: string;
  group: SourceBlock[];
}

/** Cuts a source that is too long for one step, and brings it down to the blocks of one. */
export class PartMerger {
  /** Parts of the source that no words were written about. */
  readonly findings: Finding[] = [];
  private budgetTokens: number;
  /** Levels of summaries so far; part of the ids of their blocks. */
  private level = 0;
  /** How often the estimate of the model's tokens may still turn out to be too low. */
  private halvings = mostHalvings;

  constructor(
    private readonly request: SummarizeRequest,
    private readonly wanted: number,
    private budget: StepBudget,
    private readonly writer: StepWriter,
    private readonly progress: StepProgress,
  ) {
    this.budgetTokens = budget.sourceCharacters * request.card.tokensPerCharacter;
  }

  /**
   * Takes note that the model had no room for these blocks, although their estimate fitted: from now on its steps carry
   * half of that at most.
   * @throws GenaiError "input-too-large" when that has been tried often enough, or the blocks cannot be made fewer.
   */
  halve(blocks: readonly SourceBlock[]): void {
    const cost = this.cost(blocks);
    const half = Math.floor(Math.min(cost, this.budgetTokens) / 2);
    if (this.halvings === 0 || half < smallestStep) {
      throw new GenaiError("input-too-large", "the model has no room for a part of the source either");
    }
    this.halvings -= 1;
    this.budgetTokens = half;
    const { tokensPerCharacter } = this.request.card;
    this.budget = { ...this.budget, sourceCharacters: Math.max(1, Math.floor(half / tokensPerCharacter)) };
  }

  /** Chunks of a source, each for one step. */
  plan(source: readonly SourceBlock[]): SourceBlock[][] {
    return planChunks(source, this.budgetTokens, this.request.card);
  }

  /** Steps that so many chunks lead to, the last one included. */
  expectedSteps(chunks: number): number {
    return expectedSteps(chunks, this.wanted, this.budget);
  }

  /**
   * Summarizes chunks, and summaries of chunks, until they fit into one step; returns the blocks of that step.
   * @param part "merge" when the chunks are summaries themselves.
   * @throws GenaiError "output-empty" when no part has words, "input-too-large" when the parts do not get shorter.
   */
  async mergeDown(chunks: SourceBlock[][], part: "chunk" | "merge" = "chunk"): Promise<SourceBlock[]> {
    let groups = chunks;
    for (let first = true; ; first = false) {
      const before = this.cost(groups.flat());
      this.level += 1;
      const parts = await this.summarizeGroups(first ? part : "merge", groups, before);
      const { blocks, length } = this.request;
      const next = length.kind === "page" ? withHeadings(parts, blocks) : parts;
      const after = this.cost(next);
      if (after <= this.budgetTokens) return next;
      if (after > before * 0.9) throw new GenaiError("input-too-large", "the part summaries are as long as the source");
      groups = this.plan(parts);
      this.progress.expect(this.progress.done + this.expectedSteps(groups.length));
    }
  }

  /** Summaries of groups, in their order; a group that turns out to be too large is summarized in halves. */
  private async summarizeGroups(
    part: SummarizePart,
    groups: readonly SourceBlock[][],
    cost: number,
  ): Promise<SourceBlock[]> {
    const written = (await this.writeGroups(part, groups, cost)).flat();
    const parts = written.flatMap(({ words, group }, index) =>
      this.readPart(words, group, `${this.level}.${index + 1}`),
    );
    if (parts.length === 0) throw new GenaiError("output-empty", "no part of the source was summarized");
    return parts;
  }

  /** For each group the answer about it, or those about its pieces. */
  private async writeGroups(
    part: SummarizePart,
    groups: readonly SourceBlock[][],
    cost: number,
  ): Promise<WrittenPart[][]> {
    const answers = await this.writer.runParts(groups.map((group) => this.partStep(part, group, cost, groups.length)));
    const tooLarge = groups.filter((_group, index) => answers[index] === undefined);
    const again = tooLarge.length === 0 ? [] : await this.writePieces(part, tooLarge, cost);
    return groups.map((group, index) => {
      const words = answers[index];
      return words === undefined ? again.shift()! : [{ words, group }];
    });
  }

  /** The answers about the pieces of each group that the model had no room for. */
  private async writePieces(
    part: SummarizePart,
    groups: readonly SourceBlock[][],
    cost: number,
  ): Promise<WrittenPart[][]> {
    for (;;) {
      this.halve(groups.reduce((a, b) => (this.cost(a) <= this.cost(b) ? a : b)));
      const pieces = groups.map((group) => this.plan(group));
      const [first, ...others] = pieces.flat();
      this.progress.expect(this.progress.expected + others.length + 1);
      // One piece goes ahead: where it is too large as well, the others would only be refused.
      const [words] = await this.writer.runParts([this.partStep(part, first!, cost, others.length + 1)]);
      if (words === undefined) continue;
      const written = [[{ words, group: first! }], ...(await this.writeGroups(part, others, cost))];
      return pieces.map((group) => written.splice(0, group.length).flat());
    }
  }

  private partStep(part: SummarizePart, group: readonly SourceBlock[], cost: number, parts: number): SummarizeStep {
    const words = sourceCharacters(group.map((item) => item.block));
    const target = Math.max(1, Math.min(words, this.partTarget(this.cost(group) / cost, parts)));
    return this.writer.step(part, group, { kind: "characters", characters: target }, target);
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
