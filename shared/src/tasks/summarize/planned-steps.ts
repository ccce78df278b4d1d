import { stepBudget, type StepBudget } from "../../models";
import type { Block, ModelCard, SummaryLength } from "../../vocabulary";
import { planChunks } from "./plan-chunks";
import type { SourceBlock } from "./source-block";
import { partCharacters, reachableCharacters } from "./target-length";

/** The blocks of a source that have words, each standing for itself. */
export function sourceBlocks(blocks: readonly Block[]): SourceBlock[] {
  return blocks.filter((block) => block.text.trim() !== "").map((block) => ({ block, sources: [block.id] }));
}

/** Steps that so many chunks lead to, the last one included, if each part becomes as long as it is asked to be. */
export function expectedSteps(chunks: number, wanted: number, budget: StepBudget): number {
  let steps = chunks;
  for (let parts = chunks; parts > 1;) {
    const merges = Math.ceil((parts * partCharacters(wanted, 1 / parts, parts, budget)) / budget.sourceCharacters);
    steps += merges;
    // Parts that do not get fewer would never end; the merger finds that out from the real lengths.
    if (merges >= parts) break;
    parts = merges;
  }
  return steps;
}

/** Steps that a summary takes with a model, as its plan will say: 1 when the source fits. 0 for a source without text. */
export function plannedSteps(
  blocks: readonly Block[],
  length: SummaryLength,
  card: Pick<ModelCard, "contextTokens" | "outputTokens" | "tokensPerCharacter">,
): number {
  const budget = stepBudget(card);
  const chunks = planChunks(sourceBlocks(blocks), budget.sourceCharacters * card.tokensPerCharacter, card);
  return expectedSteps(chunks.length, reachableCharacters(length, blocks, budget), budget);
}
