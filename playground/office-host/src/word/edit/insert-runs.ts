import type { Position } from "../content/position";
import type { Segment } from "../content/segment";
import type { Story } from "../content/story";
import { ancestor, child, children, remove, wordName } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { createRun } from "./run-text";
import { splitRunAt } from "./split-run";
import { createMark, isOwn, splitWrapper } from "./tracking";

export interface InsertOptions {
  /** Whose neighbour the text becomes where two runs meet. */
  side: "left" | "right";
  /** Leave hyperlinks and simple fields when standing at their edge. */
  outsideLinks?: boolean;
  /** Leave inline content controls too, when standing at their edge. */
  outsideControls?: boolean;
  /** w:rPr for the new run; default: that of the neighbour. */
  format?: Element | undefined;
}

/** Inserts text without paragraph breaks. @returns where it stands now */
export function insertInline(
  model: WordModel,
  story: Story,
  at: Position,
  text: string,
  options: InsertOptions,
): { start: Position; end: Position } {
  const { paragraph } = at;
  const length = story.content(paragraph).length;
  const offset = splitRunAt(story, paragraph, Math.min(at.offset, length));
  const start = { paragraph, offset };
  if (text === "") return { start, end: start };
  const { segments } = story.content(paragraph);
  const left = segments.findLast((segment) => segment.start + segment.length <= offset);
  const right = segments.find((segment) => segment.start >= offset);
  const neighbour = options.side === "left" ? (left ?? right) : (right ?? left);
  const format = "format" in options ? options.format : formatNear(paragraph, segments, neighbour, options);
  const run = createRun(paragraph, text, format);
  place(model, paragraph, run, neighbour, neighbour === left && left !== undefined, options);
  story.contentChanged(paragraph);
  story.spans.inserted(paragraph, offset, text.length);
  return { start, end: { paragraph, offset: offset + text.length } };
}

/** Puts a new run beside a neighbour, outside of deletions and of insertions by others, tracked when asked for. */
function place(
  model: WordModel,
  paragraph: Element,
  run: Element,
  neighbour: Segment | undefined,
  after: boolean,
  options: InsertOptions,
): void {
  const { tracking } = model.settings;
  let reference: Element | undefined = neighbour?.run;
  let insideOwn = false;
  while (reference) {
    const parent = reference.parentNode as Element;
    const name = wordName(parent);
    if (name === "ins" && tracking && isOwn(model, parent)) {
      insideOwn = true;
      break;
    }
    const leaves =
      (options.outsideLinks === true && (name === "hyperlink" || name === "fldSimple")) ||
      (options.outsideControls === true && ["sdtContent", "sdt", "hyperlink", "fldSimple"].includes(name));
    if (leaves && isAtEdge(reference, after)) {
      reference = parent;
      continue;
    }
    if (name !== "ins" && name !== "del" && name !== "moveFrom" && name !== "moveTo") break;
    splitWrapper(parent, after ? reference.nextSibling : reference);
    // Dividing before the reference moved it to the second half.
    reference = after ? parent : (reference.parentNode as Element);
  }
  let node = run;
  if (tracking && !insideOwn) {
    node = createMark(model, paragraph, "ins");
    node.appendChild(run);
  }
  if (!reference) paragraph.appendChild(node);
  else reference.parentNode?.insertBefore(node, after ? reference.nextSibling : reference);
}

/** Whether nothing but the wrapper's own properties stands between a node and the edge of its wrapper. */
function isAtEdge(node: Node, end: boolean): boolean {
  for (let other = end ? node.nextSibling : node.previousSibling; other;) {
    if (other.nodeType === 1 && !/Pr$/.test(wordName(other))) return false;
    other = end ? other.nextSibling : other.previousSibling;
  }
  return true;
}

/** Character properties that new text beside a piece takes on. */
export function formatNear(
  paragraph: Element,
  segments: readonly Segment[],
  neighbour: Segment | undefined,
  options: Pick<InsertOptions, "side" | "outsideLinks">,
): Element | undefined {
  const ordered = options.side === "left" ? [...segments].reverse() : segments;
  const from = neighbour ? ordered.indexOf(neighbour) : 0;
  const isText = (segment: Segment) => segment.text !== "" && segment.kind !== "note";
  const source = ordered.slice(Math.max(0, from)).find(isText) ?? segments.find(isText);
  const properties = source ? child(source.run, "rPr") : child(child(paragraph, "pPr"), "rPr");
  if (!properties) return undefined;
  const link = source && options.outsideLinks === true && ancestor(source.run, ["hyperlink"], paragraph);
  return plainFormat(properties, link ? ["rStyle"] : []);
}

/** A copy of w:rPr without tracked changes, which belong to the text they were made on. */
export function plainFormat(properties: Element, without: readonly string[] = []): Element | undefined {
  const copy = properties.cloneNode(true) as Element;
  const left = ["ins", "del", "moveFrom", "moveTo", "rPrChange", ...without];
  for (const item of children(copy)) if (left.includes(wordName(item))) remove(item);
  return copy.firstChild ? copy : undefined;
}
