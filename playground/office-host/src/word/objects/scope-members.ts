import type { MethodDefinition, PropertyDefinition } from "../../rich-api/emulated-type";
import { spanParagraphs } from "../content/position";
import { reviewedText } from "../content/span-text";
import { styleIdOf } from "../format/paragraph-format";
import { choiceArgument } from "./arguments";
import { Collection, navigationWithNullVariant } from "./collection";
import { contentControlCollectionType, contentControlsIn, parentContentControl } from "./content-control";
import { FieldObject, fieldCollectionType, fieldsIn } from "./field";
import { FontObject } from "./font";
import { inlinePictureCollectionType, inlinePicturesIn } from "./inline-picture";
import { bodyAround } from "./body";
import { noteItemCollectionType, notesIn } from "./note-item";
import { paragraphCollectionType, paragraphObject } from "./paragraph";
import { parentCell, parentTable } from "./table";
import type { TextScope } from "./text-scope";

/** Properties that Body, Paragraph, Range and ContentControl share. */
export function scopeProperties<Target extends TextScope>(): Record<string, PropertyDefinition<Target>> {
  return {
    Font: { get: (target) => new FontObject(target) },
    Style: { get: (target) => commonStyle(target, (name) => name.shown) },
    StyleBuiltIn: { get: (target) => commonStyle(target, (name) => name.builtIn) },
    Paragraphs: {
      get: (target) =>
        new Collection(paragraphCollectionType, () =>
          spanParagraphs(target.span()).map((node) => paragraphObject(target.model, node)),
        ),
    },
    Footnotes: { get: (target) => new Collection(noteItemCollectionType, () => notesIn(target, "Footnote")) },
    Endnotes: { get: (target) => new Collection(noteItemCollectionType, () => notesIn(target, "Endnote")) },
    Fields: { get: (target) => new Collection<FieldObject>(fieldCollectionType, () => fieldsIn(target)) },
    InlinePictures: { get: (target) => new Collection(inlinePictureCollectionType, () => inlinePicturesIn(target)) },
    ContentControls: {
      get: (target) => new Collection(contentControlCollectionType, () => contentControlsIn(target)),
    },
    ParentBody: { get: (target) => bodyAround(target.model, target.span().start.paragraph) },
    ...navigationWithNullVariant<Target>("ParentTable", (target) => parentTable(target)),
    ...navigationWithNullVariant<Target>("ParentTableCell", (target) => parentCell(target)),
    ...navigationWithNullVariant<Target>("ParentContentControl", (target) => parentContentControl(target)),
  };
}

/** Methods that Body, Paragraph, Range and ContentControl share. */
export function scopeMethods<Target extends TextScope>(): Record<string, MethodDefinition<Target>> {
  return {
    GetReviewedText: (target, args) =>
      reviewedText(target.span(), choiceArgument(args[0], ["Current", "Original"], "Current")),
    GetContentControls: (target) => new Collection(contentControlCollectionType, () => contentControlsIn(target)),
    Select: (target, args) => {
      const mode = choiceArgument(args[0], ["Select", "Start", "End"], "Select");
      const { story, start, end } = target.span();
      target.model.select(story, mode === "End" ? end : start, mode === "Start" ? start : end);
      return undefined;
    },
  };
}

/** The style of all paragraphs of a scope, "" when they differ (believed, as for mixed fonts). */
function commonStyle(target: TextScope, pick: (name: { shown: string; builtIn: string }) => string): string {
  const { styles } = target.model;
  const names = new Set(
    spanParagraphs(target.span()).map((paragraph) => {
      const style = styles.get(styleIdOf(target.model, paragraph));
      return pick({ shown: styles.shownName(style), builtIn: styles.builtInName(style) });
    }),
  );
  return names.size === 1 ? ([...names][0] as string) : "";
}
