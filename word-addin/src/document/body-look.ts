import type { LocatedParagraph } from "./locate-paragraphs";

/**
 * Look of plain text in this document. New paragraphs below a heading, a list item or a table take it over;
 * a style of our own would not fit the ministry's template (office-pitfalls W7).
 */
export class BodyLook {
  readonly #sample: Word.Paragraph | undefined;

  /** Queues the loading of the sample's look. Without a sample the built-in style Normal is used. */
  constructor(sample: LocatedParagraph | undefined) {
    this.#sample = sample?.paragraph;
    this.#sample?.load("style,alignment,leftIndent,rightIndent,firstLineIndent");
  }

  /** Queues the look for a paragraph that was just inserted. */
  apply(paragraph: Word.Paragraph): void {
    const sample = this.#sample;
    if (sample === undefined) paragraph.styleBuiltIn = "Normal" as Word.BuiltInStyleName;
    else {
      paragraph.style = sample.style;
      paragraph.alignment = sample.alignment;
      paragraph.leftIndent = sample.leftIndent;
      paragraph.rightIndent = sample.rightIndent;
      paragraph.firstLineIndent = sample.firstLineIndent;
    }
    paragraph.font.bold = false;
    paragraph.font.italic = false;
    paragraph.font.underline = "None";
  }
}
