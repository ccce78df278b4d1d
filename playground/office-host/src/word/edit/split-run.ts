import type { Story } from "../content/story";
import { child, insertAfter } from "../xml/word-xml";
import { setText } from "./run-text";

/**
 * Makes an offset a boundary between runs, dividing a run when needed; both halves keep its properties. Pieces that
 * cannot be divided (ruby) are left whole.
 * @returns the offset of the boundary: the given one, or the end of the piece that could not be divided
 */
export function splitRunAt(story: Story, paragraph: Element, offset: number): number {
  const { segments } = story.content(paragraph);
  const index = segments.findIndex((segment) => segment.start + segment.length > offset);
  const segment = segments[index];
  if (!segment) return offset;
  if (segment.start === offset) {
    if (segments[index - 1]?.run !== segment.run) return offset;
    divide(segment.run, segment.node);
    story.contentChanged(paragraph);
    return offset;
  }
  if (segment.kind !== "text") return splitRunAt(story, paragraph, segment.start + segment.length);
  const text = segment.node.textContent ?? "";
  const at = segment.lead + offset - segment.start;
  const rest = segment.node.cloneNode(false) as Element;
  // White space that was not shown stays hidden: only what is shown is kept on either side.
  setText(segment.node, text.slice(segment.lead, at));
  setText(rest, text.slice(at, segment.lead + segment.length));
  insertAfter(rest, segment.node);
  divide(segment.run, rest);
  story.contentChanged(paragraph);
  return offset;
}

/** Moves a child of a run, and what follows it, to a new run after it. */
function divide(run: Element, from: Element): void {
  const tail = run.cloneNode(false) as Element;
  const properties = child(run, "rPr");
  if (properties) tail.appendChild(properties.cloneNode(true));
  for (let node: Node | null = from; node;) {
    const next: Node | null = node.nextSibling;
    tail.appendChild(node);
    node = next;
  }
  insertAfter(tail, run);
}
