import { HostError } from "../../rich-api/emulated-type";
import { comparePositions, spanParagraphs, stretchIn, type Position, type Span } from "../content/position";
import type { Story } from "../content/story";
import { ancestor, attribute, child, children, descendants, remove, unwrap, wordName } from "../xml/word-xml";
import { asKept, removeEmpty } from "./delete-content";
import { joinWithNext, removeParagraph } from "./paragraph-structure";
import { unmarkParagraph } from "./tracking";

/** One element that records a change, and the stretch of text it is about. */
export interface RevisionPiece {
  /** w:ins, w:del, w:moveFrom, w:moveTo, or w:...Change. */
  readonly element: Element;
  readonly place: "content" | "mark" | "format" | "row" | "cell";
  readonly paragraph: Element;
  readonly start: Position;
  readonly end: Position;
}

/** Pieces that Word shows as one change: same kind, author and time, without a gap. */
export interface Revision {
  readonly story: Story;
  readonly pieces: RevisionPiece[];
}

const contentNames = ["ins", "del", "moveFrom", "moveTo"];
const cellNames = ["cellIns", "cellDel", "cellMerge"];

/** The tracked changes in a span, in document order. */
export function revisionsIn(span: Span): Revision[] {
  const { story } = span;
  const revisions: Revision[] = [];
  for (const piece of pieces(span)) {
    const last = revisions.at(-1);
    const previous = last?.pieces.at(-1);
    const joins =
      previous !== undefined &&
      previous.place !== "row" &&
      piece.place !== "row" &&
      wordName(previous.element) === wordName(piece.element) &&
      attribute(previous.element, "author") === attribute(piece.element, "author") &&
      attribute(previous.element, "date") === attribute(piece.element, "date") &&
      comparePositions(story, previous.end, piece.start) === 0;
    if (last && joins) last.pieces.push(piece);
    else revisions.push({ story, pieces: [piece] });
  }
  return revisions;
}

function pieces(span: Span): RevisionPiece[] {
  const { story } = span;
  const found: RevisionPiece[] = [];
  const rows = new Set<Element>();
  for (const paragraph of spanParagraphs(span)) {
    const { from, to } = stretchIn(span, paragraph);
    const content = story.content(paragraph);
    const add = (element: Element, place: RevisionPiece["place"], start: number, end: number) =>
      found.push({ element, place, paragraph, start: { paragraph, offset: start }, end: { paragraph, offset: end } });
    for (let row = ancestor(paragraph, ["tr"]); row; row = ancestor(row, ["tr"])) {
      if (rows.has(row)) continue;
      rows.add(row);
      for (const element of tableChanges(row)) {
        add(element, cellNames.includes(wordName(element)) ? "cell" : placeOf(element), 0, content.length);
      }
    }
    const inline = inlineChanges(paragraph);
    const runStretch = new Map<Element, { start: number; end: number }>();
    for (const segment of content.segments) {
      const known = runStretch.get(segment.run);
      if (known) known.end = segment.start + segment.length;
      else runStretch.set(segment.run, { start: segment.start, end: segment.start + segment.length });
    }
    for (const { element, runs } of inline) {
      const stretches = runs.map((run) => runStretch.get(run)).filter((stretch) => stretch !== undefined);
      const start = stretches[0]?.start ?? 0;
      const end = stretches.at(-1)?.end ?? start;
      if (end < from || start > to || (stretches.length > 0 && (end === from || start === to) && from !== to)) continue;
      add(element, contentNames.includes(wordName(element)) ? "content" : "format", start, end);
    }
    const pPr = child(paragraph, "pPr");
    for (const element of children(pPr)) {
      if (wordName(element) === "pPrChange") add(element, "format", 0, content.length);
      if (wordName(element) === "sectPr") {
        const change = child(element, "sectPrChange");
        if (change) add(change, "format", 0, content.length);
      }
    }
    if (to < content.length) continue;
    for (const element of children(child(pPr, "rPr"))) {
      if (contentNames.includes(wordName(element))) add(element, "mark", content.length, content.length + 1);
      if (wordName(element) === "rPrChange") add(element, "format", content.length, content.length + 1);
    }
  }
  return found;
}

function placeOf(element: Element): "row" | "format" {
  return contentNames.includes(wordName(element)) ? "row" : "format";
}

/** Changes of a row, its table and its cells. */
function tableChanges(row: Element): Element[] {
  const found: Element[] = [];
  const table = ancestor(row, ["tbl"]);
  if (table && child(table, "tr") === row) {
    const change = child(child(table, "tblPr"), "tblPrChange");
    if (change) found.push(change);
    const grid = child(child(table, "tblGrid"), "tblGridChange");
    if (grid) found.push(grid);
  }
  for (const element of children(child(row, "trPr"))) {
    if (["ins", "del", "trPrChange"].includes(wordName(element))) found.push(element);
  }
  const exception = child(child(row, "tblPrEx"), "tblPrExChange");
  if (exception) found.push(exception);
  for (const cell of children(row, "tc")) {
    for (const element of children(child(cell, "tcPr"))) {
      if (wordName(element) === "tcPrChange" || cellNames.includes(wordName(element))) found.push(element);
    }
  }
  return found;
}

/** Wrappers and run format changes of a paragraph in document order, with the runs they are about. */
function inlineChanges(paragraph: Element): { element: Element; runs: Element[] }[] {
  const found: { element: Element; runs: Element[] }[] = [];
  const visit = (parent: Element, around: { element: Element; runs: Element[] }[]) => {
    for (const element of children(parent)) {
      const name = wordName(element);
      if (name === "pPr" || name === "sdtPr") continue;
      if (name === "r") {
        for (const outer of around) outer.runs.push(element);
        const change = child(child(element, "rPr"), "rPrChange");
        if (change) found.push({ element: change, runs: [element] });
      } else if (contentNames.includes(name)) {
        const own = { element, runs: [] };
        found.push(own);
        visit(element, [...around, own]);
      } else if (element.localName === "oMath" || element.localName === "oMathPara") {
        for (const outer of around) outer.runs.push(element);
      } else visit(element, around);
    }
  };
  visit(paragraph, []);
  return found;
}

/** What Office.js calls the change. */
export function revisionType(revision: Revision): "Added" | "Deleted" | "Formatted" {
  switch (wordName(revision.pieces[0]?.element)) {
    case "ins":
    case "moveTo":
    case "cellIns":
      return "Added";
    case "del":
    case "moveFrom":
    case "cellDel":
      return "Deleted";
    default:
      return "Formatted";
  }
}

/**
 * Accepts or rejects changes. Content goes first and marks after it, so that a paragraph that was inserted whole
 * leaves nothing behind.
 * @throws HostError `NotImplemented` for inserted, deleted and merged cells
 */
export function resolveRevisions(revisions: readonly Revision[], decision: "accept" | "reject"): void {
  const all = revisions.flatMap((revision) => revision.pieces.map((piece) => ({ piece, story: revision.story })));
  for (const { piece } of all) {
    if (piece.place === "cell") {
      throw new HostError("NotImplemented", `Resolving w:${wordName(piece.element)} is not emulated.`, 501);
    }
  }
  for (const { piece, story } of all) if (piece.place === "format") resolveFormat(piece, story, decision);
  for (const { piece, story } of all) if (piece.place === "content") resolveContent(piece, story, decision);
  for (const { piece, story } of all.reverse()) {
    if (piece.place === "mark") resolveMark(piece, story, decision);
    if (piece.place === "row") resolveRow(piece, story, decision);
  }
  const moved = all.some(({ piece }) => wordName(piece.element).startsWith("move"));
  if (moved) for (const story of new Set(all.map((item) => item.story))) removeMoveMarkers(story);
}

function goes(element: Element, decision: "accept" | "reject"): boolean {
  const addition = wordName(element) === "ins" || wordName(element) === "moveTo";
  return addition === (decision === "reject");
}

function resolveContent(piece: RevisionPiece, story: Story, decision: "accept" | "reject"): void {
  const { element } = piece;
  if (!element.parentNode) return;
  const paragraph = ancestor(element, ["p"]);
  if (!paragraph) return;
  const name = wordName(element);
  if (goes(element, decision)) {
    const inside = story.content(paragraph).segments.filter((segment) => isInside(segment.run, element));
    const parent = element.parentNode as Element;
    remove(element);
    if (parent !== paragraph && children(parent).length === 0) removeEmpty(parent, paragraph);
    story.contentChanged(paragraph);
    for (const segment of inside.reverse()) {
      story.spans.removed(paragraph, segment.start, segment.start + segment.length);
    }
    return;
  }
  if (name === "del" || name === "moveFrom") for (const run of descendants(element, "r")) asKept(run);
  unwrap(element);
  story.contentChanged(paragraph);
}

function resolveMark(piece: RevisionPiece, story: Story, decision: "accept" | "reject"): void {
  const { element, paragraph } = piece;
  if (story.indexOf(paragraph) < 0 || !element.parentNode) return;
  const removed = goes(element, decision);
  unmarkParagraph(paragraph, wordName(element));
  const survivor = decision === "reject" ? "second" : "first";
  if (!removed) story.contentChanged(paragraph);
  // Before a table there is no paragraph to join: one that is empty goes, another stays.
  else if (!joinWithNext(story, paragraph, survivor) && story.content(paragraph).length === 0) {
    removeParagraph(story, paragraph);
  }
}

function resolveRow(piece: RevisionPiece, story: Story, decision: "accept" | "reject"): void {
  const { element } = piece;
  const row = ancestor(element, ["tr"]);
  if (!row || !element.parentNode) return;
  if (!goes(element, decision)) {
    remove(element);
    return;
  }
  const table = ancestor(row, ["tbl"]) as Element;
  const inside = story.paragraphs().filter((paragraph) => isInside(paragraph, row));
  const list = story.paragraphs();
  const after = list[story.indexOf(inside.at(-1) as Element) + 1];
  const before = list[story.indexOf(inside[0] as Element) - 1];
  const neighbour = after ?? before;
  const gone = children(table, "tr").length === 1 ? table : row;
  remove(gone);
  story.structureChanged();
  if (!neighbour) return;
  const offset = after ? 0 : story.content(neighbour).length;
  for (const paragraph of inside) story.spans.gone(paragraph, { paragraph: neighbour, offset });
}

/** Accepting drops the record; rejecting puts the recorded properties back. */
function resolveFormat(piece: RevisionPiece, story: Story, decision: "accept" | "reject"): void {
  const { element, paragraph } = piece;
  const properties = element.parentNode as Element | null;
  if (!properties) return;
  remove(element);
  if (decision === "reject") {
    const old = children(element)[0];
    // What the record does not cover: a mark's own properties, a section break, tracked changes of the same place.
    const kept = ["rPr", "sectPr", "ins", "del", "moveFrom", "moveTo", "headerReference", "footerReference"];
    for (const item of children(properties)) if (!kept.includes(wordName(item))) remove(item);
    // In w:pPr what was kept comes last, elsewhere first (ISO/IEC 29500-1, annex A).
    const before = wordName(properties) === "pPr" ? properties.firstChild : null;
    for (const item of children(old)) properties.insertBefore(item, before);
  }
  const parent = properties.parentNode as Element | null;
  if (children(properties).length === 0) remove(properties);
  if (wordName(parent) === "pPr" && parent && children(parent).length === 0) remove(parent);
  story.contentChanged(paragraph);
}

function removeMoveMarkers(story: Story): void {
  for (const name of ["moveFrom", "moveTo"]) {
    if (descendants(story.root, name).length > 0) continue;
    for (const end of ["RangeStart", "RangeEnd"])
      for (const marker of descendants(story.root, name + end)) remove(marker);
  }
}

function isInside(node: Node, outer: Element): boolean {
  for (let parent: Node | null = node; parent; parent = parent.parentNode) if (parent === outer) return true;
  return false;
}
