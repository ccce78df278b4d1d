import type { EmulatedObject, EmulatedType, PropertyDefinition, Scalar } from "../../rich-api/emulated-type";
import { spanParagraphs, stretchIn } from "../content/position";
import { changeRuns, fontWriters } from "../edit/run-properties";
import { runFont, type RunFont } from "../format/run-format";
import type { TextScope } from "./text-scope";

/** The font of a scope: the value all its text shares, else what Office.js says for "mixed". */
export class FontObject implements EmulatedObject {
  readonly emulatedType = fontType;

  constructor(readonly scope: TextScope) {}
}

/** One font per run in the scope; of the paragraph mark when there is no text. */
function fonts(scope: TextScope): RunFont[] {
  const span = scope.span();
  const found: RunFont[] = [];
  const { model } = scope;
  for (const paragraph of spanParagraphs(span)) {
    const { from, to } = stretchIn(span, paragraph);
    for (const segment of span.story.content(paragraph).segments) {
      const end = segment.start + segment.length;
      const inside = end > from && segment.start < to;
      if (inside && segment.text !== "") found.push(runFont(model, paragraph, segment.run, segment.text));
    }
  }
  if (found.length > 0) return found;
  const { paragraph, offset } = span.start;
  const { segments } = span.story.content(paragraph);
  const near = segments.findLast((segment) => segment.start < offset) ?? segments[0];
  return [runFont(model, paragraph, near?.run, near?.text ?? "")];
}

function shared<Key extends keyof RunFont>(member: string, key: Key, mixed: Scalar): PropertyDefinition<FontObject> {
  const write = fontWriters[member];
  return {
    get: (target) => {
      const all = fonts(target.scope);
      const first = (all[0] as RunFont)[key];
      return all.every((font) => font[key] === first) ? first : mixed;
    },
    set: (target, value) => {
      const { model } = target.scope;
      model.beforeWrite();
      const span = target.scope.span();
      const withMarks = target.scope.emulatedType.name !== "Range";
      changeRuns(model, span, withMarks, (properties) => write?.(properties, value));
      model.changed(span.story);
    },
  };
}

export const fontType: EmulatedType<FontObject> = {
  name: "Font",
  properties: {
    Name: shared("Name", "name", ""),
    Size: shared("Size", "size", null),
    Bold: shared("Bold", "bold", null),
    Italic: shared("Italic", "italic", null),
    StrikeThrough: shared("StrikeThrough", "strikeThrough", null),
    DoubleStrikeThrough: shared("DoubleStrikeThrough", "doubleStrikeThrough", null),
    Subscript: shared("Subscript", "subscript", null),
    Superscript: shared("Superscript", "superscript", null),
    Underline: shared("Underline", "underline", "Mixed"),
    Color: shared("Color", "color", ""),
    HighlightColor: shared("HighlightColor", "highlightColor", ""),
  },
  methods: {},
};
