import { wordName } from "../xml/word-xml";
import type { Position } from "./position";
import type { Story } from "./story";

/**
 * Where a marker without content stands (a bookmark, the start or end of a comment). Between paragraphs, `edge` picks
 * the start of the next or the end of the one before. Undefined when it is outside of the story's text.
 */
export function positionOf(story: Story, node: Node, edge: "start" | "end"): Position | undefined {
  for (let parent: Node | null = node; parent && parent !== story.root; parent = parent.parentNode) {
    if (wordName(parent) !== "p" || story.indexOf(parent as Element) < 0) continue;
    const paragraph = parent as Element;
    return { paragraph, offset: offsetBefore(story, paragraph, node) };
  }
  const paragraphs = story.paragraphs();
  const after = paragraphs.find((paragraph) => isBefore(node, paragraph));
  if (edge === "start") return after && { paragraph: after, offset: 0 };
  const before = after ? paragraphs[story.indexOf(after) - 1] : paragraphs.at(-1);
  return before && { paragraph: before, offset: story.content(before).length };
}

function offsetBefore(story: Story, paragraph: Element, node: Node): number {
  let offset = 0;
  for (const segment of story.content(paragraph).segments) {
    if (!isBefore(segment.node, node)) break;
    offset = segment.start + segment.length;
  }
  return offset;
}

/** Document order, by the ancestors that two nodes share. */
export function isBefore(a: Node, b: Node): boolean {
  const first = path(a);
  const second = path(b);
  let depth = 0;
  while (depth < first.length && first[depth] === second[depth]) depth++;
  const left = first[depth];
  const right = second[depth];
  if (!left) return right !== undefined;
  if (!right) return false;
  for (let node: Node | null = left.nextSibling; node; node = node.nextSibling) if (node === right) return true;
  return false;
}

function path(node: Node): Node[] {
  const nodes: Node[] = [];
  for (let at: Node | null = node; at; at = at.parentNode) nodes.unshift(at);
  return nodes;
}
