import { charactersPerPage } from "../../guards/length/check-length";
import { countCharacters } from "../../language";
import type { StepBudget } from "../../models";
import type { Block, SummaryLength } from "../../vocabulary";

/** A bullet point of an official's list: one sentence. */
const charactersPerBullet = 60;
/** A part summary shorter than this loses what its part is about. */
const shortestPart = 120;

/** Characters the whole summary should have. */
export function wantedCharacters(length: SummaryLength): number {
  switch (length.kind) {
    case "characters":
      return length.characters;
    case "page":
      return charactersPerPage;
    case "bullets":
      return length.count * charactersPerBullet;
  }
}

/** Words of the source, in characters; a summary that is longer than its source would have to invent. */
export function sourceCharacters(blocks: Iterable<Block>): number {
  let characters = 0;
  for (const block of blocks) characters += countCharacters(block.text);
  return characters;
}

/** Share of an answer that is left for words when each sentence carries its citation. */
const wordsOfAnswer = 0.8;

/**
 * Characters to ask for: the length wanted, but no more than the source has (the rest would be invented) and no more than
 * the model can write at once.
 */
export function reachableCharacters(length: SummaryLength, blocks: Iterable<Block>, budget: StepBudget): number {
  const most = Math.min(sourceCharacters(blocks), Math.floor(budget.outputCharacters * wordsOfAnswer));
  return Math.max(1, Math.min(wantedCharacters(length), most));
}

/**
 * Characters that the summary of one part should have, so that the parts together hold about twice the length asked for
 * (the merge needs a choice) and still fit into one step, unless they are so many that a level of merging is needed.
 * @param share the part's share of the source, 0 to 1.
 */
export function partCharacters(wanted: number, share: number, parts: number, budget: StepBudget): number {
  // A tenth is left for the numbers of the merge's paragraphs.
  const fair = Math.min(wanted * 2 * share, (budget.sourceCharacters * 0.9) / parts);
  return Math.max(1, Math.round(Math.min(budget.outputCharacters * wordsOfAnswer, Math.max(shortestPart, fair))));
}
