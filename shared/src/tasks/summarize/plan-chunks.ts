import { estimateTokens, splitSentences } from "../../language";
import type { Block, ModelCard } from "../../vocabulary";
import type { SourceBlock } from "./source-block";

type Tokens = Pick<ModelCard, "tokensPerCharacter">;

/** Characters that a block's number and line break take in the prompt. */
const blockOverhead = 7;

/** What a block costs in a prompt, in the model's tokens: words, label, number. */
export function blockCost(block: Block, card: Tokens): number {
  return estimateTokens(`${block.label ?? ""}${block.text}`, card) + Math.ceil(blockOverhead * card.tokensPerCharacter);
}

/**
 * Cuts a source into chunks of at most `budgetTokens` each, as few and as even as block borders allow. A block is cut only
 * when it alone is over the budget, then at sentence ends. A heading stays with what follows it.
 */
export function planChunks(source: readonly SourceBlock[], budgetTokens: number, card: Tokens): SourceBlock[][] {
  const items = source.flatMap((item) => fitBlock(item, budgetTokens, card));
  const costs = items.map((item) => blockCost(item.block, card));
  let remaining = costs.reduce((sum, cost) => sum + cost, 0);
  const chunks: SourceBlock[][] = [];
  let start = 0;
  while (start < items.length) {
    // Even chunks: the last one is not a leftover whose summary would weigh as much as that of a full one.
    const desired = remaining / Math.ceil(remaining / budgetTokens);
    let end = start;
    let cost = 0;
    while (end < items.length) {
      const next = costs[end]!;
      if (end > start && (cost + next > budgetTokens || cost + next / 2 > desired)) break;
      cost += next;
      end += 1;
    }
    end = beforeTrailingHeadings(items, start, end);
    for (let index = start; index < end; index += 1) remaining -= costs[index]!;
    chunks.push(items.slice(start, end));
    start = end;
  }
  return chunks;
}

/** Moves the end of a chunk before headings at its end, unless they are all it has or the source ends there. */
function beforeTrailingHeadings(items: readonly SourceBlock[], start: number, end: number): number {
  if (end === items.length) return end;
  let moved = end;
  while (moved > start && items[moved - 1]!.block.kind === "heading") moved -= 1;
  return moved > start ? moved : end;
}

/** The block itself when it fits, or its pieces, which stand for the same sources. */
function fitBlock(item: SourceBlock, budgetTokens: number, card: Tokens): SourceBlock[] {
  if (blockCost(item.block, card) <= budgetTokens) return [item];
  const overhead = blockCost({ ...item.block, text: "" }, card);
  const room = Math.max(1, budgetTokens - overhead);
  const pieces: string[] = [];
  let piece = "";
  for (const span of splitSentences(item.block.text)) {
    const sentence = item.block.text.slice(span.start, span.end);
    for (const part of fitSentence(sentence, room, card)) {
      if (piece !== "" && estimateTokens(piece + part, card) > room) {
        pieces.push(piece);
        piece = "";
      }
      piece += part;
    }
  }
  if (piece.trim() !== "") pieces.push(piece);
  return pieces.map((text, index) => ({
    block: { ...item.block, id: `${item.block.id}#${index + 1}`, text },
    sources: item.sources,
  }));
}

/**
 * The sentence itself when it fits. A sentence longer than a whole step (a list that was typed as one sentence, base64)
 * has no better place: it is cut after 、 or a space in the last third of what fits, or else hard between characters.
 */
function fitSentence(sentence: string, room: number, card: Tokens): string[] {
  if (estimateTokens(sentence, card) <= room) return [sentence];
  const parts: string[] = [];
  // Never more than this many characters fit, whatever they are: a token holds at most a few Latin letters.
  const most = Math.max(1, Math.floor(room / Math.max(0.35, Math.min(card.tokensPerCharacter, 1))) || 1);
  let start = 0;
  while (start < sentence.length) {
    let end = Math.min(sentence.length, start + most);
    while (end - start > 1 && estimateTokens(sentence.slice(start, end), card) > room) {
      end = start + Math.max(1, Math.floor((end - start) * 0.8));
    }
    if (end < sentence.length) end = cutPoint(sentence, start, end);
    parts.push(sentence.slice(start, end));
    start = end;
  }
  return parts;
}

function cutPoint(sentence: string, start: number, end: number): number {
  const earliest = start + Math.floor(((end - start) * 2) / 3);
  for (let index = end; index > earliest; index -= 1) {
    if ("、，, ;；".includes(sentence[index - 1]!)) return index;
  }
  const unit = sentence.charCodeAt(end - 1);
  const splitsPair = unit >= 0xd800 && unit <= 0xdbff;
  return splitsPair && end - 1 > start ? end - 1 : splitsPair ? end + 1 : end;
}
