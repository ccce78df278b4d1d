import type { ModelCard } from "../../vocabulary";
import { blockCost, planChunks } from "../summarize/plan-chunks";
import type { SourceBlock } from "../summarize/source-block";

/** Share of a step that repeats the end of the one before, so that a question is not parted from its answer. */
const overlapShare = 0.1;

/**
 * Cuts a transcript into chunks of at most `budgetTokens` each. Every chunk but the first begins with the last utterances
 * of the one before, as many as fit into a tenth of the step.
 */
export function planUtterances(
  source: readonly SourceBlock[],
  budgetTokens: number,
  card: Pick<ModelCard, "tokensPerCharacter">,
): SourceBlock[][] {
  const whole = planChunks(source, budgetTokens, card);
  if (whole.length <= 1) return whole;
  const room = budgetTokens * overlapShare;
  const chunks = planChunks(source, budgetTokens - room, card);
  return chunks.map((chunk, index) => [...endOf(chunks[index - 1] ?? [], room, card), ...chunk]);
}

function endOf(
  chunk: readonly SourceBlock[],
  room: number,
  card: Pick<ModelCard, "tokensPerCharacter">,
): SourceBlock[] {
  let start = chunk.length;
  let cost = 0;
  while (start > 0) {
    cost += blockCost(chunk[start - 1]!.block, card);
    if (cost > room) break;
    start -= 1;
  }
  return chunk.slice(start);
}
