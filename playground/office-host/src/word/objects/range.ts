import { HostError, type EmulatedObject, type EmulatedType } from "../../rich-api/emulated-type";
import { comparePositions, isCollapsed, type Position, type Span } from "../content/position";
import { spanText } from "../content/span-text";
import type { LiveSpan } from "../content/span-tracker";
import type { Story } from "../content/story";
import type { WordModel } from "../word-model";
import { choiceArgument, itemNotFound } from "./arguments";
import { collectionType, withNullVariant, type Collection } from "./collection";
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

export const rangeType: EmulatedType<RangeObject> = describeType("Range", () => ({
  properties: {
    ...scopeProperties<RangeObject>(),
    Text: { get: (target) => spanText(target.span()) },
    IsEmpty: { get: (target) => isCollapsed(target.span()) },
    Hyperlink: { get: (target) => hyperlinkOf(target.model, target.span()) },
  },
  methods: {
    ...scopeMethods<RangeObject>(),
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
