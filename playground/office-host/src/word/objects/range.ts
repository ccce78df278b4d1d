import { HostError, type EmulatedObject, type EmulatedType, type HostValue } from "../../rich-api/emulated-type";
import { comparePositions, isCollapsed, spanParagraphs, type Position, type Span } from "../content/position";
import { spanText } from "../content/span-text";
import type { LiveSpan } from "../content/span-tracker";
import type { Story } from "../content/story";
import { cleanText } from "../edit/clean-text";
import { insertComment } from "../edit/comments";
import { deleteSpan } from "../edit/delete-span";
import { insertParagraphBeside } from "../edit/insert-paragraph";
import { insertTextAt, prepareText, replaceSpan } from "../edit/insert-text";
import type { WordModel } from "../word-model";
import { choiceArgument, itemNotFound, textArgument } from "./arguments";
import { collectionType, withNullVariant, type Collection } from "./collection";
import { commentObject } from "./comment";
import { paragraphObject } from "./paragraph";
import { hyperlinkOf } from "./hyperlink";
import { describeType } from "./describe-type";
import { scopeMethods, scopeProperties } from "./scope-members";
import { locate, type TextScope } from "./text-scope";

/** A stretch of text that follows the document as it changes. */
export class RangeObject implements TextScope, LiveSpan {
  readonly emulatedType = rangeType;
  start: Position;
  end: Position;

  constructor(
    readonly model: WordModel,
    readonly story: Story,
    places: { start: Position; end: Position },
  ) {
    this.start = places.start;
    this.end = places.end;
    story.spans.follow(this);
  }

  span(): Span {
    const { story, start, end } = this;
    if (story.indexOf(start.paragraph) < 0 || story.indexOf(end.paragraph) < 0) throw itemNotFound();
    return { story, start, end };
  }
}

function otherRange(target: RangeObject, value: unknown): RangeObject {
  const other = value as RangeObject | undefined;
  if (!(other instanceof RangeObject)) throw new HostError("InvalidArgument", "A Range was expected.");
  if (other.story !== target.story) throw new HostError("InvalidArgument", "The ranges are in different bodies.");
  return other;
}

function expanded(target: RangeObject, other: RangeObject): RangeObject {
  const a = target.span();
  const b = other.span();
  const start = comparePositions(a.story, a.start, b.start) <= 0 ? a.start : b.start;
  const end = comparePositions(a.story, a.end, b.end) >= 0 ? a.end : b.end;
  return new RangeObject(target.model, a.story, { start, end });
}

function intersection(target: RangeObject, value: unknown): RangeObject | undefined {
  if (value instanceof RangeObject && value.story !== target.story) return undefined;
  const a = target.span();
  const b = otherRange(target, value).span();
  const start = comparePositions(a.story, a.start, b.start) >= 0 ? a.start : b.start;
  const end = comparePositions(a.story, a.end, b.end) <= 0 ? a.end : b.end;
  return comparePositions(a.story, start, end) > 0 ? undefined : new RangeObject(target.model, a.story, { start, end });
}

/** Word.LocationRelation of `a` with respect to `b`. */
function relation(a: Span, b: Span): string {
  const { story } = a;
  const starts = comparePositions(story, a.start, b.start);
  const ends = comparePositions(story, a.end, b.end);
  if (starts === 0 && ends === 0) return "Equal";
  const before = comparePositions(story, a.end, b.start);
  if (before < 0) return "Before";
  if (before === 0 && !isCollapsed(a) && !isCollapsed(b)) return "AdjacentBefore";
  const after = comparePositions(story, a.start, b.end);
  if (after > 0) return "After";
  if (after === 0 && !isCollapsed(a) && !isCollapsed(b)) return "AdjacentAfter";
  if (starts >= 0 && ends <= 0) return starts === 0 ? "InsideStart" : ends === 0 ? "InsideEnd" : "Inside";
  if (starts <= 0 && ends >= 0) return starts === 0 ? "ContainsStart" : ends === 0 ? "ContainsEnd" : "Contains";
  return starts < 0 ? "OverlapsBefore" : "OverlapsAfter";
}

/** `Start` and `End` widen the range, `Before` and `After` do not. */
function insertText(target: RangeObject, args: HostValue[]): RangeObject {
  const location = choiceArgument(args[1], ["Replace", "Start", "End", "Before", "After"]);
  const { model } = target;
  const text = prepareText(model, args[0]);
  const span = target.span();
  const { story } = span;
  if (location === "Replace") {
    const { inserted, whole } = replaceSpan(model, span, text);
    target.start = whole.start;
    target.end = whole.end;
    model.changed(story);
    return new RangeObject(model, story, inserted);
  }
  const atStart = location === "Start" || location === "Before";
  const outsideLinks = location === "Before" || location === "After";
  const side = atStart && !isCollapsed(span) ? "right" : "left";
  const places = insertTextAt(model, story, atStart ? span.start : span.end, text, { side, outsideLinks });
  if (location === "Start") target.start = places.start;
  if (location === "End") target.end = places.end;
  model.changed(story);
  return new RangeObject(model, story, places);
}

function insertParagraph(target: RangeObject, args: HostValue[]): EmulatedObject {
  const where = choiceArgument(args[1], ["Before", "After"]);
  const { model } = target;
  const text = prepareText(model, args[0]);
  const paragraphs = spanParagraphs(target.span());
  const reference = where === "Before" ? paragraphs[0] : paragraphs.at(-1);
  if (!reference) throw itemNotFound();
  const created = insertParagraphBeside(model, target.story, reference, text, where);
  model.changed(target.story);
  return paragraphObject(model, created);
}

function removeContent(target: RangeObject): undefined {
  target.model.beforeWrite();
  const span = target.span();
  deleteSpan(target.model, span);
  target.model.changed(span.story);
  return undefined;
}

export const rangeType: EmulatedType<RangeObject> = describeType("Range", () => ({
  properties: {
    ...scopeProperties<RangeObject>(),
    Text: { get: (target) => spanText(target.span()) },
    IsEmpty: { get: (target) => isCollapsed(target.span()) },
    Hyperlink: { get: (target) => hyperlinkOf(target.model, target.span()) },
  },
  methods: {
    ...scopeMethods<RangeObject>(),
    InsertText: insertText,
    InsertParagraph: insertParagraph,
    InsertComment: (target, args) => {
      const text = cleanText(textArgument(args[0]));
      target.model.beforeWrite("comment");
      const span = target.span();
      const comment = insertComment(target.model, span, text);
      target.model.changed(span.story);
      return commentObject(target.model, comment);
    },
    Delete: removeContent,
    Clear: removeContent,
    GetRange: (target, args) => {
      const location = choiceArgument(args[0], ["Whole", "Start", "End", "After", "Content"], "Whole");
      const span = target.span();
      return new RangeObject(target.model, span.story, locate(span, location));
    },
    ExpandTo: (target, args) => expanded(target, otherRange(target, args[0])),
    ExpandToOrNullObject: (target, args) => expanded(target, otherRange(target, args[0])),
    ...withNullVariant<RangeObject>("IntersectWith", (target, args) => intersection(target, args[0])),
    CompareLocationWith: (target, args) => {
      const other = args[0] as EmulatedObject | undefined;
      if (other instanceof RangeObject && other.story !== target.story) return "Unrelated";
      return relation(target.span(), otherRange(target, args[0]).span());
    },
  },
}));

export const rangeCollectionType: EmulatedType<Collection<RangeObject>> =
  collectionType<RangeObject>("RangeCollection");
