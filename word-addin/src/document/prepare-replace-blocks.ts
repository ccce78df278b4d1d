import { GenaiError, type ReplaceBlocksEdit } from "@genai-office/shared/vocabulary";
import type { BodyLook } from "./body-look";
import { cleanParagraphs } from "./clean-paragraphs";
import { holdTexts, InsertionPoint } from "./insertion-point";
import { requireUnchanged, type LocatedParagraphs } from "./locate-paragraphs";
import type { PreparedEdit } from "./prepared-edit";

/** True when nothing but white space is left for a reader. */
const isBlank = (text: string) => text.trim() === "";

/**
 * Replaces blocks by paragraphs as a tracked change: the new text is inserted below, the old one deleted, both marked,
 * so that a reviewer can reject them and notes, fields and formatting of the old text survive until somebody accepts.
 * Blocks that hold somebody's tracked changes are refused: taking ours back could not tell them apart. So are blocks with hidden
 * text: it would be deleted with them, unseen.
 *
 * @param holdsHidden whether a paragraph of the reading from one position to another holds text that is not shown
 */
export function prepareReplaceBlocks(
  located: LocatedParagraphs,
  look: BodyLook,
  edit: ReplaceBlocksEdit,
  holdsHidden: (first: number, last: number) => boolean,
): PreparedEdit {
  const sources = edit.blockIds.map((blockId) => located.get(blockId)!);
  const first = sources[0]!;
  const last = sources.at(-1)!;
  if (holdsHidden(first.read.index, last.read.index))
    throw new GenaiError(
      "document-has-hidden-text",
      "the blocks, or what stands between them, hold text that is not shown",
    );
  const point = new InsertionPoint(last, look);
  const range = () => first.paragraph.getRange("Whole").expandTo(last.paragraph.getRange("Whole"));
  let source = range();
  const earlierChange = source.getTrackedChanges().getFirstOrNullObject();
  earlierChange.load("type");
  source.load("text");
  const before = source.getReviewedText("Original");
  let original = "";
  let review: { original: OfficeExtension.ClientResult<string>; current: OfficeExtension.ClientResult<string> };
  const paragraphs = cleanParagraphs(edit.paragraphs);
  let inserted: Word.Paragraph[] = [];
  const loadReview = () => {
    review = { original: source.getReviewedText("Original"), current: source.getReviewedText("Current") };
  };
  const asWritten = () =>
    holdTexts(inserted, paragraphs) && isBlank(review.current.value) && review.original.value === before.value;
  return {
    order: first.read.index,
    tracking: "on",
    check: () => {
      requireUnchanged(sources);
      // eslint-disable-next-line office-addins/call-sync-before-read -- called after the sync
      if (!earlierChange.isNullObject)
        throw new GenaiError("document-has-revisions", "the blocks hold tracked changes of somebody");
      original = source.text;
    },
    write: () => {
      // Deleted first, and taken anew afterwards: a range that ends with the document may grow over what is inserted
      // behind it.
      source.delete();
      inserted = point.insert(paragraphs);
      for (const paragraph of inserted) paragraph.track();
      source = range();
      source.track();
      loadReview();
    },
    verify: asWritten,
    written: () => ({ texts: paragraphs, inserted, ...point.surroundings() }),
    inverse: {
      kept: () => [source, ...inserted, last.paragraph],
      load: () => {
        for (const paragraph of inserted) paragraph.load("text");
        loadReview();
      },
      intact: asWritten,
      restore: () => {
        if (inserted.length === 0) return;
        const changed = source.expandTo(inserted.at(-1)!.getRange("Whole"));
        changed.getTrackedChanges().rejectAll();
      },
      reload: () => {
        source.load("text");
        point.reload();
      },
      restored: () => source.text === original && point.unchanged(),
    },
  };
}
