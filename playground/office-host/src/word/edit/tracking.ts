import { attribute, child, children, createLike, insertAfter, remove, wordName } from "../xml/word-xml";
import { insertInOrder } from "../xml/element-order";
import type { WordModel } from "../word-model";

/** A mark of a change (w:ins, w:del, w:rPrChange ...) by the person at work, now. */
export function createMark(model: WordModel, near: Element, name: string): Element {
  return createLike(near, name, {
    id: String(model.nextId()),
    author: model.author,
    date: model.timestamp(),
  });
}

/** Whether a mark is by the person at work. */
export function isOwn(model: WordModel, mark: Element | undefined): boolean {
  return attribute(mark, "author") === model.author;
}

/** w:pPr of a paragraph, made when missing. */
export function ensureParagraphProperties(paragraph: Element): Element {
  const existing = child(paragraph, "pPr");
  if (existing) return existing;
  const created = createLike(paragraph, "pPr");
  paragraph.insertBefore(created, paragraph.firstChild);
  return created;
}

/** w:rPr of a paragraph's mark, made when missing. */
export function ensureMarkProperties(paragraph: Element): Element {
  const pPr = ensureParagraphProperties(paragraph);
  const existing = child(pPr, "rPr");
  if (existing) return existing;
  const created = createLike(paragraph, "rPr");
  insertInOrder(pPr, created);
  return created;
}

/** The mark of a tracked change on a paragraph's own mark. */
export function paragraphMark(paragraph: Element, name: "ins" | "del"): Element | undefined {
  return child(child(child(paragraph, "pPr"), "rPr"), name);
}

/** Records that a paragraph's mark was inserted or deleted. */
export function markParagraph(model: WordModel, paragraph: Element, name: "ins" | "del"): void {
  if (paragraphMark(paragraph, name)) return;
  insertInOrder(ensureMarkProperties(paragraph), createMark(model, paragraph, name));
}

/** Takes a mark off a paragraph's mark, and empty property elements with it. */
export function unmarkParagraph(paragraph: Element, name: string): void {
  const pPr = child(paragraph, "pPr");
  const rPr = child(pPr, "rPr");
  const mark = child(rPr, name);
  if (!pPr || !rPr || !mark) return;
  remove(mark);
  if (children(rPr).length === 0) remove(rPr);
  if (children(pPr).length === 0) remove(pPr);
}

/** Before a formatting change: keeps the old properties (w:rPrChange, w:pPrChange), once. */
export function recordFormat(model: WordModel, properties: Element): void {
  const name = `${wordName(properties)}Change`;
  if (!model.settings.tracking || child(properties, name)) return;
  const change = createMark(model, properties, name);
  const old = createLike(properties, wordName(properties));
  const left = ["ins", "del", "moveFrom", "moveTo", "rPr", "sectPr", name];
  for (const item of children(properties)) if (!left.includes(wordName(item))) old.appendChild(item.cloneNode(true));
  change.appendChild(old);
  properties.appendChild(change);
}

/**
 * Divides a wrapper (w:ins, w:del, w:hyperlink ...) before one of its children: the child and what follows it go to a
 * copy of the wrapper after it. Nothing is done when the child is the first, or (null) when there is none.
 */
export function splitWrapper(wrapper: Element, before: Node | null): void {
  if (!before || !before.previousSibling) return;
  const tail = wrapper.cloneNode(false) as Element;
  for (let node: Node | null = before; node;) {
    const next: Node | null = node.nextSibling;
    tail.appendChild(node);
    node = next;
  }
  insertAfter(tail, wrapper);
}
