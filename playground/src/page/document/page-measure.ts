import { pieceMarkSelector, paragraphMarkSelector, readMark } from "./marks";

/** A paragraph, a table row or another block that stays whole; outer edges in pixels below the section's first line. */
export interface MeasuredBlock {
  readonly element: HTMLElement;
  readonly top: number;
  readonly bottom: number;
  /** Footnotes that are referred to in it. */
  readonly notes: number;
  readonly breakBefore: boolean;
  readonly breakAfter: boolean;
  /** Rows of the table that the row before reaches into cannot start a page. */
  readonly keepWithPrevious: boolean;
  readonly keepWithNext: boolean;
}

export interface MeasuredSection {
  readonly section: HTMLElement;
  /** Pixels for text and footnotes on one page. */
  readonly capacity: number;
  readonly blocks: readonly MeasuredBlock[];
  /** Heights of the footnotes in order. */
  readonly noteHeights: readonly number[];
  /** What a page's list of footnotes takes besides the footnotes: the line above, margins. */
  readonly noteFrame: number;
  readonly notes: HTMLOListElement | undefined;
}

/** Reads the layout of a section of docx-preview; nothing is changed. Undefined when it states no page height. */
export function measureSection(section: HTMLElement, keptWithNext: ReadonlySet<number>): MeasuredSection | undefined {
  const style = getComputedStyle(section);
  const pageHeight = parseFloat(style.minHeight);
  const articles = Array.from(section.querySelectorAll<HTMLElement>(":scope > article"));
  const first = articles[0];
  if (!(pageHeight > 0) || first === undefined) return undefined;
  const origin = first.getBoundingClientRect().top;
  const footer = section.querySelector<HTMLElement>(":scope > footer");
  const footerHeight = footer
    ? Math.max(0, footer.getBoundingClientRect().height + parseFloat(getComputedStyle(footer).marginBottom))
    : 0;
  const above = origin - section.getBoundingClientRect().top;
  const notes = section.querySelector<HTMLOListElement>(":scope > ol") ?? undefined;
  const blocks = articles.flatMap((article) =>
    Array.from(article.children).flatMap((child) => measureBlock(child as HTMLElement, origin, keptWithNext)),
  );
  return {
    section,
    capacity: pageHeight - above - parseFloat(style.paddingBottom) - footerHeight,
    blocks,
    notes,
    ...measureNotes(notes),
  };
}

function measureNotes(notes: HTMLElement | undefined): Pick<MeasuredSection, "noteHeights" | "noteFrame"> {
  if (notes === undefined) return { noteHeights: [], noteFrame: 0 };
  const noteHeights = Array.from(notes.children, (note) => note.getBoundingClientRect().height);
  const { marginTop, marginBottom } = getComputedStyle(notes);
  const inside = noteHeights.reduce((sum, height) => sum + height, 0);
  const frame = notes.getBoundingClientRect().height - inside + parseFloat(marginTop) + parseFloat(marginBottom);
  return { noteHeights, noteFrame: frame };
}

function measureBlock(element: HTMLElement, origin: number, keptWithNext: ReadonlySet<number>): MeasuredBlock[] {
  if (element instanceof HTMLTableElement) return measureRows(element, origin);
  const { top, bottom } = element.getBoundingClientRect();
  const { marginTop, marginBottom } = getComputedStyle(element);
  const number = readMark(element.querySelector(paragraphMarkSelector)?.id ?? "")?.paragraph;
  const pageBreak = element.querySelector(pieceMarkSelector("page-break"));
  const breaksFirst = pageBreak !== null && !hasTextBefore(element, pageBreak);
  return [
    {
      element,
      top: top - origin - parseFloat(marginTop),
      bottom: bottom - origin + parseFloat(marginBottom),
      notes: element.querySelectorAll(pieceMarkSelector("note")).length,
      // A break alone in its paragraph ends the page: the empty line stays on it, as in Word.
      breakBefore: breaksFirst && element.textContent !== "",
      breakAfter: pageBreak !== null && !(breaksFirst && element.textContent !== ""),
      keepWithPrevious: false,
      keepWithNext: number !== undefined && keptWithNext.has(number),
    },
  ];
}

function measureRows(table: HTMLTableElement, origin: number): MeasuredBlock[] {
  let coveredUntil = 0;
  return Array.from(table.rows, (row, at) => {
    const { top, bottom } = row.getBoundingClientRect();
    const isCovered = at < coveredUntil;
    for (const cell of row.cells) coveredUntil = Math.max(coveredUntil, at + cell.rowSpan);
    return {
      element: row,
      top: top - origin,
      bottom: bottom - origin,
      notes: row.querySelectorAll(pieceMarkSelector("note")).length,
      breakBefore: false,
      breakAfter: false,
      keepWithPrevious: isCovered,
      keepWithNext: false,
    };
  });
}

function hasTextBefore(paragraph: HTMLElement, mark: Element): boolean {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEndBefore(mark);
  return range.toString() !== "";
}
