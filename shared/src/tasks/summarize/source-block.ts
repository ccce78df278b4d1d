import type { Block } from "../../vocabulary";

/** A block on its way to a model, with the ids of the request's blocks that it stands for. */
export interface SourceBlock {
  block: Block;
  sources: readonly string[];
}

/** Block ids that numbers of a step's citations lead to, each once, in the order of the numbers. */
export function sourcesOf(numbers: readonly number[], blocks: readonly SourceBlock[]): string[] {
  return [...new Set(numbers.flatMap((number) => blocks[number - 1]?.sources ?? []))];
}
