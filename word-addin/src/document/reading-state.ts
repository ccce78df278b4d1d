import type { BlockKind } from "@genai-office/shared/vocabulary";

/** What the port remembers of a paragraph it has read, to find it again and to see whether it was edited since. */
export interface ReadParagraph {
  id: string;
  /** Position in the scope's paragraph collection, empty paragraphs counted. */
  index: number;
  /** `Paragraph.text` as Word gave it; on the web it includes tracked deletions (office-pitfalls R1). */
  rawText: string;
  /** Text as a reader sees it. */
  text: string;
  kind: BlockKind;
  /** Some of `text` is not shown: then it is more than the block's text. */
  hides?: "within" | "at-end";
}

/** A reading as the port remembers it. */
export interface ReadingState {
  paragraphs: Map<string, ReadParagraph>;
  /** A plain paragraph whose look new paragraphs take; undefined when the scope has none. */
  bodySample: ReadParagraph | undefined;
  /**
   * The scope itself, kept alive in Word, for hosts without `uniqueLocalId`; one kept object, because thousands
   * make Word slow (office-pitfalls P2).
   */
  scopeRange: Word.Range | undefined;
}
