import { child, children, compatibilityNamespace, wordName } from "../xml/word-xml";
import { firstChoice, ParagraphContent, type TextConventions } from "./paragraph-content";
import { SpanTracker } from "./span-tracker";

export type StoryKind = "MainDoc" | "Header" | "Footer" | "Footnote" | "Endnote" | "Comment";

/** Block-level wrappers that are transparent: their paragraphs belong to the story like all others. */
const wrappers = new Set([
  "ins",
  "del",
  "moveFrom",
  "moveTo",
  "customXml",
  "smartTag",
  "sdtContent",
  "tbl",
  "tr",
  "tc",
]);

/**
 * A flow of paragraphs with one order: the body, a header, a note. Tables are part of it, text boxes are not.
 * The list of paragraphs is made once and again after `structureChanged`.
 */
export class Story {
  readonly spans = new SpanTracker();
  private list: Element[] | undefined;
  private positions: Map<Element, number> | undefined;
  private contents = new WeakMap<Element, ParagraphContent>();
  /** Grows with each change of structure; caches over paragraphs compare it. */
  version = 0;

  constructor(
    readonly kind: StoryKind,
    readonly partName: string,
    /** w:body, w:hdr, w:ftr, w:footnote, w:endnote or w:comment. */
    readonly root: Element,
    private readonly conventions: TextConventions,
  ) {}

  paragraphs(): readonly Element[] {
    return (this.list ??= paragraphsIn(this.root));
  }

  /** Position of a paragraph in the story, -1 when it is not part of it (any more). */
  indexOf(paragraph: Element): number {
    this.positions ??= new Map(this.paragraphs().map((item, index) => [item, index]));
    return this.positions.get(paragraph) ?? -1;
  }

  content(paragraph: Element): ParagraphContent {
    let content = this.contents.get(paragraph);
    if (!content) {
      content = new ParagraphContent(paragraph, this.conventions);
      this.contents.set(paragraph, content);
    }
    return content;
  }

  /** To be called after the inline content of a paragraph changed. */
  contentChanged(paragraph: Element): void {
    this.contents.delete(paragraph);
    this.version++;
  }

  /** To be called after paragraphs or tables were added, removed or moved. */
  structureChanged(): void {
    this.list = undefined;
    this.positions = undefined;
    this.version++;
  }
}

/** Paragraphs below a container in document order, those in tables and content controls included. */
export function paragraphsIn(root: Element): Element[] {
  const found: Element[] = [];
  const visit = (parent: Element) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      const name = wordName(element);
      if (name === "p") found.push(element);
      else if (wrappers.has(name)) visit(element);
      else if (name === "sdt") {
        const content = child(element, "sdtContent");
        if (content) visit(content);
      } else if (element.localName === "AlternateContent" && element.namespaceURI === compatibilityNamespace) {
        const choice = firstChoice(element);
        if (choice) visit(choice);
      }
    }
  };
  visit(root);
  return found;
}

/** Block-level elements directly in a container, wrappers opened: w:p and w:tbl. */
export function blocksIn(root: Element): Element[] {
  return children(root).flatMap((element) => {
    const name = wordName(element);
    if (name === "p" || name === "tbl") return [element];
    if (name === "sdt") return blocksIn(child(element, "sdtContent") ?? element);
    return wrappers.has(name) ? blocksIn(element) : [];
  });
}
