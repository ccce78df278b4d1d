import { HostError, type EmulatedType } from "../../rich-api/emulated-type";
import { comparePositions, listSpan, spanParagraphs, stretchIn, type Span } from "../content/position";
import { spanText } from "../content/span-text";
import { paragraphsIn } from "../content/story";
import { ancestor, child, children, descend, descendants, value, wordName } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { choiceArgument, itemNotFound, numberArgument, textArgument } from "./arguments";
import { Collection, collectionType, withNullVariant } from "./collection";
import { RangeObject } from "./range";
import { describeType } from "./describe-type";
import { scopeMethods, scopeProperties } from "./scope-members";
import { locate, type TextScope } from "./text-scope";

/** A content control (w:sdt), around blocks or within a paragraph. */
export class ContentControlObject implements TextScope {
  readonly emulatedType = contentControlType;

  constructor(
    readonly model: WordModel,
    /** w:sdt. */
    readonly node: Element,
  ) {}

  get properties(): Element | undefined {
    return child(this.node, "sdtPr");
  }

  span(): Span {
    const story = this.model.storyOf(this.node);
    const inside = paragraphsIn(this.node.parentNode as Element).filter((item) => contains(this.node, item));
    if (inside.length > 0) return listSpan(story, inside);
    const paragraph = ancestor(this.node, ["p"]);
    if (!paragraph) throw itemNotFound();
    const segments = story.content(paragraph).segments.filter((segment) => contains(this.node, segment.run));
    const first = segments[0];
    const last = segments.at(-1);
    const at = first?.start ?? offsetBefore(story.content(paragraph).segments, this.node);
    return {
      story,
      start: { paragraph, offset: at },
      end: { paragraph, offset: last ? last.start + last.length : at },
    };
  }
}

/** Content controls in a scope, in document order: those that lie in it, and those that begin in it. */
export function contentControlsIn(scope: TextScope): ContentControlObject[] {
  const span = scope.span();
  const { model } = scope;
  const found = new Set<Element>();
  for (const paragraph of spanParagraphs(span)) {
    for (let outer = ancestor(paragraph, ["sdt"]); outer; outer = ancestor(outer, ["sdt"])) {
      if (contains(span.story.root, outer)) found.add(outer);
    }
    const { from, to } = stretchIn(span, paragraph);
    for (const control of descendants(paragraph, "sdt")) {
      const inside = controlObject(model, control).span();
      if (inside.start.offset >= from && inside.start.offset <= to) found.add(control);
    }
  }
  return [...found]
    .map((node) => controlObject(model, node))
    .filter((control) => {
      const inner = control.span();
      return (
        comparePositions(span.story, inner.start, span.start) >= 0 &&
        comparePositions(span.story, inner.end, span.end) <= 0
      );
    });
}

export function parentContentControl(scope: TextScope): ContentControlObject | undefined {
  if (scope instanceof ContentControlObject) {
    const outer = ancestor(scope.node, ["sdt"]);
    return outer && controlObject(scope.model, outer);
  }
  const span = scope.span();
  const { paragraph } = span.start;
  const segment = span.story
    .content(paragraph)
    .segments.find((item) => item.start + item.length > span.start.offset || item.start >= span.start.offset);
  const inline = segment && ancestor(segment.run, ["sdt"], paragraph);
  const around = inline && span.start !== span.end ? inline : ancestor(paragraph, ["sdt"]);
  if (!around) return undefined;
  const control = controlObject(scope.model, around);
  const outer = control.span();
  const covers =
    comparePositions(span.story, outer.start, span.start) <= 0 &&
    comparePositions(span.story, outer.end, span.end) >= 0;
  return covers ? control : undefined;
}

function controlObject(model: WordModel, node: Element): ContentControlObject {
  return model.objects.get(node, "ContentControl", () => new ContentControlObject(model, node));
}

function contains(outer: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = node.parentNode) if (node === outer) return true;
  return false;
}

/** Where an empty control stands: after the content of the runs before it. */
function offsetBefore(segments: readonly { run: Element; start: number; length: number }[], node: Element): number {
  let offset = 0;
  for (const segment of segments) {
    if (segment.run.compareDocumentPosition(node) & 4) offset = segment.start + segment.length;
  }
  return offset;
}

/** Word.ContentControlType from the element in w:sdtPr that says so. */
function controlKind(target: ContentControlObject): string {
  const names = children(target.properties).map((element) => element.localName);
  if (names.includes("checkbox")) return "CheckBox";
  if (names.includes("dropDownList")) return "DropDownList";
  if (names.includes("comboBox")) return "ComboBox";
  if (names.includes("date")) return "DatePicker";
  if (names.includes("picture")) return "Picture";
  if (names.includes("repeatingSection")) return "RepeatingSection";
  if (names.includes("group")) return "Group";
  return names.includes("text") ? "PlainText" : "RichText";
}

function lockIs(target: ContentControlObject, ...locks: string[]): boolean {
  return locks.includes(value(child(target.properties, "lock")) ?? "");
}

function controlId(target: ContentControlObject): number {
  return Number(value(child(target.properties, "id")) ?? 0);
}

export const contentControlType: EmulatedType<ContentControlObject> = describeType("ContentControl", () => ({
  properties: {
    ...scopeProperties<ContentControlObject>(),
    Id: { get: controlId },
    Title: { get: (target) => value(child(target.properties, "alias")) ?? "" },
    Tag: { get: (target) => value(child(target.properties, "tag")) ?? "" },
    Type: { get: controlKind },
    Subtype: {
      get: (target) => {
        const kind = controlKind(target);
        if (kind !== "RichText" && kind !== "PlainText") return kind;
        const inline = wordName(target.node.parentNode) !== "body" && ancestor(target.node, ["p"]) !== undefined;
        return kind + (inline ? "Inline" : "Paragraphs");
      },
    },
    Text: { get: (target) => spanText(target.span()) },
    CannotDelete: { get: (target) => lockIs(target, "sdtLocked", "sdtContentLocked") },
    CannotEdit: { get: (target) => lockIs(target, "contentLocked", "sdtContentLocked") },
    RemoveWhenEdited: { get: (target) => child(target.properties, "temporary") !== undefined },
    PlaceholderText: { get: (target) => value(descend(target.properties, "placeholder", "docPart")) ?? "" },
  },
  methods: {
    ...scopeMethods<ContentControlObject>(),
    GetRange: (target, args) => {
      const location = choiceArgument(args[0], ["Whole", "Start", "End", "Before", "After", "Content"], "Whole");
      const span = target.span();
      return new RangeObject(target.model, span.story, locate(span, location));
    },
  },
  idOf: (target) => String(controlId(target)),
}));

function byKey(key: (item: ContentControlObject) => string, target: Collection<ContentControlObject>, wanted: string) {
  return new Collection(contentControlCollectionType, () => target.items().filter((item) => key(item) === wanted));
}

export const contentControlCollectionType: EmulatedType<Collection<ContentControlObject>> =
  collectionType<ContentControlObject>("ContentControlCollection", {
    idOf: (item) => String(controlId(item)),
    methods: {
      ...withNullVariant<Collection<ContentControlObject>>("GetById", (target, args) =>
        target.items().find((item) => controlId(item) === numberArgument(args[0])),
      ),
      GetByTag: (target, args) =>
        byKey((item) => value(child(item.properties, "tag")) ?? "", target, textArgument(args[0])),
      GetByTitle: (target, args) =>
        byKey((item) => value(child(item.properties, "alias")) ?? "", target, textArgument(args[0])),
      GetByTypes: (target, args) => {
        const types = args[0];
        if (!Array.isArray(types)) throw new HostError("InvalidArgument", "A list of types was expected.");
        return new Collection(contentControlCollectionType, () =>
          target.items().filter((item) => types.includes(controlKind(item))),
        );
      },
    },
  });
