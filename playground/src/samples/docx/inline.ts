/** What the paragraphs of a sample are written in: plain strings, or one of these. */
export type Inline = string | StyledText | Footnote | Hyperlink | Commented | Field | Bookmarked | LineBreak;

export interface StyledText {
  readonly text: string;
  readonly bold?: true;
  readonly underline?: true;
  /** RRGGBB */
  readonly colour?: string;
}

export interface Footnote {
  readonly footnote: readonly Inline[];
}

export interface Hyperlink {
  readonly link: string;
  readonly text: string;
}

export interface Comment {
  readonly author: string;
  readonly initials: string;
  /** ISO 8601 */
  readonly date: string;
  readonly text: string;
}

export interface Commented {
  readonly comment: Comment;
  readonly on: readonly Inline[];
}

/** A field with the result Word had computed: `PAGE`, `SEQ 表 \* DBCHAR`, `REF name \h`. */
export interface Field {
  readonly field: string;
  readonly result: string;
}

export interface Bookmarked {
  readonly bookmark: string;
  readonly on: readonly Inline[];
}

export interface LineBreak {
  readonly lineBreak: true;
}
