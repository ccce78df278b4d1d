import type { LocatedParagraph } from "./locate-paragraphs";

/** Properties that make the look of a paragraph, for `load`. */
export const lookProperties = "style,alignment,leftIndent,rightIndent,firstLineIndent";

/** Queues the look of one paragraph, loaded before, for another. */
export function copyLook(from: Word.Paragraph, to: Word.Paragraph): void {
  to.style = from.style;
  to.alignment = from.alignment;
  to.leftIndent = from.leftIndent;
  to.rightIndent = from.rightIndent;
  to.firstLineIndent = from.firstLineIndent;
}

/** The look of a loaded paragraph as one comparable text. */
export function describeLook(paragraph: Word.Paragraph): string {
  const { style, alignment, leftIndent, rightIndent, firstLineIndent } = paragraph;
  return JSON.stringify([style, alignment, leftIndent, rightIndent, firstLineIndent]);
}

/**
 * Look of plain text in this document. New paragraphs below a heading, a list item or a table take it over;
 * a style of our own would not fit the ministry's template (office-pitfalls W7).
 */
export class BodyLook {
  readonly #sample: Word.Paragraph | undefined;

  /** Queues the loading of the sample's look. Without a sample the built-in style Normal is used. */
  constructor(sample: LocatedParagraph | undefined) {
    this.#sample = sample?.paragraph;
    this.#sample?.load(lookProperties);
  }

  /** Queues the look for a paragraph that was just inserted. */
  apply(paragraph: Word.Paragraph): void {
    const sample = this.#sample;
    if (sample === undefined) paragraph.styleBuiltIn = "Normal" as Word.BuiltInStyleName;
    else copyLook(sample, paragraph);
    paragraph.font.bold = false;
    paragraph.font.italic = false;
    paragraph.font.underline = "None";
  }
}
