import { paragraphMark, pieceMark, type PieceKind } from "./marks";
import type { ParagraphSource, SourcePiece } from "./paragraph-source";
import { attributeOf, childNamed, createWord, descendantsNamed, wordName } from "./word-xml";

/** What docx-preview leaves out and is added after drawing, by the mark in front of the piece. */
export interface Additions {
  /** Reading (ふりがな) above a text. */
  readonly readings: Map<string, string>;
  /** Alternative text of a figure. */
  readonly alternatives: Map<string, string>;
}

/**
 * Puts a bookmark at the start of each paragraph and in front of each piece of content, every piece in a run of its own.
 * `twins` maps live elements to those of the copy.
 */
export function markParagraphs(source: ParagraphSource, twins: ReadonlyMap<Element, Element>): Additions {
  const readings = new Map<string, string>();
  const alternatives = new Map<string, string>();
  source.paragraphs().forEach((live, number) => {
    for (const piece of source.pieces(live)) {
      const node = twins.get(piece.node);
      if (node === undefined || piece.kind === "field" || piece.kind === "code") continue;
      const run = aloneInRun(node);
      const mark = pieceMark(number, piece.start, kindOf(piece, node));
      run.before(createWord(run, "bookmarkStart", { id: "0", name: mark }));
      if (piece.kind === "text") trimAsShown(node, piece);
      else if (piece.kind === "ruby") readings.set(mark, replaceRuby(node));
      else if (piece.kind === "object") alternatives.set(mark, alternativeOf(node));
    }
    const paragraph = twins.get(live)!;
    const mark = createWord(paragraph, "bookmarkStart", { id: "0", name: paragraphMark(number) });
    const properties = childNamed(paragraph, "pPr");
    if (properties) properties.after(mark);
    else paragraph.prepend(mark);
  });
  return { readings, alternatives };
}

/** `wp:docPr` states what a figure shows; "" when the author wrote nothing. */
function alternativeOf(node: Element): string {
  const properties = node.getElementsByTagNameNS("*", "docPr")[0];
  return properties?.getAttribute("descr") ?? "";
}

function kindOf(piece: SourcePiece, node: Element): PieceKind {
  if (piece.kind === "text" || piece.kind === "ruby") return "text";
  if (piece.kind === "note") return wordName(node) === "endnoteReference" ? "endnote" : "note";
  if (piece.kind === "break" && attributeOf(node, "type") === "page") return "page-break";
  return "other";
}

/** Moves the node into a run that holds nothing else, and returns that run. Formulas stand outside of runs. */
function aloneInRun(node: Element): Element {
  const run = node.parentElement!;
  if (wordName(run) !== "r") return node;
  const content = Array.from(run.children).filter((child) => wordName(child) !== "rPr");
  if (content.length === 1) return run;
  const properties = childNamed(run, "rPr");
  const shell = () => {
    const copy = run.cloneNode(false) as Element;
    if (properties) copy.append(properties.cloneNode(true));
    return copy;
  };
  const own = shell();
  const before = shell();
  for (const child of content) {
    if (child === node) break;
    before.append(child);
  }
  own.append(node);
  run.before(...(before.children.length > (properties ? 1 : 0) ? [before] : []), own);
  return own;
}

/** Word does not show white space at the ends of a w:t without xml:space; docx-preview would. */
function trimAsShown(node: Element, piece: SourcePiece): void {
  const text = node.textContent ?? "";
  if (text.length !== piece.length) node.textContent = text.slice(piece.lead, piece.lead + piece.length);
}

/** docx-preview knows no ruby: the base text stays as a text of its own, the reading is added after drawing. */
function replaceRuby(ruby: Element): string {
  const textOf = (name: string) =>
    descendantsNamed(ruby, name)
      .flatMap((part) => descendantsNamed(part, "t"))
      .map((text) => text.textContent)
      .join("");
  const base = createWord(ruby, "t");
  base.textContent = textOf("rubyBase");
  const reading = textOf("rt");
  ruby.replaceWith(base);
  return reading;
}
