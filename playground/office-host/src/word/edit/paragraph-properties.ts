import { HostError } from "../../rich-api/emulated-type";
import { insertInOrder } from "../xml/element-order";
import { attribute, child, children, createLike, remove, removeAttribute, setAttribute } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { ensureParagraphProperties, recordFormat } from "./tracking";

const alignments: Record<string, string> = { Left: "left", Centered: "center", Right: "right", Justified: "both" };

/** Changes the properties of a paragraph; a tracked document keeps the old ones beside them. */
export function changeParagraph(model: WordModel, paragraph: Element, change: (pPr: Element) => void): void {
  const pPr = ensureParagraphProperties(paragraph);
  recordFormat(model, pPr);
  change(pPr);
  if (children(pPr).length === 0) remove(pPr);
}

/** A child of w:pPr, made in its place when missing. */
export function ensureChild(properties: Element, name: string): Element {
  const existing = child(properties, name);
  if (existing) return existing;
  const created = createLike(properties, name);
  insertInOrder(properties, created);
  return created;
}

export function setAlignment(pPr: Element, alignment: unknown): void {
  const stored = alignments[String(alignment)];
  if (stored === undefined) throw new HostError("InvalidArgument", `${String(alignment)} is no alignment.`);
  setAttribute(ensureChild(pPr, "jc"), "val", stored);
}

/** Points; positive for the first line, negative for hanging. Indents in characters give way. */
export function setFirstLineIndent(pPr: Element, points: number): void {
  const ind = ensureChild(pPr, "ind");
  for (const name of ["firstLine", "hanging", "firstLineChars", "hangingChars"]) removeAttribute(ind, name);
  if (points < 0) setAttribute(ind, "hanging", twips(-points));
  else setAttribute(ind, "firstLine", twips(points));
  // Without an explicit zero the style's indent in characters would win over this one.
  setAttribute(ind, points < 0 ? "hangingChars" : "firstLineChars", "0");
}

export function setIndent(pPr: Element, side: "left" | "right", points: number): void {
  const ind = ensureChild(pPr, "ind");
  const logical = side === "left" ? "start" : "end";
  const stored = attribute(ind, logical) !== undefined ? logical : side;
  setAttribute(ind, stored, twips(points));
  setAttribute(ind, `${stored}Chars`, "0");
}

export function setSpacing(pPr: Element, side: "before" | "after", points: number): void {
  const spacing = ensureChild(pPr, "spacing");
  for (const name of [`${side}Lines`, `${side}Autospacing`]) removeAttribute(spacing, name);
  setAttribute(spacing, side, twips(points));
}

/** Points between lines; Office.js sets a multiple of 12-point lines. */
export function setLineSpacing(pPr: Element, points: number): void {
  const spacing = ensureChild(pPr, "spacing");
  setAttribute(spacing, "line", twips(points));
  setAttribute(spacing, "lineRule", "auto");
}

/** 1 to 9; 10 for body text. */
export function setOutlineLevel(pPr: Element, level: number): void {
  if (!Number.isInteger(level) || level < 1 || level > 10) {
    throw new HostError("InvalidArgument", "An outline level is a whole number from 1 to 10.");
  }
  setAttribute(ensureChild(pPr, "outlineLvl"), "val", String(level - 1));
}

/** Applies a paragraph style; undefined for the default one, which is not written. */
export function setParagraphStyle(pPr: Element, styleId: string | undefined): void {
  if (styleId === undefined) {
    const existing = child(pPr, "pStyle");
    if (existing) remove(existing);
  } else setAttribute(ensureChild(pPr, "pStyle"), "val", styleId);
}

/**
 * Takes a paragraph out of its list, and with it the number and the indents of the list's level. A number that comes
 * from the style is switched off by w:numId 0 (ISO/IEC 29500-1, 17.9.18).
 */
export function detachFromList(model: WordModel, paragraph: Element): void {
  changeParagraph(model, paragraph, (pPr) => {
    const direct = child(pPr, "numPr");
    if (direct) remove(direct);
    if (model.numbering.placeOf(paragraph)) setAttribute(ensureChild(ensureChild(pPr, "numPr"), "numId"), "val", "0");
  });
}

function twips(points: number): string {
  return String(Math.round(points * 20));
}
