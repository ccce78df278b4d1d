import type { HiddenText } from "../hidden-text";
import type { Hue } from "./hue";

/** A piece of a page that a reader sees: a paragraph, an item, a row of a table with tabs between its cells. */
export interface HtmlBlock {
  text: string;
  kind: "heading" | "paragraph" | "list-item" | "table-cell";
  /** Of a heading: 1 to 6; of an item: how deep its list is nested, from 0. */
  level?: number;
  /** How often the piece is quoted (blockquote); left out for 0. */
  quoted?: number;
  /** Only where the layout is asked for: an empty line or a margin parts the piece from the one before it. */
  spaced?: true;
  /** Only where the layout is asked for: what mail programs mark the piece as. */
  part?: MailPart;
  /** Only where the layout is asked for: the bright colour of all its text. */
  hue?: Hue;
}

/** What mail programs mark by class, id or style: the line that says who wrote what is quoted, its header, quotes, signatures. */
export type MailPart = "attribution" | "head" | "quote" | "signature";

export interface HtmlReadingOptions {
  /** Blocks tell `spaced` and `part` too. */
  layout?: boolean;
}

export interface HtmlLink {
  /** What the reader sees of it. */
  text: string;
  href: string;
}

export interface HtmlImage {
  src: string;
  alt: string;
}

/** What a page shows, and what it holds without showing it. */
export interface HtmlReading {
  /** The blocks, one a line. */
  visible: string;
  blocks: HtmlBlock[];
  hidden: HiddenText[];
  links: HtmlLink[];
  images: HtmlImage[];
}
