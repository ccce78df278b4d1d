import type { EmulatedType } from "../../rich-api/emulated-type";
import { listSpan, type Span } from "../content/position";
import { spanText } from "../content/span-text";
import { paragraphsIn, type Story } from "../content/story";
import { wordName } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { choiceArgument, itemNotFound } from "./arguments";
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

export const bodyType: EmulatedType<BodyObject> = describeType("Body", () => ({
  properties: {
    ...scopeProperties<BodyObject>(),
    Text: { get: (target) => spanText(target.span()) },
    Type: { get: (target) => target.kind },
  },
  methods: {
    ...scopeMethods<BodyObject>(),
    GetRange: (target, args) => {
      const location = choiceArgument(args[0], ["Whole", "Start", "End", "After", "Content"], "Whole");
      const span = location === "Whole" ? listSpan(target.story, target.paragraphs(), true) : target.span();
      return new RangeObject(target.model, span.story, locate(span, location));
    },
  },
}));
