import { comparePositions, type Span } from "../content/position";
import { positionOf } from "../content/node-position";
import type { Story } from "../content/story";
import {
  attribute,
  child,
  children,
  createLike,
  descendants,
  insertAfter,
  remove,
  value,
  wordName,
} from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { createRun } from "./run-text";
import { splitRunAt } from "./split-run";
import { removeEmpty } from "./delete-content";
import { splitWrapper } from "./tracking";

const word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
const word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
const commentsExtendedType = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended";

/** Adds a comment on a span. @returns its w:comment */
export function insertComment(model: WordModel, span: Span, text: string): Element {
  const { root, partName } = ensureComments(model);
  const taken = children(root, "comment").map((item) => Number(attribute(item, "id")));
  const id = String(Math.max(-1, ...taken.filter(Number.isFinite)) + 1);
  const comment = createLike(root, "comment", {
    id,
    author: model.author,
    date: model.timestamp(),
    initials: initials(model.author),
  });
  root.appendChild(comment);
  fillComment(model, comment, text);
  const paragraphs = children(comment, "p");
  setParagraphId(model, paragraphs.at(-1) as Element);
  markSpan(span, id, referenceStyle(model));
  model.partChanged(partName);
  return comment;
}

/** Replaces the text of a comment; lines become paragraphs. The paragraph id that replies point to stays. */
export function setCommentText(model: WordModel, comment: Element, text: string): void {
  const old = children(comment, "p");
  const id = old.at(-1)?.getAttributeNS(word2010, "paraId");
  for (const paragraph of old) remove(paragraph);
  fillComment(model, comment, text);
  const last = children(comment, "p").at(-1);
  if (id && last) last.setAttributeNS(word2010, "w14:paraId", id);
}

function fillComment(model: WordModel, comment: Element, text: string): void {
  const style = styleId(model, "paragraph", "annotation text");
  text.split("\n").forEach((line, index) => {
    const paragraph = createLike(comment, "p");
    if (style !== undefined) {
      const pPr = createLike(comment, "pPr");
      pPr.appendChild(createLike(comment, "pStyle", { val: style }));
      paragraph.appendChild(pPr);
    }
    if (index === 0) {
      const mark = createRun(comment, "", referenceFormat(comment, referenceStyle(model)));
      mark.appendChild(createLike(comment, "annotationRef"));
      paragraph.appendChild(mark);
    }
    if (line !== "") paragraph.appendChild(createRun(comment, line, undefined));
    comment.appendChild(paragraph);
  });
}

/** Range marks around a span, and the reference after it. */
function markSpan(span: Span, id: string, style: string | undefined): void {
  const { story, start } = span;
  const length = story.content(span.end.paragraph).length;
  const end = { paragraph: span.end.paragraph, offset: Math.min(span.end.offset, length) };
  const endOffset = splitRunAt(story, end.paragraph, end.offset);
  const startOffset = splitRunAt(story, start.paragraph, Math.min(start.offset, story.content(start.paragraph).length));
  const near = start.paragraph;
  const startMark = createLike(near, "commentRangeStart", { id });
  const endMark = createLike(near, "commentRangeEnd", { id });
  const reference = createRun(near, "", referenceFormat(near, style));
  reference.appendChild(createLike(near, "commentReference", { id }));
  const last = story.content(end.paragraph).segments.findLast((item) => item.start + item.length <= endOffset);
  const first = story.content(start.paragraph).segments.find((item) => item.start >= startOffset);
  insertAfterRun(end.paragraph, last?.run, reference);
  reference.parentNode?.insertBefore(endMark, reference);
  if (first && (startOffset < endOffset || start.paragraph !== end.paragraph)) {
    const outer = outsideChange(first.run, "before");
    outer.parentNode?.insertBefore(startMark, outer);
  } else if (start.paragraph === end.paragraph) endMark.parentNode?.insertBefore(startMark, endMark);
  else start.paragraph.appendChild(startMark);
  story.contentChanged(start.paragraph);
  story.contentChanged(end.paragraph);
}

function insertAfterRun(paragraph: Element, run: Element | undefined, node: Element): void {
  if (run) {
    insertAfter(node, outsideChange(run, "after"));
    return;
  }
  const pPr = child(paragraph, "pPr");
  paragraph.insertBefore(node, pPr ? pPr.nextSibling : paragraph.firstChild);
}

/** Climbs out of tracked changes, dividing them, so that a mark is not itself part of a change. */
function outsideChange(run: Element, side: "before" | "after"): Element {
  let node = run;
  for (;;) {
    const parent = node.parentNode as Element;
    if (!["ins", "del", "moveFrom", "moveTo"].includes(wordName(parent))) return node;
    splitWrapper(parent, side === "after" ? node.nextSibling : node);
    node = side === "after" ? parent : (node.parentNode as Element);
  }
}

/** Removes a comment, its replies, its marks in the text and what other parts say about it. */
export function deleteComment(model: WordModel, comment: Element): void {
  const part = model.relatedRoot("comments");
  if (!part) return;
  for (const item of [comment, ...repliesTo(model, comment)]) {
    const id = attribute(item, "id") ?? "";
    for (const story of model.allStories()) removeMarks(model, story, id);
    const entry = extendedEntry(model, item);
    if (entry) {
      remove(entry);
      const extended = model.pack.related(model.pack.mainPart, "commentsExtended");
      if (extended !== undefined) model.partChanged(extended);
    }
    remove(item);
  }
  model.partChanged(part.partName);
}

function removeMarks(model: WordModel, story: Story, id: string): void {
  let touched = false;
  for (const name of ["commentRangeStart", "commentRangeEnd", "commentReference"]) {
    for (const mark of descendants(story.root, name).filter((item) => attribute(item, "id") === id)) {
      const run = mark.parentNode as Element;
      remove(mark);
      touched = true;
      if (name !== "commentReference") continue;
      let paragraph: Node | null = run;
      while (paragraph && wordName(paragraph) !== "p") paragraph = paragraph.parentNode;
      if (paragraph) {
        removeEmpty(run, paragraph as Element);
        story.contentChanged(paragraph as Element);
      }
    }
  }
  if (touched) model.changed(story);
}

/** Comments of the document that are not replies. */
export function topLevelComments(model: WordModel): Element[] {
  const all = children(model.relatedRoot("comments")?.root, "comment");
  return all.filter((comment) => !extendedEntry(model, comment)?.getAttributeNS(word2012, "paraIdParent"));
}

export function repliesTo(model: WordModel, comment: Element): Element[] {
  const id = lastParagraphId(comment);
  if (!id) return [];
  const all = children(model.relatedRoot("comments")?.root, "comment");
  return all.filter((item) => extendedEntry(model, item)?.getAttributeNS(word2012, "paraIdParent") === id);
}

export function isResolved(model: WordModel, comment: Element): boolean {
  const done = extendedEntry(model, comment)?.getAttributeNS(word2012, "done");
  return done === "1" || done === "true";
}

export function setResolved(model: WordModel, comment: Element, resolved: boolean): void {
  const entry = extendedEntry(model, comment) ?? createExtendedEntry(model, comment);
  entry.setAttributeNS(word2012, "w15:done", resolved ? "1" : "0");
  const partName = model.pack.related(model.pack.mainPart, "commentsExtended");
  if (partName !== undefined) model.partChanged(partName);
}

/** The stretch of text a comment is about; of its reference when it has no range. */
export function commentSpan(model: WordModel, comment: Element): Span | undefined {
  const id = attribute(comment, "id") ?? "";
  for (const story of model.allStories()) {
    const marks = commentMarks(story);
    const found = marks.get(id);
    if (!found) continue;
    const start = positionOf(story, found.start ?? found.reference ?? story.root, "start");
    const end = positionOf(story, found.end ?? found.reference ?? story.root, "end");
    if (!start || !end) continue;
    return comparePositions(story, start, end) <= 0 ? { story, start, end } : { story, start, end: start };
  }
  return undefined;
}

interface Marks {
  start?: Element;
  end?: Element;
  reference?: Element;
}

/** Marks of all comments in a story by comment id, in document order. */
export function commentMarks(story: Story): Map<string, Marks> {
  const found = new Map<string, Marks>();
  const keys: Record<string, keyof Marks> = {
    commentRangeStart: "start",
    commentRangeEnd: "end",
    commentReference: "reference",
  };
  const visit = (parent: Element) => {
    for (const element of children(parent)) {
      const key = keys[wordName(element)];
      if (key) {
        const id = attribute(element, "id") ?? "";
        const marks = found.get(id) ?? {};
        marks[key] ??= element;
        found.set(id, marks);
      } else visit(element);
    }
  };
  visit(story.root);
  return found;
}

function ensureComments(model: WordModel): { root: Element; partName: string } {
  const existing = model.relatedRoot("comments");
  if (existing) return existing;
  const { pack } = model;
  const namespace = pack.xml(pack.mainPart).documentElement.namespaceURI ?? "";
  const partName = `${folderOf(pack.mainPart)}comments.xml`;
  const document = pack.addPart(
    partName,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="${word2010}" mc:Ignorable="w14"/>`,
  );
  pack.addRelationship(pack.mainPart, "comments", partName);
  return { root: document.documentElement, partName };
}

function createExtendedEntry(model: WordModel, comment: Element): Element {
  const { pack } = model;
  let partName = pack.related(pack.mainPart, "commentsExtended");
  if (partName === undefined) {
    partName = `${folderOf(pack.mainPart)}commentsExtended.xml`;
    pack.addPart(
      partName,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml",
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w15:commentsEx xmlns:w15="${word2012}"/>`,
    );
    pack.addRelationship(pack.mainPart, commentsExtendedType, partName);
  }
  const document = pack.xml(partName);
  const entry = document.createElementNS(word2012, "w15:commentEx");
  const last = children(comment, "p").at(-1) as Element;
  entry.setAttributeNS(word2012, "w15:paraId", lastParagraphId(comment) ?? setParagraphId(model, last));
  document.documentElement.appendChild(entry);
  const comments = model.relatedRoot("comments");
  if (comments) model.partChanged(comments.partName);
  return entry;
}

function extendedEntry(model: WordModel, comment: Element): Element | undefined {
  const id = lastParagraphId(comment);
  const partName = model.pack.related(model.pack.mainPart, "commentsExtended");
  if (!id || partName === undefined) return undefined;
  return children(model.pack.xml(partName).documentElement).find(
    (entry) => entry.getAttributeNS(word2012, "paraId") === id,
  );
}

function lastParagraphId(comment: Element): string | undefined {
  const last = children(comment, "p").at(-1);
  return last?.getAttributeNS(word2010, "paraId") || undefined;
}

/** Eight hexadecimal digits below 80000000 ([MS-DOCX] 2.6.2.3), new in this document. */
function setParagraphId(model: WordModel, paragraph: Element): string {
  const id = (0x5a000000 + model.nextId()).toString(16).toUpperCase();
  paragraph.setAttributeNS(word2010, "w14:paraId", id);
  return id;
}

function referenceStyle(model: WordModel): string | undefined {
  return styleId(model, "character", "annotation reference");
}

function referenceFormat(near: Element, style: string | undefined): Element | undefined {
  if (style === undefined) return undefined;
  const rPr = createLike(near, "rPr");
  rPr.appendChild(createLike(near, "rStyle", { val: style }));
  return rPr;
}

function styleId(model: WordModel, kind: string, name: string): string | undefined {
  const style = model.styles
    .all()
    .find((item) => attribute(item, "type") === kind && (value(child(item, "name")) ?? "").toLowerCase() === name);
  return attribute(style, "styleId");
}

function folderOf(partName: string): string {
  return partName.slice(0, partName.lastIndexOf("/") + 1);
}

function initials(author: string): string {
  return author
    .split(/\s+/)
    .map((word) => [...word][0] ?? "")
    .join("")
    .slice(0, 9);
}
