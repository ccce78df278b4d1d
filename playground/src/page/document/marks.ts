/**
 * Names of bookmarks that are put into the rendered copy. docx-preview makes a `span` with the bookmark's name as id of
 * each; so a place on the screen can be traced back to the paragraph and the character of the model.
 */
export type PieceKind = "text" | "note" | "endnote" | "page-break" | "other";

const letters: Readonly<Record<PieceKind, string>> = {
  text: "t",
  note: "n",
  endnote: "e",
  "page-break": "b",
  other: "o",
};

export function paragraphMark(paragraph: number): string {
  return `host-p-${paragraph}`;
}

/** Mark in front of one piece of content; `start` is its first character in the paragraph, as the host counts. */
export function pieceMark(paragraph: number, start: number, kind: PieceKind): string {
  return `host-${letters[kind]}-${paragraph}-${start}`;
}

export const paragraphMarkSelector = 'span[id^="host-p-"]';

export function pieceMarkSelector(kind: PieceKind): string {
  return `span[id^="host-${letters[kind]}-"]`;
}

/** Class of the spans that hold a page number or the number of pages. */
export const pageNumberMark = "host-page-number";
export const pageCountMark = "host-page-count";

/** Marks of two paragraphs that are only there to have a header drawn: for the first page, and for further pages. */
export const firstFrameMark = "host-frame-first";
export const furtherFrameMark = "host-frame-further";

export interface Mark {
  readonly paragraph: number;
  /** Absent on a paragraph's own mark. */
  readonly start?: number;
  readonly isText: boolean;
}

/** Reads the id of a rendered bookmark; undefined for ids of the document's own bookmarks. */
export function readMark(id: string): Mark | undefined {
  const match = /^host-([ptnebo])-(\d+)(?:-(\d+))?$/.exec(id);
  if (!match) return undefined;
  const paragraph = Number(match[2]);
  if (match[1] === "p") return { paragraph, isText: false };
  return match[3] === undefined ? undefined : { paragraph, start: Number(match[3]), isText: match[1] === "t" };
}
