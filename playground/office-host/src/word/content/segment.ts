/**
 * What one character, or stretch of characters, of a paragraph is:
 * - `text`: w:t or w:delText; the only kind that can be divided
 * - `tab`, `break`, `symbol`, `hyphen`: one character each
 * - `note`: a footnote or endnote reference, or the mark at the start of a note
 * - `object`: a drawing, picture, embedded object or formula
 * - `ruby`: base text with its reading, as one piece
 * - `field`: begin, separate or end mark of a complex field; `code`: its instruction
 */
export type SegmentKind =
  "text" | "tab" | "break" | "symbol" | "hyphen" | "note" | "object" | "ruby" | "field" | "code";

/**
 * A piece of a paragraph's content. Offsets count internal characters: every piece has at least one, also those that
 * Office.js does not show in `text` (notes, drawings, field marks), as in Word's own character positions.
 */
export interface Segment {
  readonly kind: SegmentKind;
  /** Child of the run that holds the content; the formula itself for formulas outside of runs. */
  readonly node: Element;
  /** The w:r, or the element that stands in a run's place (a formula). */
  readonly run: Element;
  readonly start: number;
  readonly length: number;
  /** What Office.js shows; "" for hidden pieces. Has `length` characters when it is not empty, notes on the desktop included. */
  readonly text: string;
  /** White space at the start of a w:t without xml:space="preserve", which Word does not show. */
  readonly lead: number;
  /** Inside w:del or w:moveFrom. */
  readonly deleted: boolean;
  /** Inside w:ins or w:moveTo. */
  readonly inserted: boolean;
}
