import { estimateTokens, splitSentences } from "../../language";
import type { Block, ModelCard } from "../../vocabulary";
import { blockCost } from "../summarize/plan-chunks";

/** A thread that fits into one step. */
export interface FittedThread {
  blocks: Block[];
  /** Mails that were left out or shortened. */
  shortened: Block[];
}

/**
 * Fits a thread into one step: the mail that is answered comes first, then the others from the newest to the oldest, as far
 * as there is room. A mail that is too long itself keeps its beginning and the questions that are put to the model.
 */
export function fitThread(
  blocks: readonly Block[],
  answered: Block,
  budgetTokens: number,
  card: Pick<ModelCard, "tokensPerCharacter">,
  questions: readonly string[],
): FittedThread {
  const kept = new Map<string, Block>();
  const shortened: Block[] = [];
  let room = budgetTokens;
  for (const block of [answered, ...[...blocks].reverse().filter((other) => other !== answered)]) {
    const cost = blockCost(block, card);
    if (cost <= room) kept.set(block.id, block);
    else {
      shortened.push(block);
      if (block === answered) kept.set(block.id, { ...block, text: shortenedText(block, questions, room, card) });
    }
    const used = kept.get(block.id);
    if (used !== undefined) room -= blockCost(used, card);
  }
  return { blocks: blocks.flatMap((block) => kept.get(block.id) ?? []), shortened };
}

function shortenedText(
  block: Block,
  questions: readonly string[],
  room: number,
  card: Pick<ModelCard, "tokensPerCharacter">,
): string {
  let left = room - blockCost({ ...block, text: questions.join("\n") }, card);
  let text = "";
  for (const { start, end } of splitSentences(block.text)) {
    const sentence = block.text.slice(start, end);
    left -= estimateTokens(sentence, card);
    if (left < 0) break;
    text += sentence;
  }
  const missing = questions.filter((question) => !text.includes(question));
  return [text.trimEnd(), ...missing].join("\n").trim();
}
