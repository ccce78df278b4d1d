import type { EmulatedObject, EmulatedType, PropertyDefinition, Scalar } from "../../rich-api/emulated-type";
import { spanParagraphs, stretchIn } from "../content/position";
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

function shared<Key extends keyof RunFont>(key: Key, mixed: Scalar): PropertyDefinition<FontObject> {
  return {
    get: (target) => {
      const all = fonts(target.scope);
      const first = (all[0] as RunFont)[key];
      return all.every((font) => font[key] === first) ? first : mixed;
    },
  };
}

export const fontType: EmulatedType<FontObject> = {
  name: "Font",
  properties: {
    Name: shared("name", ""),
    Size: shared("size", null),
    Bold: shared("bold", null),
    Italic: shared("italic", null),
    StrikeThrough: shared("strikeThrough", null),
    DoubleStrikeThrough: shared("doubleStrikeThrough", null),
    Subscript: shared("subscript", null),
    Superscript: shared("superscript", null),
    Underline: shared("underline", "Mixed"),
    Color: shared("color", ""),
    HighlightColor: shared("highlightColor", ""),
  },
  methods: {},
};
