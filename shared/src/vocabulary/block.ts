/** What a block is to its reader; decides how a task cuts and quotes it. */
export type BlockKind = "heading" | "paragraph" | "list-item" | "table-cell" | "utterance" | "message";

/** What a block carries besides its words, and what an edit therefore must not lose. */
export interface BlockContents {
  notes?: boolean;
  fields?: boolean;
  revisions?: boolean;
  comments?: boolean;
  links?: boolean;
  pictures?: boolean;
}

/**
 * The unit that documents, mails and transcripts are cut into.
 * `id` is stable as long as the source is not edited (in Word the paragraph's uniqueLocalId where the host has one).
 */
export interface Block {
  id: string;
  /** Text as a reader sees it: tracked deletions left out, tracked insertions kept. */
  text: string;
  kind: BlockKind;
  /** Heading level 1..9, or list level 0..8, where the kind has one. */
  level?: number;
  /** Style name as the source shows it. */
  style?: string;
  /** Numbering as printed (第1, (1), ア), when the host tells it. */
  label?: string;
  contains?: BlockContents;
}
