import type { EmulatedObject, EmulatedType, Scalar } from "../../rich-api/emulated-type";
import type { WordModel } from "../word-model";
import type { Collection } from "./collection";
import { collectionType, withNullVariant } from "./collection";
import { textArgument } from "./arguments";

/** A custom document property (ISO/IEC 29500-1, 22.3): its name and its value as the file has them. */
export class CustomPropertyObject implements EmulatedObject {
  readonly emulatedType = customPropertyType;

  constructor(readonly node: Element) {}

  get key(): string {
    return this.node.getAttribute("name") ?? "";
  }

  /** Word's names of the types that the file's variants stand for. */
  get type(): "Boolean" | "Date" | "Number" | "String" {
    switch (this.variant()?.localName) {
      case "bool":
        return "Boolean";
      case "filetime":
      case "date":
        return "Date";
      case "i1":
      case "i2":
      case "i4":
      case "int":
      case "r4":
      case "r8":
        return "Number";
      default:
        return "String";
    }
  }

  get value(): Scalar {
    const text = this.variant()?.textContent ?? "";
    if (this.type === "Boolean") return text === "true" || text === "1";
    return this.type === "Number" ? Number(text) : text;
  }

  private variant(): Element | undefined {
    for (let node = this.node.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 1) return node as Element;
    }
    return undefined;
  }
}

/** Custom properties of the file in their order; none without the part. */
export function customPropertiesOf(model: WordModel): CustomPropertyObject[] {
  const part = model.pack.related("", "custom-properties");
  if (part === undefined) return [];
  const found: CustomPropertyObject[] = [];
  for (let node = model.pack.xml(part).documentElement.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 1 || (node as Element).localName !== "property") continue;
    const element = node as Element;
    found.push(model.objects.get(element, "CustomProperty", () => new CustomPropertyObject(element)));
  }
  return found;
}

/** Read only: nothing here writes properties, and a member that would answers that it is not emulated. */
export const customPropertyType: EmulatedType<CustomPropertyObject> = {
  name: "CustomProperty",
  properties: {
    Key: { get: (target) => target.key },
    Type: { get: (target) => target.type },
    Value: { get: (target) => target.value },
  },
  methods: {},
  idOf: (target) => target.key,
};

type Properties = Collection<CustomPropertyObject>;

/** Names are equal regardless of case, as in Word's own dialog (believed). */
const named = (target: Properties, name: string): CustomPropertyObject | undefined =>
  target.items().find(({ key }) => key.toLowerCase() === name.toLowerCase());

export const customPropertyCollectionType = collectionType<CustomPropertyObject>("CustomPropertyCollection", {
  idOf: ({ key }) => key,
  methods: {
    GetCount: (target) => target.items().length,
    ...withNullVariant<Properties>("GetItem", (target, args) => named(target, textArgument(args[0]))),
  },
});
