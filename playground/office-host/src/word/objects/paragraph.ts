import type { EmulatedType, HostValue } from "../../rich-api/emulated-type";
import { paragraphSpan, type Span } from "../content/position";
import {
  alignmentOf,
  firstLineIndentOf,
  indentOf,
  lineSpacingOf,
  lineUnitOf,
  outlineLevelOf,
  spacingOf,
} from "../format/paragraph-format";
import type { Segment } from "../content/segment";
import { deleteSpan } from "../edit/delete-span";
import { insertParagraphBeside } from "../edit/insert-paragraph";
import { insertTextAt, prepareText, replaceSpan } from "../edit/insert-text";
import {
  changeParagraph,
  detachFromList,
  setAlignment,
  setFirstLineIndent,
  setIndent,
  setLineSpacing,
  setOutlineLevel,
  setSpacing,
} from "../edit/paragraph-properties";
import { ancestor, wordName } from "../xml/word-xml";
import type { Story } from "../content/story";
import type { WordModel } from "../word-model";
import { choiceArgument, itemNotFound, numberArgument } from "./arguments";
import { collectionType, navigationWithNullVariant, withNullVariant, type Collection } from "./collection";
import { listItemOf } from "./list-item";
import { RangeObject } from "./range";
import { describeType } from "./describe-type";
import { scopeMethods, scopeProperties } from "./scope-members";
import { locate, type TextScope } from "./text-scope";

/** A paragraph; the same object for the same w:p each time. */
export class ParagraphObject implements TextScope {
  readonly emulatedType = paragraphType;

  constructor(
    readonly model: WordModel,
    readonly node: Element,
  ) {}

  get story(): Story {
    const story = this.model.storyOf(this.node);
    if (story.indexOf(this.node) < 0) throw itemNotFound();
    return story;
  }

  span(): Span {
    return paragraphSpan(this.story, this.node);
  }
}

export function paragraphObject(model: WordModel, node: Element): ParagraphObject {
  return model.objects.get(node, "Paragraph", () => new ParagraphObject(model, node));
}

/** Session id as Office.js documents it: 8-4-4-4-12 hexadecimal digits, made from the object's own number. */
export function uniqueLocalId(paragraph: ParagraphObject): string {
  const id = paragraph.model.objects.idOf(paragraph.node);
  return `${id}-0000-4000-8000-${id.padStart(12, "0")}`;
}

export function paragraphByUniqueLocalId(model: WordModel, id: string): ParagraphObject | undefined {
  const node = model.objects.nodeOf(id.slice(0, 8).toUpperCase());
  if (!node || wordName(node) !== "p") return undefined;
  const paragraph = paragraphObject(model, node as Element);
  const attached = model.main().indexOf(node as Element) >= 0;
  return attached && uniqueLocalId(paragraph).toLowerCase() === id.toLowerCase() ? paragraph : undefined;
}

function sibling(target: ParagraphObject, step: 1 | -1): ParagraphObject | undefined {
  const { story } = target;
  const node = story.paragraphs()[story.indexOf(target.node) + step];
  return node && paragraphObject(target.model, node);
}

/** `getText` leaves out tracked deletions and hidden text unless asked (d.ts: both options default to false). */
function optionalText(target: ParagraphObject, options: unknown): string {
  const wanted = (options ?? {}) as Record<string, unknown>;
  const deletions = wanted["IncludeTextMarkedAsDeleted"] === true || wanted["includeTextMarkedAsDeleted"] === true;
  const content = target.story.content(target.node);
  const keep = deletions ? undefined : (segment: Segment) => !segment.deleted;
  return content.slice(0, content.length, keep);
}

function change(target: ParagraphObject, edit: (pPr: Element) => void): void {
  const { model, node, story } = target;
  model.beforeWrite();
  changeParagraph(model, node, edit);
  story.contentChanged(node);
  model.changed(story);
}

/** `Replace` takes everything of the paragraph with it, footnotes too (pitfall W1). */
function insertText(target: ParagraphObject, args: HostValue[]): RangeObject {
  const location = choiceArgument(args[1], ["Replace", "Start", "End"]);
  const { model, story } = target;
  const text = prepareText(model, args[0]);
  const span = target.span();
  const places =
    location === "Replace"
      ? replaceSpan(model, span, text).inserted
      : insertTextAt(model, story, location === "Start" ? span.start : span.end, text, {
          side: location === "Start" ? "right" : "left",
          outsideLinks: true,
        });
  model.changed(story);
  return new RangeObject(model, story, places);
}

function removeContent(target: ParagraphObject, withMark: boolean): undefined {
  const { model, node, story } = target;
  model.beforeWrite();
  deleteSpan(model, paragraphSpan(story, node, withMark));
  model.changed(story);
  return undefined;
}

export const paragraphType: EmulatedType<ParagraphObject> = describeType("Paragraph", () => ({
  properties: {
    ...scopeProperties<ParagraphObject>(),
    Text: { get: (target) => target.story.content(target.node).text },
    Alignment: {
      get: (target) => alignmentOf(target.model, target.node),
      set: (target, value) => change(target, (pPr) => setAlignment(pPr, value)),
    },
    FirstLineIndent: {
      get: (target) => firstLineIndentOf(target.model, target.node),
      set: (target, value) => change(target, (pPr) => setFirstLineIndent(pPr, numberArgument(value))),
    },
    LeftIndent: {
      get: (target) => indentOf(target.model, target.node, "left"),
      set: (target, value) => change(target, (pPr) => setIndent(pPr, "left", numberArgument(value))),
    },
    RightIndent: {
      get: (target) => indentOf(target.model, target.node, "right"),
      set: (target, value) => change(target, (pPr) => setIndent(pPr, "right", numberArgument(value))),
    },
    LineSpacing: {
      get: (target) => lineSpacingOf(target.model, target.node),
      set: (target, value) => change(target, (pPr) => setLineSpacing(pPr, numberArgument(value))),
    },
    SpaceAfter: {
      get: (target) => spacingOf(target.model, target.node, "after"),
      set: (target, value) => change(target, (pPr) => setSpacing(pPr, "after", numberArgument(value))),
    },
    SpaceBefore: {
      get: (target) => spacingOf(target.model, target.node, "before"),
      set: (target, value) => change(target, (pPr) => setSpacing(pPr, "before", numberArgument(value))),
    },
    OutlineLevel: {
      get: (target) => outlineLevelOf(target.model, target.node),
      set: (target, value) => change(target, (pPr) => setOutlineLevel(pPr, numberArgument(value))),
    },
    LineUnitAfter: { get: (target) => lineUnitOf(target.model, target.node, "after") },
    LineUnitBefore: { get: (target) => lineUnitOf(target.model, target.node, "before") },
    IsListItem: { get: (target) => target.model.numbering.placeOf(target.node) !== undefined },
    IsLastParagraph: { get: (target) => target.story.paragraphs().at(-1) === target.node },
    TableNestingLevel: { get: (target) => tableNestingLevel(target.node) },
    UniqueLocalId: { get: uniqueLocalId },
    ...navigationWithNullVariant<ParagraphObject>("ListItem", listItemOf),
  },
  methods: {
    ...scopeMethods<ParagraphObject>(),
    ...withNullVariant<ParagraphObject>("GetNext", (target) => sibling(target, 1)),
    ...withNullVariant<ParagraphObject>("GetPrevious", (target) => sibling(target, -1)),
    InsertText: insertText,
    InsertParagraph: (target, args) => {
      const where = choiceArgument(args[1], ["Before", "After"]);
      const { model, story } = target;
      const text = prepareText(model, args[0]);
      const created = insertParagraphBeside(model, story, target.node, text, where);
      model.changed(story);
      return paragraphObject(model, created);
    },
    DetachFromList: (target) => {
      const { model, node, story } = target;
      model.beforeWrite();
      if (!model.numbering.placeOf(node)) return undefined;
      detachFromList(model, node);
      story.contentChanged(node);
      model.changed(story);
      return undefined;
    },
    Delete: (target) => removeContent(target, true),
    Clear: (target) => removeContent(target, false),
    GetText: (target, args) => optionalText(target, args[0]),
    GetRange: (target, args) => {
      const location = choiceArgument(args[0], ["Whole", "Start", "End", "After", "Content"], "Whole");
      const span = paragraphSpan(target.story, target.node, location === "Whole");
      const whole = location === "End" ? target.span() : span;
      return new RangeObject(target.model, span.story, locate(whole, location));
    },
  },
  idOf: (target) => target.model.objects.idOf(target.node),
}));

function tableNestingLevel(node: Element): number {
  let level = 0;
  for (let table = ancestor(node, ["tbl"]); table; table = ancestor(table, ["tbl"])) level++;
  return level;
}

/** Items are found by id directly: a document may have tens of thousands of paragraphs. */
export const paragraphCollectionType: EmulatedType<Collection<ParagraphObject>> = {
  ...collectionType<ParagraphObject>("ParagraphCollection", { last: true }),
  itemById: (target, id) => {
    const first = target.items()[0];
    const node = first?.model.objects.nodeOf(id);
    if (!first || wordName(node) !== "p") return undefined;
    return paragraphObject(first.model, node as Element);
  },
};
