import type { EmulatedObject, EmulatedType } from "../../rich-api/emulated-type";
import type { WordModel } from "../word-model";
import { collectionType } from "./collection";
import { paragraphObject } from "./paragraph";
import { locateSegment, segmentsIn } from "./note-item";
import type { TextScope } from "./text-scope";

/** A picture in the line of text: w:drawing with wp:inline. Floating pictures are not inline pictures. */
export class InlinePictureObject implements EmulatedObject {
  readonly emulatedType = inlinePictureType;

  constructor(
    readonly model: WordModel,
    /** w:drawing. */
    readonly node: Element,
  ) {}

  get inline(): Element {
    return find(this.node, "inline") as Element;
  }
}

export function inlinePicturesIn(scope: TextScope): InlinePictureObject[] {
  return segmentsIn(scope)
    .filter((segment) => segment.kind === "object" && find(segment.node, "inline") && find(segment.node, "pic"))
    .map(({ node }) =>
      scope.model.objects.get(node, "InlinePicture", () => new InlinePictureObject(scope.model, node)),
    );
}

/** First descendant of a local name, whatever its namespace. */
function find(parent: Element, name: string): Element | undefined {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const found = (node as Element).localName === name ? (node as Element) : find(node as Element, name);
    if (found) return found;
  }
  return undefined;
}

const unitsPerPoint = 12_700;

function extent(target: InlinePictureObject, name: string): number {
  return Number(find(target.inline, "extent")?.getAttribute(name) ?? 0) / unitsPerPoint;
}

export const inlinePictureType: EmulatedType<InlinePictureObject> = {
  name: "InlinePicture",
  properties: {
    AltTextDescription: { get: (target) => find(target.inline, "docPr")?.getAttribute("descr") ?? "" },
    AltTextTitle: { get: (target) => find(target.inline, "docPr")?.getAttribute("title") ?? "" },
    Width: { get: (target) => extent(target, "cx") },
    Height: { get: (target) => extent(target, "cy") },
    Paragraph: { get: (target) => paragraphObject(target.model, locateSegment(target.model, target.node).paragraph) },
  },
  methods: {},
  idOf: (target) => target.model.objects.idOf(target.node),
};

export const inlinePictureCollectionType = collectionType<InlinePictureObject>("InlinePictureCollection", {
  idOf: (item) => item.model.objects.idOf(item.node),
});
