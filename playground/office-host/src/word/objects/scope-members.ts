import { HostError, type MethodDefinition, type PropertyDefinition } from "../../rich-api/emulated-type";
import { isCollapsed, spanParagraphs, type Span } from "../content/position";
import { reviewedText } from "../content/span-text";
import { changeParagraph, setParagraphStyle } from "../edit/paragraph-properties";
import { styleIdOf } from "../format/paragraph-format";
import type { StyleKind } from "../format/style-sheet";
import { exportOoxml } from "../ooxml-export";
import { attribute } from "../xml/word-xml";
import { choiceArgument, textArgument } from "./arguments";
import { Collection, navigationWithNullVariant } from "./collection";
import { commentCollectionType, commentsIn } from "./comment";
import { searchMethods } from "./find";
import { trackedChangesIn } from "./tracked-change";
import { contentControlCollectionType, contentControlsIn, parentContentControl } from "./content-control";
import type { FieldObject } from "./field";
import { fieldCollectionType, fieldsIn } from "./field";
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
    Style: {
      get: (target) => commonStyle(target, (name) => name.shown),
      set: (target, name) => applyStyle(target, (kind) => target.model.styles.byShownName(textArgument(name), kind)),
    },
    StyleBuiltIn: {
      get: (target) => commonStyle(target, (name) => name.builtIn),
      set: (target, id) => applyStyle(target, (kind) => target.model.styles.byBuiltInName(textArgument(id), kind)),
    },
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
    ...searchMethods<Target>(),
    GetOoxml: (target) => exportOoxml(target.model, ooxmlSpan(target), target.emulatedType.name === "Body"),
    GetTrackedChanges: (target) => trackedChangesIn(target, () => changesSpan(target)),
    GetComments: (target) => new Collection(commentCollectionType, () => commentsIn(target)),
    GetContentControls: (target) => new Collection(contentControlCollectionType, () => contentControlsIn(target)),
    Select: (target, args) => {
      const mode = choiceArgument(args[0], ["Select", "Start", "End"], "Select");
      const { story, start, end } = target.span();
      target.model.select(story, mode === "End" ? end : start, mode === "Start" ? start : end);
      return undefined;
    },
  };
}

/** A paragraph, and a body, own their last mark; a range only what it covers. */
function changesSpan(target: TextScope): Span {
  const span = target.span();
  if (target.emulatedType.name === "Range") return span;
  const { paragraph } = span.end;
  return { ...span, end: { paragraph, offset: span.story.content(paragraph).length + 1 } };
}

/** @throws HostError `GeneralException` for an empty range, as on the desktop (pitfall R11) */
function ooxmlSpan(target: TextScope): Span {
  const span = target.span();
  if (target.emulatedType.name === "Range" && target.model.profile.name !== "web" && isCollapsed(span)) {
    throw new HostError("GeneralException", "An empty range has no OOXML.", 500);
  }
  return span;
}

/** Applies a paragraph style to all paragraphs of a scope. Character styles on ranges are not emulated. */
function applyStyle(target: TextScope, find: (kind: StyleKind) => Element): void {
  const { model } = target;
  model.beforeWrite();
  const span = target.span();
  const style = find("paragraph");
  const id = attribute(style, "styleId");
  const isDefault = style === model.styles.defaultStyle("paragraph");
  for (const paragraph of spanParagraphs(span)) {
    changeParagraph(model, paragraph, (pPr) => setParagraphStyle(pPr, isDefault ? undefined : id));
    span.story.contentChanged(paragraph);
  }
  model.changed(span.story);
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
