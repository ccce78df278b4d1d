import type { MeasuredBlock } from "./page-measure";

/** What is needed to decide where pages end; a part of `MeasuredSection`. */
export interface BreakInput {
  readonly capacity: number;
  readonly blocks: readonly Omit<MeasuredBlock, "element">[];
  readonly noteHeights: readonly number[];
  readonly noteFrame: number;
}

/**
 * Positions of the blocks that start a new page, the first page left out. Blocks stay whole, so a page ends earlier than
 * in Word where Word would divide a paragraph; a block higher than a page gets a longer page.
 */
export function findPageBreaks({ capacity, blocks, noteHeights, noteFrame }: BreakInput): number[] {
  const breaks: number[] = [];
  let start = 0;
  let notesBefore = 0;
  let notesHeight = 0;
  let notesOnPage = 0;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const frame = notesOnPage === 0 && block.notes > 0 ? noteFrame : 0;
    const own = sum(noteHeights, notesBefore + notesOnPage, block.notes) + frame;
    const forced = at > start && (block.breakBefore || blocks[at - 1]!.breakAfter);
    const isFull = block.bottom - blocks[start]!.top + notesHeight + own > capacity;
    if (forced || (isFull && at > start)) {
      const next = forced ? at : earliestBreak(blocks, start, at);
      if (next > start) {
        breaks.push(next);
        notesBefore += blocks.slice(start, next).reduce((count, each) => count + each.notes, 0);
        start = next;
        notesOnPage = 0;
        notesHeight = 0;
        at = next - 1;
        continue;
      }
    }
    notesOnPage += block.notes;
    notesHeight += own;
  }
  return breaks;
}

/** Goes back over headings and merged rows, unless that would leave the page empty. */
function earliestBreak(blocks: BreakInput["blocks"], start: number, at: number): number {
  let next = at;
  while (next > start && (blocks[next]!.keepWithPrevious || blocks[next - 1]!.keepWithNext)) next--;
  return next > start ? next : at;
}

function sum(heights: readonly number[], from: number, count: number): number {
  let total = 0;
  for (let at = from; at < from + count; at++) total += heights[at] ?? 0;
  return total;
}
