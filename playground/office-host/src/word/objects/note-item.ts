import type { EmulatedObject, EmulatedType } from "../../rich-api/emulated-type";
import { spanParagraphs, stretchIn } from "../content/position";
import type { Segment } from "../content/segment";
import { attribute, wordName } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { itemNotFound } from "./arguments";
import { storyBody, type BodyObject } from "./body";
import { collectionType, withNullVariant } from "./collection";
import { RangeObject } from "./range";
import type { TextScope } from "./text-scope";

/** A footnote or endnote, found through its reference in the text. */
export class NoteItemObject implements EmulatedObject {
  readonly emulatedType = noteItemType;

  constructor(
    readonly model: WordModel,
    /** w:footnoteReference or w:endnoteReference. */
    readonly reference: Element,
  ) {}

  get kind(): "Footnote" | "Endnote" {
    return wordName(this.reference) === "footnoteReference" ? "Footnote" : "Endnote";
  }

  body(): BodyObject {
    const id = attribute(this.reference, "id") ?? "";
    const story = this.model.noteStory(this.kind === "Footnote" ? "footnotes" : "endnotes", id);
    if (!story) throw itemNotFound();
    return storyBody(this.model, story);
  }
}

function noteObject(model: WordModel, reference: Element): NoteItemObject {
  return model.objects.get(reference, "NoteItem", () => new NoteItemObject(model, reference));
}

/** Notes whose reference stands in a scope, in document order. */
export function notesIn(scope: TextScope, kind: "Footnote" | "Endnote"): NoteItemObject[] {
  const name = kind === "Footnote" ? "footnoteReference" : "endnoteReference";
  return segmentsIn(scope)
    .filter((segment) => segment.kind === "note" && wordName(segment.node) === name)
    .map((segment) => noteObject(scope.model, segment.node));
}

/** All pieces of content that lie, wholly or in part, in a scope. */
export function segmentsIn(scope: TextScope): Segment[] {
  const span = scope.span();
  return spanParagraphs(span).flatMap((paragraph) => {
    const { from, to } = stretchIn(span, paragraph);
    return span.story
      .content(paragraph)
      .segments.filter((segment) => segment.start + segment.length > from && segment.start < to);
  });
}

/** The piece of content an element is, with its paragraph. */
export function locateSegment(model: WordModel, node: Element): { paragraph: Element; segment: Segment } {
  const story = model.storyOf(node);
  for (let parent = node.parentNode; parent; parent = parent.parentNode) {
    if (wordName(parent) !== "p") continue;
    const segment = story.content(parent as Element).segments.find((item) => item.node === node);
    if (segment) return { paragraph: parent as Element, segment };
  }
  throw itemNotFound();
}

function referenceRange(target: NoteItemObject): RangeObject {
  const { paragraph, segment } = locateSegment(target.model, target.reference);
  return new RangeObject(target.model, target.model.storyOf(paragraph), {
    start: { paragraph, offset: segment.start },
    end: { paragraph, offset: segment.start + segment.length },
  });
}

function nextNote(target: NoteItemObject): NoteItemObject | undefined {
  const story = target.model.storyOf(target.reference);
  const notes = notesIn(storyBody(target.model, story), target.kind);
  return notes[notes.indexOf(target) + 1];
}

export const noteItemType: EmulatedType<NoteItemObject> = {
  name: "NoteItem",
  properties: {
    Type: { get: (target) => target.kind },
    Body: { get: (target) => target.body() },
    Reference: { get: referenceRange },
  },
  methods: { ...withNullVariant<NoteItemObject>("GetNext", nextNote) },
  idOf: (target) => target.model.objects.idOf(target.reference),
};

export const noteItemCollectionType = collectionType<NoteItemObject>("NoteItemCollection", {
  idOf: (item) => item.model.objects.idOf(item.reference),
});
