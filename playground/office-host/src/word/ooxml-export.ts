import { spanParagraphs, stretchIn, type Span } from "./content/position";
import { ParagraphContent } from "./content/paragraph-content";
import { ancestor, child, children, remove, wordName } from "./xml/word-xml";
import { usedNumbering } from "./used-numbering";
import { usedStyles } from "./used-styles";
import type { WordModel } from "./word-model";

const packageNamespace = "http://schemas.microsoft.com/office/2006/xmlPackage";
const relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
const relationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

/** Parts that go along because the content needs them to mean the same elsewhere. */
const companions = ["styles", "numbering", "theme", "fontTable", "settings"];
/** Parts that go along only when the content refers to them. */
const referenced: Record<string, string> = {
  footnotes: "footnoteReference",
  endnotes: "endnoteReference",
  comments: "commentReference",
};

/**
 * A span as a flat OPC package (pkg:package), as `getOoxml` answers it: the content in a document of its own, with the
 * styles, numbering, notes, comments, links and pictures it refers to. Paragraphs that are touched in part are cut;
 * tables that are touched are whole rows of it (as on the desktop; believed). `whole` adds the section's properties.
 */
export function exportOoxml(model: WordModel, span: Span, whole: boolean): string {
  const { pack } = model;
  const root = pack.xml(pack.mainPart).documentElement.cloneNode(false) as Element;
  const body = span.story.root.ownerDocument.createElementNS(root.namespaceURI, prefixed(root, "body"));
  root.appendChild(body);
  for (const block of copiedBlocks(model, span)) body.appendChild(block);
  const section = whole ? child(model.main().root, "sectPr") : undefined;
  if (section) body.appendChild(section.cloneNode(true));
  const names = elementNames(body);
  const ids = relationshipIds(body);
  const from = span.story.partName === "" ? pack.mainPart : span.story.partName;
  const used = pack.relationships(from).filter((item) => ids.has(item.id));
  const extra = pack
    .relationships(pack.mainPart)
    .filter(
      (item) =>
        !item.external &&
        pack.has(item.target) &&
        (companions.includes(item.kind) || names.has(referenced[item.kind] ?? "")),
    );
  const reduced: Record<string, string | undefined> = {
    numbering: usedNumbering(model, body),
    styles: usedStyles(model, body),
  };
  const relations = [...used, ...extra.filter((item) => !used.some((other) => other.id === item.id))].filter(
    (item) => !(item.kind in reduced) || reduced[item.kind] !== undefined,
  );
  const parts = [
    xmlPart("/_rels/.rels", relationshipsType, packageRelationships(pack.mainPart)),
    xmlPart(`/${pack.mainPart}`, pack.contentType(pack.mainPart), pack.dom.serialize(root)),
    xmlPart(
      `/${pack.mainPart.replace(/([^/]+)$/, "_rels/$1.rels")}`,
      relationshipsType,
      `<Relationships xmlns="${relationshipsNamespace}">${relations.map(relationshipXml).join("")}</Relationships>`,
    ),
  ];
  const done = new Set<string>();
  for (const item of relations) {
    if (item.external || done.has(item.target) || !pack.has(item.target)) continue;
    done.add(item.target);
    const type = pack.contentType(item.target);
    const part = reduced[item.kind];
    if (part !== undefined) parts.push(xmlPart(`/${item.target}`, type, part));
    else if (/[+/]xml$/.test(type)) {
      parts.push(xmlPart(`/${item.target}`, type, partXml(model, item.target)));
    } else {
      const data = base64(pack.bytes(item.target));
      parts.push(
        `<pkg:part pkg:name="/${escape(item.target)}" pkg:contentType="${escape(type)}" pkg:compression="store"><pkg:binaryData>${data}</pkg:binaryData></pkg:part>`,
      );
    }
  }
  return `<pkg:package xmlns:pkg="${packageNamespace}">${parts.join("")}</pkg:package>`;
}

/** Copies of the blocks a span touches; content outside of it is cut away. */
function copiedBlocks(model: WordModel, span: Span): Element[] {
  const { story } = span;
  const paragraphs = spanParagraphs(span);
  const container = commonContainer(paragraphs, story.root);
  const touched = new Map<Element, Element[]>();
  for (const paragraph of paragraphs) {
    let block: Element = paragraph;
    while (block.parentNode !== container) block = block.parentNode as Element;
    const list = touched.get(block);
    if (list) list.push(paragraph);
    else touched.set(block, [paragraph]);
  }
  return [...touched].map(([block, inside]) => {
    const copy = block.cloneNode(true) as Element;
    if (block === inside[0]) cut(model, copy, stretchIn(span, block));
    if (wordName(copy) === "tbl") keepRows(block, copy, inside);
    const section = child(child(copy, "pPr"), "sectPr");
    if (section) remove(section);
    return copy;
  });
}

/** The innermost element that holds all paragraphs as blocks: a body, cell or content control, never a row or table. */
function commonContainer(paragraphs: readonly Element[], root: Element): Element {
  const holders = (paragraph: Element) => {
    const found: Element[] = [];
    const names = ["tc", "sdtContent"];
    for (let outer = ancestor(paragraph, names, root); outer; outer = ancestor(outer, names, root)) {
      if (child(outer, "p") || child(outer, "tbl")) found.push(outer);
    }
    return [...found, root];
  };
  const last = holders(paragraphs.at(-1) as Element);
  return holders(paragraphs[0] as Element).find((holder) => last.includes(holder)) ?? root;
}

/** Removes the pieces of a copied paragraph that lie outside of a stretch. */
function cut(model: WordModel, paragraph: Element, stretch: { from: number; to: number }): void {
  const content = new ParagraphContent(paragraph, model.profile.text);
  if (stretch.from <= 0 && stretch.to >= content.length) return;
  for (const segment of content.segments) {
    const from = Math.max(0, stretch.from - segment.start);
    const to = Math.min(segment.length, stretch.to - segment.start);
    if (from >= to) remove(segment.node);
    else if (segment.kind === "text" && (from > 0 || to < segment.length)) {
      const text = segment.node.textContent ?? "";
      segment.node.textContent = text.slice(segment.lead + from, segment.lead + to);
      segment.node.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }
  }
}

/** Keeps the rows of a copied table that hold one of the paragraphs. */
function keepRows(original: Element, copy: Element, inside: readonly Element[]): void {
  const rows = children(original, "tr");
  const copies = children(copy, "tr");
  rows.forEach((row, index) => {
    const holds = inside.some((paragraph) => {
      for (let node: Node | null = paragraph; node; node = node.parentNode) if (node === row) return true;
      return false;
    });
    if (!holds) remove(copies[index] as Element);
  });
}

function elementNames(root: Element): Set<string> {
  const names = new Set<string>();
  const visit = (parent: Element) => {
    for (const element of children(parent)) {
      names.add(element.localName);
      visit(element);
    }
  };
  visit(root);
  return names;
}

/** Values of all attributes in a relationships namespace: r:id, r:embed, r:link ... */
function relationshipIds(root: Element): Set<string> {
  const ids = new Set<string>();
  const visit = (parent: Element) => {
    for (const element of children(parent)) {
      for (let index = 0; index < element.attributes.length; index++) {
        const item = element.attributes[index] as Attr;
        if (/\/officeDocument\/(2006\/)?relationships$/.test(item.namespaceURI ?? "")) ids.add(item.value);
      }
      visit(element);
    }
  };
  visit(root);
  return ids;
}

/** A part's root element as text. An unchanged part is taken as it is stored: every call would serialise it again. */
function partXml(model: WordModel, name: string): string {
  const { pack } = model;
  const bytes = pack.isChanged(name) ? undefined : pack.bytes(name);
  const stored = bytes && bytes[0] !== 0xff && bytes[0] !== 0xfe ? new TextDecoder().decode(bytes) : "";
  const root = stored.replace(/^<\?xml[^>]*\?>\s*/, "");
  return /^<[A-Za-z]/.test(root) ? root : pack.dom.serialize(pack.xml(name).documentElement);
}

function relationshipXml(item: { id: string; type: string; target: string; external: boolean }): string {
  const target = item.external ? item.target : `/${item.target}`;
  const mode = item.external ? ' TargetMode="External"' : "";
  return `<Relationship Id="${escape(item.id)}" Type="${escape(item.type)}" Target="${escape(target)}"${mode}/>`;
}

function packageRelationships(mainPart: string): string {
  return `<Relationships xmlns="${relationshipsNamespace}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${escape(mainPart)}"/></Relationships>`;
}

function xmlPart(name: string, contentType: string, xml: string): string {
  return `<pkg:part pkg:name="${escape(name)}" pkg:contentType="${escape(contentType)}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
}

function prefixed(root: Element, name: string): string {
  return root.prefix ? `${root.prefix}:${name}` : name;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
