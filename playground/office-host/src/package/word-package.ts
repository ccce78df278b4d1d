import { PackageError } from "./package-error";
import { inflateEntry } from "./read-zip";
import type { PackageLimits } from "./package-limits";
import { relationshipsPartName, relativeTarget, resolveTarget, type Relationship } from "./relationship";
import { createEntry, writeZip } from "./write-zip";
import { parseXmlPart, serializeXmlPart, type XmlPart } from "./xml-part";
import type { XmlDom } from "./xml-dom";
import type { ZipEntry } from "./zip-entry";

const relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentTypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";
const contentTypesPart = "[Content_Types].xml";
const transitionalTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const strictTypes = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

const standardDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

interface Part {
  name: string;
  entry?: ZipEntry;
  xml?: XmlPart;
  changed: boolean;
}

/**
 * A Word document as a package of parts. Parts are inflated and parsed when they are asked for. `save` copies the
 * stored bytes of every part that was not marked as changed.
 */
export class WordPackage {
  /** By lower-case name: part names are equal regardless of case (ISO/IEC 29500-2, clause 9.1.1.3). */
  private readonly parts = new Map<string, Part>();
  private readonly relationshipCache = new Map<string, Relationship[]>();
  /** Name of the part that holds the document, "word/document.xml" as a rule. */
  mainPart = "";

  constructor(
    entries: readonly ZipEntry[],
    readonly dom: XmlDom,
    private readonly limits: PackageLimits,
  ) {
    for (const entry of entries) {
      const key = entry.name.toLowerCase();
      if (entry.name.endsWith("/") && entry.size === 0) continue;
      if (this.parts.has(key)) throw new PackageError("broken", `The zip holds ${entry.name} twice.`);
      this.parts.set(key, { name: entry.name, entry, changed: false });
    }
  }

  /** Names of all parts in stored order, `[Content_Types].xml` and relationships included. */
  names(): string[] {
    return [...this.parts.values()].map((part) => part.name);
  }

  has(name: string): boolean {
    return this.parts.has(name.toLowerCase());
  }

  /** True once `markChanged` or `addPart` was called since the package was opened. */
  get changed(): boolean {
    return [...this.parts.values()].some((part) => part.changed);
  }

  isChanged(name: string): boolean {
    return this.parts.get(name.toLowerCase())?.changed ?? false;
  }

  /** Bytes of a part as it stands now. @throws PackageError `broken` when it is missing or damaged */
  bytes(name: string): Uint8Array {
    return this.bytesOf(this.part(name));
  }

  /** The DOM of a part, the same each time. Call `markChanged` after a change, or it will not be saved. */
  xml(name: string): Document {
    const part = this.part(name);
    if (!part.xml) {
      if ((part.entry?.size ?? 0) > this.limits.xmlPartBytes) {
        throw new PackageError("too-large", `${part.name} is too large to be opened.`);
      }
      part.xml = parseXmlPart(this.bytesOf(part), part.name, this.dom);
    }
    return part.xml.document;
  }

  markChanged(name: string): void {
    this.part(name).changed = true;
  }

  /** Adds a part, as text or as a DOM, with its content type. @throws Error when the name is taken */
  addPart(name: string, contentType: string, content: string | Document): Document {
    const key = name.toLowerCase();
    if (this.parts.has(key)) throw new Error(`${name} exists already.`);
    const xml =
      typeof content === "string"
        ? parseXmlPart(new TextEncoder().encode(content), name, this.dom)
        : { document: content, declaration: standardDeclaration };
    const part: Part = { name, xml, changed: true };
    this.parts.set(key, part);
    const types = this.xml(contentTypesPart);
    const override = types.createElementNS(contentTypesNamespace, "Override");
    override.setAttribute("PartName", `/${name}`);
    override.setAttribute("ContentType", contentType);
    types.documentElement.appendChild(override);
    this.markChanged(contentTypesPart);
    return xml.document;
  }

  /** A part name that is free: ("word/header", ".xml") -> "word/header3.xml". */
  freeName(stem: string, extension: string): string {
    for (let number = 1; ; number++) {
      const name = `${stem}${number}${extension}`;
      if (!this.has(name)) return name;
    }
  }

  /** Content type of a part, "" when none is declared. */
  contentType(name: string): string {
    const wanted = `/${name}`.toLowerCase();
    const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    let fallback = "";
    const root = this.xml(contentTypesPart).documentElement;
    for (let node = root.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (element.localName === "Override" && element.getAttribute("PartName")?.toLowerCase() === wanted) {
        return element.getAttribute("ContentType") ?? "";
      }
      if (element.localName === "Default" && element.getAttribute("Extension")?.toLowerCase() === extension) {
        fallback = element.getAttribute("ContentType") ?? "";
      }
    }
    return fallback;
  }

  /** Relationships of a part, or of the package for "". Empty when it has none. */
  relationships(partName: string): readonly Relationship[] {
    const key = partName.toLowerCase();
    const known = this.relationshipCache.get(key);
    if (known) return known;
    const name = relationshipsPartName(partName);
    const list: Relationship[] = [];
    if (this.has(name)) {
      const root = this.xml(name).documentElement;
      for (let node = root.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === 1 && (node as Element).localName === "Relationship") {
          list.push(readRelationship(partName, node as Element));
        }
      }
    }
    this.relationshipCache.set(key, list);
    return list;
  }

  /** The first internal relationship of a kind whose part exists. */
  related(partName: string, kind: string): string | undefined {
    return this.relationships(partName).find((item) => item.kind === kind && !item.external && this.has(item.target))
      ?.target;
  }

  /** Adds a relationship and returns its id. `type` is the full URI, or a kind such as "comments". */
  addRelationship(partName: string, type: string, target: string, external = false): string {
    const existing = this.relationships(partName);
    const taken = new Set(existing.map((item) => item.id));
    let number = existing.length + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const uri = type.includes("/") ? type : (this.isStrict() ? strictTypes : transitionalTypes) + type;
    const name = relationshipsPartName(partName);
    if (!this.has(name)) {
      const xml = `${standardDeclaration}<Relationships xmlns="${relationshipsNamespace}"/>`;
      this.parts.set(name.toLowerCase(), {
        name,
        xml: parseXmlPart(new TextEncoder().encode(xml), name, this.dom),
        changed: true,
      });
    }
    const document = this.xml(name);
    const element = document.createElementNS(relationshipsNamespace, "Relationship");
    element.setAttribute("Id", id);
    element.setAttribute("Type", uri);
    element.setAttribute("Target", external ? target : relativeTarget(partName, target));
    if (external) element.setAttribute("TargetMode", "External");
    document.documentElement.appendChild(element);
    this.markChanged(name);
    this.relationshipCache.delete(partName.toLowerCase());
    return id;
  }

  /** Whether the document uses the strict variant (ISO/IEC 29500-1) with namespaces of its own. */
  isStrict(): boolean {
    return this.relationships("").some((item) => item.type.startsWith(strictTypes));
  }

  /** The whole package as a .docx: changed parts serialised again, all others with the bytes they were stored in. */
  save(): Uint8Array {
    return writeZip(
      [...this.parts.values()].map((part) =>
        part.changed || !part.entry ? createEntry(part.name, this.bytesOf(part), part.entry?.modified) : part.entry,
      ),
    );
  }

  private bytesOf(part: Part): Uint8Array {
    if (part.xml && part.changed) return serializeXmlPart(part.xml, this.dom);
    if (part.entry) return inflateEntry(part.entry);
    throw new Error(`${part.name} has no content.`);
  }

  private part(name: string): Part {
    const part = this.parts.get(name.toLowerCase());
    if (!part) throw new PackageError("broken", `${name} is missing.`);
    return part;
  }
}

function readRelationship(partName: string, element: Element): Relationship {
  const type = element.getAttribute("Type") ?? "";
  const target = element.getAttribute("Target") ?? "";
  const external = element.getAttribute("TargetMode") === "External";
  return {
    id: element.getAttribute("Id") ?? "",
    type,
    kind: type.slice(type.lastIndexOf("/") + 1),
    target: external ? target : resolveTarget(partName, target),
    external,
  };
}
