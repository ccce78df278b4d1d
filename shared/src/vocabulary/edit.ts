import type { Span } from "./span";

/** Replace a stretch of one block's text; everything outside the span is untouched. */
export interface ReplaceSpanEdit {
  type: "replace-span";
  blockId: string;
  /** Offsets in the block's text as it was read. */
  span: Span;
  /** Text that stands there now, checked before writing. */
  expected: string;
  text: string;
}

/** Insert paragraphs below a block, in the document's body style. */
export interface InsertBelowEdit {
  type: "insert-below";
  blockId: string;
  paragraphs: string[];
}

/** Replace whole blocks, first to last, by paragraphs: as a tracked change, so that a reviewer can reject it. */
export interface ReplaceBlocksEdit {
  type: "replace-blocks";
  blockIds: string[];
  paragraphs: string[];
}

/** Attach a comment to blocks, first to last. */
export interface CommentEdit {
  type: "comment";
  blockIds: string[];
  text: string;
}

/** A change to a document, proposed by a task and applied by a front end's document port. */
export type Edit = ReplaceSpanEdit | InsertBelowEdit | ReplaceBlocksEdit | CommentEdit;
