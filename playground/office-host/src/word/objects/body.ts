import type { EmulatedObject, EmulatedType, HostValue } from "../../rich-api/emulated-type";
import { listSpan, type Span } from "../content/position";
import { spanText } from "../content/span-text";
import { paragraphsIn, type Story } from "../content/story";
import { deleteSpan } from "../edit/delete-span";
import { insertParagraphBeside, insertParagraphInside } from "../edit/insert-paragraph";
import { insertTextAt, prepareText, replaceSpan } from "../edit/insert-text";
import { wordName } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { choiceArgument, itemNotFound } from "./arguments";
import { paragraphObject } from "./paragraph";
import { RangeObject } from "./range";
import { describeType } from "./describe-type";
import { scopeMethods, scopeProperties } from "./scope-members";
import { locate, type TextScope } from "./text-scope";

/** A body: the document's, a section's, a header or footer, a note, a table cell. */
export class BodyObject implements TextScope {
  readonly emulatedType = bodyType;

  constructor(
    readonly model: WordModel,
    readonly story: Story,
    /** Word.BodyType. */
    readonly kind: string,
    /** The element that holds the content: the story's root, or a cell. */
    readonly container: Element,
    private readonly list: () => readonly Element[],
  ) {}

  /** @throws HostError `ItemNotFound` when the body is gone */
  paragraphs(): readonly Element[] {
    const list = this.list();
    if (list.length === 0) throw itemNotFound();
    return list;
  }

  span(): Span {
    return listSpan(this.story, this.paragraphs());
  }
}

/** The body that is a whole story. */
export function storyBody(model: WordModel, story: Story): BodyObject {
  return model.objects.get(
    story.root,
    "Body",
    () => new BodyObject(model, story, story.kind, story.root, () => story.paragraphs()),
  );
}

export function cellBody(model: WordModel, cell: Element): BodyObject {
  return model.objects.get(
    cell,
    "Body",
    () => new BodyObject(model, model.storyOf(cell), "TableCell", cell, () => paragraphsIn(cell)),
  );
}

/** The innermost body around a node: a cell's, or the story's. */
export function bodyAround(model: WordModel, node: Element): BodyObject {
  for (let parent = node.parentNode; parent; parent = parent.parentNode) {
    if (wordName(parent) === "tc") return cellBody(model, parent as Element);
  }
  return storyBody(model, model.storyOf(node));
}

function insertText(target: BodyObject, args: HostValue[]): RangeObject {
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

function insertParagraph(target: BodyObject, args: HostValue[]): EmulatedObject {
  const where = choiceArgument(args[1], ["Start", "End"]);
  const { model, story } = target;
  const text = prepareText(model, args[0]);
  const paragraphs = target.paragraphs();
  const reference = where === "Start" ? paragraphs[0] : paragraphs.at(-1);
  const created =
    target.kind === "Section" && reference
      ? insertParagraphBeside(model, story, reference, text, where === "Start" ? "Before" : "After")
      : insertParagraphInside(model, story, target.container, text, where);
  model.changed(story);
  return paragraphObject(model, created);
}

export const bodyType: EmulatedType<BodyObject> = describeType("Body", () => ({
  properties: {
    ...scopeProperties<BodyObject>(),
    Text: { get: (target) => spanText(target.span()) },
    Type: { get: (target) => target.kind },
  },
  methods: {
    ...scopeMethods<BodyObject>(),
    InsertText: insertText,
    InsertParagraph: insertParagraph,
    Clear: (target) => {
      target.model.beforeWrite();
      deleteSpan(target.model, target.span());
      target.model.changed(target.story);
      return undefined;
    },
    GetRange: (target, args) => {
      const location = choiceArgument(args[0], ["Whole", "Start", "End", "After", "Content"], "Whole");
      const span = location === "Whole" ? listSpan(target.story, target.paragraphs(), true) : target.span();
      return new RangeObject(target.model, span.story, locate(span, location));
    },
  },
}));
