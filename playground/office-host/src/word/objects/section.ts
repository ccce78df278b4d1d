import type { EmulatedObject, EmulatedType } from "../../rich-api/emulated-type";
import type { Story } from "../content/story";
import { insertInOrder } from "../xml/element-order";
import { ancestor, attribute, child, children, createLike, descend } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { choiceArgument } from "./arguments";
import { BodyObject, storyBody } from "./body";
import { collectionType, withNullVariant } from "./collection";
import { relationshipId } from "./hyperlink";

type HeaderFooterType = "Primary" | "FirstPage" | "EvenPages";

/** A section, by the w:sectPr that ends it. */
export class SectionObject implements EmulatedObject {
  readonly emulatedType = sectionType;
  private readonly pending = new Map<string, Story>();

  constructor(
    readonly model: WordModel,
    readonly node: Element,
  ) {}

  body(): BodyObject {
    const { model } = this;
    const story = model.main();
    return model.objects.get(
      this.node,
      "Body",
      () => new BodyObject(model, story, "Section", story.root, () => sectionParagraphs(model, this.node)),
    );
  }

  /**
   * A header or footer. A section without one shows the previous section's; without any, an empty body is answered,
   * and the part is made when something is written into it.
   */
  headerOrFooter(kind: "header" | "footer", type: HeaderFooterType): BodyObject {
    const sections = sectionsOf(this.model);
    for (let at = sections.indexOf(this); at >= 0; at--) {
      const story = sections[at]?.ownStory(kind, type);
      if (story) return storyBody(this.model, story);
    }
    // Sections are linked to the ones before: what none has is the first section's, for all of them the same.
    return storyBody(this.model, (sections[0] ?? this).pendingStory(kind, type));
  }

  private pendingStory(kind: "header" | "footer", type: HeaderFooterType): Story {
    const key = `${kind}/${type}`;
    let story = this.pending.get(key);
    if (!story) this.pending.set(key, (story = this.createPending(kind, type)));
    return story;
  }

  private ownStory(kind: "header" | "footer", type: HeaderFooterType): Story | undefined {
    const { pack, mainPart } = { pack: this.model.pack, mainPart: this.model.pack.mainPart };
    for (const reference of children(this.node, `${kind}Reference`)) {
      if ((attribute(reference, "type") ?? "default") !== storedTypes[type]) continue;
      const id = relationshipId(reference);
      const target = pack.relationships(mainPart).find((item) => item.id === id && !item.external)?.target;
      if (target !== undefined && pack.has(target)) {
        return this.model.story(pack.xml(target).documentElement, target);
      }
    }
    return undefined;
  }

  private createPending(kind: "header" | "footer", place: HeaderFooterType): Story {
    const { model } = this;
    const { pack } = model;
    const folder = pack.mainPart.slice(0, pack.mainPart.lastIndexOf("/") + 1);
    const near = this.node;
    const name = kind === "header" ? "hdr" : "ftr";
    const document = pack.dom.parse(`<w:${name} xmlns:w="${near.namespaceURI ?? ""}"><w:p/></w:${name}>`);
    return model.pendingStory(document.documentElement, () => {
      const partName = pack.freeName(folder + kind, ".xml");
      const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
      pack.addPart(partName, type, document);
      const id = pack.addRelationship(pack.mainPart, kind, partName);
      const reference = createLike(near, `${kind}Reference`, { type: storedTypes[place] });
      const namespace = pack.isStrict()
        ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
        : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
      reference.setAttributeNS(namespace, "r:id", id);
      insertInOrder(near, reference);
      pack.markChanged(pack.mainPart);
      return partName;
    });
  }
}

const storedTypes: Record<HeaderFooterType, string> = { Primary: "default", FirstPage: "first", EvenPages: "even" };

const known = new WeakMap<Story, { version: number; sections: SectionObject[] }>();

/** Sections in document order. A document without any w:sectPr is given one in memory. */
export function sectionsOf(model: WordModel): SectionObject[] {
  const story = model.main();
  const last = known.get(story);
  if (last?.version === story.version) return last.sections;
  const ends = story
    .paragraphs()
    .map((paragraph) => descend(paragraph, "pPr", "sectPr"))
    .filter((section) => section !== undefined)
    .filter((section) => !ancestor(section, ["tbl"], story.root));
  let final = child(story.root, "sectPr");
  if (!final) {
    final = createLike(story.root, "sectPr");
    story.root.appendChild(final);
  }
  const sections = [...ends, final].map((node) =>
    model.objects.get(node, "Section", () => new SectionObject(model, node)),
  );
  known.set(story, { version: story.version, sections });
  return sections;
}

function sectionParagraphs(model: WordModel, sectPr: Element): readonly Element[] {
  const story = model.main();
  const paragraphs = story.paragraphs();
  const isEnd = (paragraph: Element) => descend(paragraph, "pPr", "sectPr") !== undefined;
  const own = ancestor(sectPr, ["p"]);
  const end = own ? story.indexOf(own) : paragraphs.length - 1;
  let start = end;
  while (start > 0 && !isEnd(paragraphs[start - 1] as Element)) start--;
  return paragraphs.slice(start, end + 1);
}

export const sectionType: EmulatedType<SectionObject> = {
  name: "Section",
  properties: { Body: { get: (target) => target.body() } },
  methods: {
    GetHeader: (target, args) =>
      target.headerOrFooter("header", choiceArgument(args[0], ["Primary", "FirstPage", "EvenPages"])),
    GetFooter: (target, args) =>
      target.headerOrFooter("footer", choiceArgument(args[0], ["Primary", "FirstPage", "EvenPages"])),
    ...withNullVariant<SectionObject>("GetNext", (target) => {
      const sections = sectionsOf(target.model);
      return sections[sections.indexOf(target) + 1];
    }),
  },
  idOf: (target) => target.model.objects.idOf(target.node),
};

export const sectionCollectionType = collectionType<SectionObject>("SectionCollection", {
  idOf: (item) => item.model.objects.idOf(item.node),
});
