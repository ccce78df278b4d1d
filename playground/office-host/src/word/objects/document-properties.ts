import type { EmulatedObject, EmulatedType, PropertyDefinition } from "../../rich-api/emulated-type";
import type { WordModel } from "../word-model";

/** Core and extended properties of the file. */
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

function core(name: string): PropertyDefinition<DocumentPropertiesObject> {
  return { get: (target) => target.read("core-properties", name) ?? "" };
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
    Title: core("title"),
    Subject: core("subject"),
    Author: core("creator"),
    Keywords: core("keywords"),
    Comments: core("description"),
    Category: core("category"),
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
    Security: { get: (target) => target.security() },
  },
  methods: {},
};
