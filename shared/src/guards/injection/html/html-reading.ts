import type { HiddenText } from "../hidden-text";

/** A piece of a page that a reader sees: a paragraph, an item, a row of a table with tabs between its cells. */
export interface HtmlBlock {
  text: string;
  kind: "heading" | "paragraph" | "list-item" | "table-cell";
  /** Of a heading: 1 to 6; of an item: how deep its list is nested, from 0. */
  level?: number;
  /** How often the piece is quoted (blockquote); left out for 0. */
  quoted?: number;
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
