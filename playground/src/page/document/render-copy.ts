import type { WordPackage } from "@genai-office/office-host/package";
import { strToU8, zipSync, type Zippable } from "fflate";
import { paragraphsKeptWithNext } from "./kept-with-next";
import { makeRenderable } from "./make-renderable";
import { markPageNumbers } from "./mark-page-numbers";
import { type Additions, markParagraphs } from "./mark-paragraphs";
import type { ParagraphSource } from "./paragraph-source";
import { prepareSections } from "./sections";
import { joinSharedLists } from "./shared-lists";
import { childNamed } from "./word-xml";

/** A package that is only drawn: marked, and changed where docx-preview would leave text out. */
export interface RenderCopy {
  readonly bytes: Uint8Array;
  readonly additions: Additions;
  /** Paragraphs (by number) that must not be the last on their page. */
  readonly keptWithNext: ReadonlySet<number>;
}

/** Makes the copy of the document as it is now. The live document is only read. */
export function createRenderCopy(source: ParagraphSource): RenderCopy {
  const live = source.package;
  const copies = new Map<string, Document>();
  // Cloning is several times faster than saving and parsing again, which shows in long documents.
  const copyOf = (part: string) => {
    const copy = copies.get(part) ?? (live.xml(part).cloneNode(true) as Document);
    copies.set(part, copy);
    return copy.documentElement;
  };
  const body = childNamed(copyOf(live.mainPart), "body");
  if (body === undefined) throw new Error("The document has no body.");
  const twins = pairElements(source.body, body);
  const stylesPart = live.related(live.mainPart, "styles");
  const styles = stylesPart === undefined ? undefined : copyOf(stylesPart);
  const paragraphs = source.paragraphs().map((paragraph) => twins.get(paragraph)!);
  const keptWithNext = paragraphsKeptWithNext(paragraphs, styles);
  const additions = markParagraphs(source, twins);
  const numberingPart = live.related(live.mainPart, "numbering");
  if (numberingPart !== undefined)
    joinSharedLists(live.xml(numberingPart).documentElement, styles ? [body, styles] : [body]);
  makeRenderable(body);
  prepareSections(body);
  // Left and right pages: docx-preview would tell them apart by its own long pages. All get the header of right ones.
  const settingsPart = live.related(live.mainPart, "settings");
  if (settingsPart !== undefined) childNamed(copyOf(settingsPart), "evenAndOddHeaders")?.remove();
  for (const part of storyParts(live)) {
    const story = copyOf(part);
    markPageNumbers(story);
    makeRenderable(story);
  }
  return { bytes: pack(live, copies), additions, keptWithNext };
}

/** Live element -> its twin in the copy. */
function pairElements(live: Element, copy: Element): Map<Element, Element> {
  const twins = new Map<Element, Element>();
  const pair = (one: Element, other: Element) => {
    twins.set(one, other);
    let twin = other.firstElementChild;
    for (let child = one.firstElementChild; child && twin; child = child.nextElementSibling) {
      pair(child, twin);
      twin = twin.nextElementSibling;
    }
  };
  pair(live, copy);
  return twins;
}

/** Headers, footers and notes: drawn as well, but never marked with characters. */
function storyParts(live: WordPackage): Set<string> {
  const kinds = new Set(["header", "footer", "footnotes", "endnotes"]);
  const related = live.relationships(live.mainPart);
  return new Set(
    related
      .filter(({ kind, external, target }) => kinds.has(kind) && !external && live.has(target))
      .map(({ target }) => target),
  );
}

/** Without compression: the zip is read again a moment later. */
function pack(live: WordPackage, copies: ReadonlyMap<string, Document>): Uint8Array {
  const entries: Zippable = {};
  const serializer = new XMLSerializer();
  for (const name of live.names()) {
    const copy = copies.get(name);
    entries[name] = copy ? strToU8(serializer.serializeToString(copy)) : live.bytes(name);
  }
  return zipSync(entries, { level: 0 });
}
