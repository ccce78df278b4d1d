import type { Segment } from "../content/segment";
import type { Story } from "../content/story";
import {
  ancestor,
  attribute,
  children,
  createLike,
  remove,
  replaceNode,
  wordName,
  xmlNamespace,
} from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { splitRunAt } from "./split-run";
import { createMark, isOwn } from "./tracking";

/** Children of a run that are no content: a run that has only these can go. */
const carriers = new Set(["rPr", "lastRenderedPageBreak"]);

/**
 * Deletes content of one paragraph, the mark left out: tracked or for good, as the document says. Field marks go only
 * together with their whole field.
 */
export function deleteContent(model: WordModel, story: Story, paragraph: Element, from: number, to: number): void {
  const length = story.content(paragraph).length;
  const start = splitRunAt(story, paragraph, Math.min(from, length));
  const end = splitRunAt(story, paragraph, Math.min(to, length));
  const { segments } = story.content(paragraph);
  const inside = segments.filter((segment) => segment.start >= start && segment.start + segment.length <= end);
  const torn = tornFieldPieces(segments, new Set(inside));
  const going = inside.filter((segment) => !torn.has(segment));
  if (going.length === 0) return;
  // A run may hold pieces that go and field marks that stay: each piece gets a run of its own.
  if (torn.size > 0) {
    for (const segment of [...going].reverse()) {
      splitRunAt(story, paragraph, segment.start + segment.length);
      splitRunAt(story, paragraph, segment.start);
    }
  }
  const starts = going.map((segment) => segment.start);
  deletePieces(model, story, paragraph, new Set(starts));
}

function deletePieces(model: WordModel, story: Story, paragraph: Element, starts: ReadonlySet<number>): void {
  const pieces = story.content(paragraph).segments.filter((segment) => starts.has(segment.start));
  const { tracking } = model.settings;
  const removed: Segment[] = [];
  const runs = new Set(pieces.map((segment) => segment.run));
  for (const run of runs) {
    const own = pieces.filter((segment) => segment.run === run);
    const inserted = ancestor(run, ["ins"], paragraph);
    if (tracking && ancestor(run, ["del", "moveFrom"], paragraph)) continue;
    if (tracking && !(inserted && isOwn(model, inserted))) wrapDeleted(model, run);
    else {
      for (const segment of own) remove(segment.node);
      removed.push(...own);
      removeEmpty(run, paragraph);
    }
  }
  story.contentChanged(paragraph);
  for (const segment of removed.reverse()) {
    story.spans.removed(paragraph, segment.start, segment.start + segment.length);
  }
}

/** Puts a run into w:del, next to the one before it when that is part of the same deletion. */
function wrapDeleted(model: WordModel, run: Element): void {
  asDeleted(run);
  const previous = run.previousSibling as Element | null;
  const parent = run.parentNode as Element;
  const joins =
    wordName(previous) === "del" &&
    isOwn(model, previous ?? undefined) &&
    attribute(previous ?? undefined, "date") === model.timestamp();
  if (previous && joins) {
    previous.appendChild(run);
    return;
  }
  const mark = createMark(model, run, "del");
  parent.insertBefore(mark, run);
  mark.appendChild(run);
}

/** w:t -> w:delText, w:instrText -> w:delInstrText. */
function asDeleted(run: Element): void {
  renameText(run, "t", "delText");
  renameText(run, "instrText", "delInstrText");
}

/** w:delText -> w:t, w:delInstrText -> w:instrText: for text that is no longer deleted. */
export function asKept(run: Element): void {
  renameText(run, "delText", "t");
  renameText(run, "delInstrText", "instrText");
}

function renameText(run: Element, from: string, to: string): void {
  for (const element of children(run, from)) {
    const renamed = createLike(element, to);
    const space = element.getAttributeNS(xmlNamespace, "space");
    if (space) renamed.setAttributeNS(xmlNamespace, "xml:space", space);
    renamed.textContent = element.textContent;
    replaceNode(element, renamed);
  }
}

/** Removes a run that has no content left, and wrappers that became empty with it. */
export function removeEmpty(run: Element, paragraph: Element): void {
  if (children(run).some((element) => !carriers.has(wordName(element)))) return;
  let node: Element = run;
  const transparent = ["ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple"];
  for (;;) {
    const parent = node.parentNode as Element | null;
    remove(node);
    if (!parent || parent === paragraph || !transparent.includes(wordName(parent))) return;
    if (children(parent).length > 0) return;
    node = parent;
  }
}

/** Marks and instructions of fields that lie only partly in a set of pieces. */
function tornFieldPieces(all: readonly Segment[], inside: ReadonlySet<Segment>): Set<Segment> {
  const torn = new Set<Segment>();
  const open: Segment[][] = [];
  for (const segment of all) {
    const type = segment.kind === "field" ? attribute(segment.node, "fldCharType") : undefined;
    if (type === "begin") open.push([segment]);
    else if (segment.kind === "code" || type === "separate") open.at(-1)?.push(segment);
    if (type === "end") {
      const field = [...(open.pop() ?? []), segment];
      const whole = wordName(field[0]?.node) === "fldChar" && field.every((piece) => inside.has(piece));
      const complete = attribute(field[0]?.node, "fldCharType") === "begin";
      if (!whole || !complete) for (const piece of field) torn.add(piece);
    }
  }
  for (const field of open) for (const piece of field) torn.add(piece);
  return torn;
}
