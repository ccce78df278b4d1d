import type { EmulatedObject, EmulatedType } from "../../rich-api/emulated-type";
import { spanParagraphs, stretchIn } from "../content/position";
import { attribute, ancestor, wordName } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { collectionType } from "./collection";
import type { TextScope } from "./text-scope";

/** A field: w:fldSimple, or a complex one by its begin mark. */
export class FieldObject implements EmulatedObject {
  readonly emulatedType = fieldType;

  constructor(
    readonly model: WordModel,
    /** w:fldSimple or the w:fldChar that begins the field. */
    readonly node: Element,
  ) {}

  /** The instruction, " PAGEREF _Toc1 \\h " for example. */
  get code(): string {
    return wordName(this.node) === "fldSimple" ? (attribute(this.node, "instr") ?? "") : complexCode(this.node);
  }
}

/** Fields that begin in a scope, in document order. */
export function fieldsIn(scope: TextScope): FieldObject[] {
  const span = scope.span();
  const nodes = new Set<Element>();
  for (const paragraph of spanParagraphs(span)) {
    const { from, to } = stretchIn(span, paragraph);
    for (const segment of span.story.content(paragraph).segments) {
      if (segment.start < from || segment.start >= to) continue;
      const simple = ancestor(segment.run, ["fldSimple"], paragraph);
      if (simple) nodes.add(simple);
      if (segment.kind === "field" && attribute(segment.node, "fldCharType") === "begin") nodes.add(segment.node);
    }
  }
  return [...nodes].map((node) => scope.model.objects.get(node, "Field", () => new FieldObject(scope.model, node)));
}

function complexCode(begin: Element): string {
  let paragraph: Node | null = begin;
  while (paragraph && wordName(paragraph) !== "p") paragraph = paragraph.parentNode;
  let depth = 0;
  let code = "";
  const visit = (parent: Node): boolean => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const name = wordName(node);
      if (name === "fldChar") {
        const type = attribute(node as Element, "fldCharType");
        if (node === begin) depth = 1;
        else if (depth > 0 && type === "begin") depth++;
        else if (depth > 1 && type === "end") depth--;
        else if (depth === 1 && type !== "begin") return true;
      } else if (depth === 1 && (name === "instrText" || name === "delInstrText")) code += node.textContent ?? "";
      else if (node.nodeType === 1 && visit(node)) return true;
    }
    return false;
  };
  if (paragraph) visit(paragraph);
  return code;
}

/** Word.FieldType from the first word of the instruction; Office.js spells the common ones with one capital. */
function fieldKind(code: string): string {
  const word = code.trim().split(/\s+/)[0]?.toUpperCase() ?? "";
  if (word === "") return "Empty";
  const special: Record<string, string> = {
    TOC: "TOC",
    PAGEREF: "PageRef",
    NOTEREF: "NoteRef",
    NUMPAGES: "NumPages",
    SECTIONPAGES: "SectionPages",
    FORMTEXT: "FormText",
    FORMCHECKBOX: "FormCheckbox",
    FORMDROPDOWN: "FormDropdown",
    STYLEREF: "StyleRef",
    MERGEFIELD: "MergeField",
    INCLUDEPICTURE: "IncludePicture",
    INCLUDETEXT: "IncludeText",
    DOCPROPERTY: "DocProperty",
    EQ: "EQ",
    RD: "RD",
    TA: "TA",
    TC: "TC",
    TOA: "TOA",
    XE: "XE",
  };
  return special[word] ?? word[0] + word.slice(1).toLowerCase();
}

export const fieldType: EmulatedType<FieldObject> = {
  name: "Field",
  properties: {
    Code: { get: (target) => target.code },
    Type: { get: (target) => fieldKind(target.code) },
  },
  methods: {},
  idOf: (target) => target.model.objects.idOf(target.node),
};

export const fieldCollectionType = collectionType<FieldObject>("FieldCollection", {
  idOf: (item) => item.model.objects.idOf(item.node),
});
