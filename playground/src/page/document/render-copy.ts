import { createBrowserDom, openPackage, type WordPackage } from "@genai-office/office-host/package";
import type { ParagraphSource } from "./paragraph-source";
import { makeRenderable } from "./make-renderable";
import { markPageNumbers } from "./mark-page-numbers";
import { markParagraphs } from "./mark-paragraphs";
import { paragraphsKeptWithNext } from "./kept-with-next";
import { joinSharedLists } from "./shared-lists";
import { childNamed, descendantsNamed } from "./word-xml";

/** A package that is only drawn: marked, and changed where docx-preview would leave text out. */
export interface RenderCopy {
  readonly bytes: Uint8Array;
  /** Piece mark -> reading (ふりがな) above it. */
  readonly readings: ReadonlyMap<string, string>;
  /** Paragraphs (by number) that must not be the last on their page. */
  readonly keptWithNext: ReadonlySet<number>;
}

/**
 * Makes the copy of the saved document. `source` lists the live paragraphs that the copy's marks number.
 * @throws Error when the copy does not have the structure of the live document
 */
export function createRenderCopy(saved: Uint8Array, source: ParagraphSource): RenderCopy {
  const pack = openPackage(saved, { dom: createBrowserDom() });
  const root = pack.xml(pack.mainPart).documentElement;
  const body = childNamed(root, "body");
  if (body === undefined) throw new Error("The document has no body.");
  const twins = pairElements(source.body, body);
  const paragraphs = source.paragraphs().map((paragraph) => twins.get(paragraph)!);
  const styles = relatedRoot(pack, "styles");
  const keptWithNext = paragraphsKeptWithNext(paragraphs, styles);
  const readings = markParagraphs(source, twins);
  const numbering = relatedRoot(pack, "numbering");
  if (numbering) joinSharedLists(numbering, styles ? [body, styles] : [body]);
  makeRenderable(body);
  for (const part of storyParts(pack)) {
    const story = pack.xml(part).documentElement;
    markPageNumbers(story);
    makeRenderable(story);
    pack.markChanged(part);
  }
  pack.markChanged(pack.mainPart);
  if (numbering && styles) pack.markChanged(pack.related(pack.mainPart, "styles")!);
  return { bytes: pack.save(), readings, keptWithNext };
}

/** Live element -> its twin in the copy: both have the same elements in the same order. */
function pairElements(live: Element, copy: Element): Map<Element, Element> {
  const copies = copy.getElementsByTagName("*");
  const twins = new Map<Element, Element>();
  let at = 0;
  for (const element of Array.from(live.getElementsByTagName("*"))) {
    const twin = copies[at++];
    if (twin?.localName !== element.localName) throw new Error("The copy differs from the document.");
    twins.set(element, twin);
  }
  return twins;
}

function relatedRoot(pack: WordPackage, kind: string): Element | undefined {
  const part = pack.related(pack.mainPart, kind);
  return part === undefined ? undefined : pack.xml(part).documentElement;
}

/** Headers, footers and notes: drawn as well, but never marked with characters. */
function storyParts(pack: WordPackage): string[] {
  const kinds = new Set(["header", "footer", "footnotes", "endnotes"]);
  const parts = pack
    .relationships(pack.mainPart)
    .filter(({ kind, external, target }) => kinds.has(kind) && !external && pack.has(target))
    .map(({ target }) => target);
  return [...new Set(parts)].filter((part) => descendantsNamed(pack.xml(part), "p").length > 0);
}
