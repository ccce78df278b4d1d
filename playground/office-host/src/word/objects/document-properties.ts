import type { EmulatedObject, EmulatedType, PropertyDefinition } from "../../rich-api/emulated-type";
import { cleanText } from "../edit/clean-text";
import type { WordModel } from "../word-model";
import { notEmulated, textArgument } from "./arguments";
import { Collection } from "./collection";
import { customPropertiesOf, customPropertyCollectionType } from "./custom-property";

/** Core, extended and custom properties of the file. */
export class DocumentPropertiesObject implements EmulatedObject {
  readonly emulatedType = documentPropertiesType;

  constructor(readonly model: WordModel) {}

  read(kind: "core-properties" | "extended-properties", name: string): string | undefined {
    const element = this.element(kind, name);
    return element ? (element.textContent ?? "") : undefined;
  }

  element(kind: "core-properties" | "extended-properties", name: string): Element | undefined {
    const { pack } = this.model;
    const part = pack.related("", kind);
    if (part === undefined) return undefined;
    for (let node = pack.xml(part).documentElement.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 1 && (node as Element).localName === name) return node as Element;
    }
    return undefined;
  }

  /** DocSecurity of the file; 8 (locked for annotations) under an enforced protection that the file does not mention. */
  security(): number {
    const stored = Number(this.read("extended-properties", "DocSecurity") ?? 0);
    return stored !== 0 ? stored : this.model.settings.protection() === undefined ? 0 : 8;
  }
}

/** Elements of the core properties that can be written, with their namespaces (ISO/IEC 29500-2, clause 11). */
const dublinCore = "http://purl.org/dc/elements/1.1/";
const coreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

function core(name: string, qualifiedName?: string): PropertyDefinition<DocumentPropertiesObject> {
  const get = (target: DocumentPropertiesObject) => target.read("core-properties", name) ?? "";
  if (qualifiedName === undefined) return { get };
  return { get, set: (target, value) => writeCore(target, name, qualifiedName, textArgument(value)) };
}

/** @throws HostError `NotImplemented` when the document has no core properties part */
function writeCore(target: DocumentPropertiesObject, name: string, qualifiedName: string, text: string): void {
  const { model } = target;
  model.beforeWrite("settings");
  const partName = model.pack.related("", "core-properties");
  if (partName === undefined) throw notEmulated(`DocumentProperties.${name} of a document without core properties`);
  let element = target.element("core-properties", name);
  if (!element) {
    const document = model.pack.xml(partName);
    element = document.createElementNS(qualifiedName.startsWith("dc:") ? dublinCore : coreProperties, qualifiedName);
    document.documentElement.appendChild(element);
  }
  element.textContent = cleanText(text);
  model.partChanged(partName);
}

function extended(name: string): PropertyDefinition<DocumentPropertiesObject> {
  return { get: (target) => target.read("extended-properties", name) ?? "" };
}

/** ISO 8601; null when the file does not say. */
function date(name: string): PropertyDefinition<DocumentPropertiesObject> {
  return { get: (target) => target.read("core-properties", name) ?? null };
}

export const documentPropertiesType: EmulatedType<DocumentPropertiesObject> = {
  name: "DocumentProperties",
  properties: {
    Title: core("title", "dc:title"),
    Subject: core("subject", "dc:subject"),
    Author: core("creator", "dc:creator"),
    Keywords: core("keywords", "cp:keywords"),
    Comments: core("description", "dc:description"),
    Category: core("category", "cp:category"),
    LastAuthor: core("lastModifiedBy"),
    RevisionNumber: core("revision"),
    CreationDate: date("created"),
    LastSaveTime: date("modified"),
    LastPrintDate: date("lastPrinted"),
    Template: extended("Template"),
    ApplicationName: extended("Application"),
    Company: extended("Company"),
    Manager: extended("Manager"),
    Format: core("contentType"),
    CustomProperties: {
      navigation: true,
      get: (target) => new Collection(customPropertyCollectionType, () => customPropertiesOf(target.model)),
    },
    Security: { get: (target) => target.security() },
  },
  methods: {},
};
