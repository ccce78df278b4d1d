import type { Position } from "../content/position";
import type { Story } from "../content/story";
import { insertInOrder } from "../xml/element-order";
import { child, children, insertAfter, remove, wordName } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { splitRunAt } from "./split-run";
import { ensureMarkProperties, ensureParagraphProperties, markParagraph } from "./tracking";

const identities = ["paraId", "textId"];
const markNames = ["ins", "del", "moveFrom", "moveTo"];

/** Block-level siblings that are no text: skipped when looking for the next paragraph. */
const markers = new Set([
  "bookmarkStart",
  "bookmarkEnd",
  "commentRangeStart",
  "commentRangeEnd",
  "proofErr",
  "permStart",
  "permEnd",
  "moveFromRangeStart",
  "moveFromRangeEnd",
  "moveToRangeStart",
  "moveToRangeEnd",
]);

/**
 * Divides a paragraph. The first half keeps the element; the second gets the old mark with its properties, its tracked
 * changes and its section break.
 * @param spans "stay" when a paragraph is added below: ranges up to the end of this one keep their end
 * @returns the new second half
 */
export function splitParagraph(
  model: WordModel,
  story: Story,
  at: Position,
  spans: "follow" | "stay" = "follow",
): Element {
  const { paragraph } = at;
  const offset = splitRunAt(story, paragraph, Math.min(at.offset, story.content(paragraph).length));
  const right = story.content(paragraph).segments.find((segment) => segment.start >= offset);
  const tail = withoutIdentity(paragraph.cloneNode(false) as Element);
  const pPr = child(paragraph, "pPr");
  if (pPr) {
    tail.appendChild(pPr.cloneNode(true));
    const section = child(pPr, "sectPr");
    if (section) {
      // The same element must stay in use: sections are known by it.
      const copy = child(child(tail, "pPr"), "sectPr") as Element;
      copy.parentNode?.replaceChild(section, copy);
    }
    for (const item of children(child(pPr, "rPr"))) if (markNames.includes(wordName(item))) remove(item);
    pruneProperties(paragraph);
  }
  if (right) moveFrom(paragraph, right.run, tail);
  insertAfter(tail, paragraph);
  if (model.settings.tracking) markParagraph(model, paragraph, "ins");
  story.contentChanged(paragraph);
  story.structureChanged();
  if (spans === "follow") story.spans.divided(paragraph, offset, tail);
  return tail;
}

/** Moves a node of a paragraph and all that follows it to another; wrappers around it are divided, or moved whole. */
function moveFrom(paragraph: Element, from: Element, target: Element): void {
  let first: Node = from;
  for (let parent = from.parentNode as Element; parent !== paragraph; parent = first.parentNode as Element) {
    if (standsFirst(first)) {
      first = parent;
      continue;
    }
    const copy = parent.cloneNode(false) as Element;
    moveSiblings(first, copy);
    insertAfter(copy, parent);
    first = copy;
  }
  moveSiblings(first, target);
}

/** Whether only the properties of its wrapper stand before a node. */
function standsFirst(node: Node): boolean {
  for (let previous = node.previousSibling; previous; previous = previous.previousSibling) {
    if (previous.nodeType === 1 && !/Pr$/.test(wordName(previous))) return false;
  }
  return true;
}

function moveSiblings(from: Node, target: Element): void {
  for (let node: Node | null = from; node;) {
    const next: Node | null = node.nextSibling;
    target.appendChild(node);
    node = next;
  }
}

/** The paragraph that would take over a paragraph's text if its mark went; undefined before a table or an end. */
export function followingParagraph(paragraph: Element): Element | undefined {
  for (let node = paragraph.nextSibling; node; node = node.nextSibling) {
    const name = wordName(node);
    if (name === "p") return node as Element;
    if (node.nodeType === 1 && !markers.has(name)) return undefined;
  }
  return undefined;
}

/** Whether a paragraph is the last of its body or cell, so that its mark cannot go. */
export function isLastInContainer(paragraph: Element): boolean {
  for (let node = paragraph.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === 1 && !markers.has(wordName(node)) && wordName(node) !== "sectPr") return false;
  }
  return true;
}

/**
 * Removes a paragraph's mark: its text runs together with the next. A mark holds its paragraph's properties, so the
 * second's are left (`survivor` "second": a mark that was inserted goes away again). When a person deletes a mark, Word
 * keeps the properties of the first, unless it has no content (`survivor` "first", believed).
 * @param element which of the two w:p stays when both have content; it keeps the first's identity (w14:paraId)
 * @returns the paragraph that is left, undefined when there is none to join
 */
export function joinWithNext(
  story: Story,
  paragraph: Element,
  survivor: "first" | "second",
  element: "first" | "second" = "first",
): Element | undefined {
  const next = followingParagraph(paragraph);
  if (!next) return undefined;
  const length = story.content(paragraph).length;
  if (length === 0) {
    moveBefore(paragraph, next);
    remove(paragraph);
    story.contentChanged(next);
    story.structureChanged();
    story.spans.gone(paragraph, { paragraph: next, offset: 0 });
    return next;
  }
  // A place after the mark that goes is now between the two texts.
  story.spans.removed(paragraph, length, length + 1);
  if (survivor === "second" && element === "second") {
    moveBefore(paragraph, next);
    takeOverIdentity(paragraph, next);
    remove(paragraph);
    story.contentChanged(next);
    story.structureChanged();
    story.spans.joined(next, next, length);
    story.spans.joined(paragraph, next, 0);
    return next;
  }
  for (const item of children(next)) if (wordName(item) !== "pPr") paragraph.appendChild(item);
  if (survivor === "first") takeOverMark(paragraph, next);
  else {
    const own = child(paragraph, "pPr");
    if (own) remove(own);
    const pPr = child(next, "pPr");
    if (pPr) paragraph.insertBefore(pPr, paragraph.firstChild);
  }
  remove(next);
  story.contentChanged(paragraph);
  story.structureChanged();
  story.spans.joined(next, paragraph, length);
  return paragraph;
}

/** Puts the content of a paragraph before that of the next. */
function moveBefore(paragraph: Element, next: Element): void {
  const pPr = child(next, "pPr");
  const first = pPr ? pPr.nextSibling : next.firstChild;
  for (const item of children(paragraph)) if (wordName(item) !== "pPr") next.insertBefore(item, first);
}

function takeOverIdentity(paragraph: Element, next: Element): void {
  withoutIdentity(next);
  for (const item of [...Array.from(paragraph.attributes)]) {
    if (identities.includes(item.localName)) next.setAttributeNS(item.namespaceURI, item.name, item.value);
  }
}

/** The surviving mark is the second one: its tracked changes and its section break come along. */
function takeOverMark(paragraph: Element, next: Element): void {
  const pPr = child(paragraph, "pPr");
  for (const item of children(child(pPr, "rPr"))) if (markNames.includes(wordName(item))) remove(item);
  const section = child(pPr, "sectPr");
  if (section) remove(section);
  for (const item of children(child(child(next, "pPr"), "rPr"))) {
    if (markNames.includes(wordName(item))) insertInOrder(ensureMarkProperties(paragraph), item);
  }
  const nextSection = child(child(next, "pPr"), "sectPr");
  if (nextSection) insertInOrder(ensureParagraphProperties(paragraph), nextSection);
  pruneProperties(paragraph);
}

/** Removes a w:rPr of the mark, and a w:pPr, that hold nothing. */
function pruneProperties(paragraph: Element): void {
  const pPr = child(paragraph, "pPr");
  const rPr = child(pPr, "rPr");
  if (rPr && children(rPr).length === 0) remove(rPr);
  if (pPr && children(pPr).length === 0) remove(pPr);
}

/**
 * Removes a paragraph with its content. Bookmarks and comment ranges that reach beyond it stay, in a neighbour.
 * @returns false when it is the last of its body or cell, or ends a section, and had to stay
 */
export function removeParagraph(story: Story, paragraph: Element): boolean {
  const stays = isLastInContainer(paragraph) && !isSpareInControl(paragraph);
  if (stays || child(child(paragraph, "pPr"), "sectPr")) return false;
  const list = story.paragraphs();
  const neighbour = list[story.indexOf(paragraph) + 1];
  if (!neighbour) return false;
  const pPr = child(neighbour, "pPr");
  const first = pPr ? pPr.nextSibling : neighbour.firstChild;
  for (const marker of unpairedMarkers(paragraph)) neighbour.insertBefore(marker, first);
  remove(paragraph);
  story.contentChanged(neighbour);
  story.structureChanged();
  story.spans.gone(paragraph, { paragraph: neighbour, offset: 0 });
  return true;
}

/** Whether a paragraph ends a content control that keeps another block, with text below: nothing needs it there. */
function isSpareInControl(paragraph: Element): boolean {
  const content = paragraph.parentNode as Element;
  if (wordName(content) !== "sdtContent" || isLastInContainer(content.parentNode as Element)) return false;
  return children(content).some((item) => item !== paragraph && ["p", "tbl"].includes(wordName(item)));
}

/** Starts without their end, and ends without their start, inside an element. */
export function unpairedMarkers(root: Element): Element[] {
  const found: Element[] = [];
  const visit = (parent: Element) => {
    for (const element of children(parent)) {
      if (markers.has(wordName(element)) && wordName(element) !== "proofErr") found.push(element);
      visit(element);
    }
  };
  visit(root);
  const key = (element: Element) =>
    `${wordName(element).replace(/(Start|End)$/, "")}/${element.getAttributeNS(element.namespaceURI, "id") ?? ""}`;
  const counts = new Map<string, number>();
  for (const element of found) counts.set(key(element), (counts.get(key(element)) ?? 0) + 1);
  return found.filter((element) => counts.get(key(element)) === 1);
}

/** Removes w14:paraId and w14:textId, which must be unique. */
export function withoutIdentity(paragraph: Element): Element {
  for (const attribute of [...Array.from(paragraph.attributes)]) {
    if (identities.includes(attribute.localName)) paragraph.removeAttributeNode(attribute);
  }
  return paragraph;
}
