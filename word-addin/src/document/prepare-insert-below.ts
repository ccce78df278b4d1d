import { GenaiError, type InsertBelowEdit } from "@genai-office/shared/vocabulary";
import type { BodyLook } from "./body-look";
import { cleanParagraphs } from "./clean-paragraphs";
import { holdTexts, InsertionPoint } from "./insertion-point";
import { requireUnchanged, type LocatedParagraphs } from "./locate-paragraphs";
import type { PreparedEdit } from "./prepared-edit";

/** Paragraphs below a block. Change tracking stays as the person has it. */
export function prepareInsertBelow(located: LocatedParagraphs, look: BodyLook, edit: InsertBelowEdit): PreparedEdit {
  const anchor = located.get(edit.blockId)!;
  // A new paragraph takes over how the text before it looks; whether it is hidden cannot be set in every Word.
  if (anchor.read.hides === "at-end" && anchor.read.kind !== "table-cell")
    throw new GenaiError("document-has-hidden-text", "the paragraph above ends with text that is not shown");
  const point = new InsertionPoint(anchor, look);
  const paragraphs = cleanParagraphs(edit.paragraphs);
  let inserted: Word.Paragraph[] = [];
  return {
    order: anchor.read.index,
    tracking: "as-is",
    check: () => requireUnchanged([anchor]),
    write: () => {
      inserted = point.insert(paragraphs);
      for (const paragraph of inserted) paragraph.track();
      point.reload(inserted.at(-1));
    },
    verify: () => holdTexts(inserted, paragraphs) && point.unchanged(),
    written: () => ({ texts: paragraphs, inserted, ...point.surroundings() }),
    inverse: {
      kept: () => [...inserted, anchor.paragraph],
      load: () => inserted.forEach((paragraph) => paragraph.load("text")),
      intact: () => holdTexts(inserted, paragraphs),
      restore: () => point.remove(inserted),
      reload: () => point.reload(),
      restored: () => point.unchanged(),
    },
  };
}
