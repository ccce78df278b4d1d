import type { Drawing } from "./draw-document";
import { pageCountMark, pageNumberMark, pieceMarkSelector } from "./marks";
import { findPageBreaks } from "./page-breaks";
import type { FurtherFrames } from "./page-frames";
import { measureSection, type MeasuredBlock, type MeasuredSection } from "./page-measure";

type PagedDrawing = Pick<Drawing, "wrapper" | "furtherFrames">;

/**
 * Divides what docx-preview drew as one long sheet into sheets of the document's paper size. The wrapper must be in the
 * page, because heights are measured. Returns the number of pages.
 */
export function paginate({ wrapper, furtherFrames }: PagedDrawing, keptWithNext: ReadonlySet<number>): number {
  const sections = Array.from(wrapper.querySelectorAll<HTMLElement>(":scope > section"));
  // All measuring first: moving nodes in between would lay the document out again and again.
  const measured = sections.map((section) => measureSection(section, keptWithNext));
  for (const section of measured) if (section) divide(section, furtherFrames);
  return numberPages(wrapper);
}

function divide(measured: MeasuredSection, furtherFrames: FurtherFrames): void {
  const breaks = findPageBreaks(measured);
  const { section, blocks, notes } = measured;
  const noteItems = notes ? (Array.from(notes.children) as HTMLElement[]) : [];
  // From the last page to the first: so every node is moved at most once.
  for (const start of breaks.reverse()) {
    const page = section.cloneNode(false) as HTMLElement;
    const frame = furtherFrames.get(section);
    const header = frame ? frame.header : section.querySelector(":scope > header");
    if (header) page.append(header.cloneNode(true));
    const end = moveBlocks(section, page, blocks[start]!);
    const firstNote = countNotes(blocks, start);
    if (notes && firstNote < notes.children.length) {
      const list = notes.cloneNode(false) as HTMLOListElement;
      list.append(...noteItems.slice(firstNote, notes.children.length));
      end.after(list);
    }
    const footer = frame ? frame.footer : section.querySelector(":scope > footer");
    if (footer) page.append(footer.cloneNode(true));
    section.after(page);
  }
  if (notes && notes.children.length === 0) notes.remove();
}

function countNotes(blocks: readonly MeasuredBlock[], before: number): number {
  let count = 0;
  for (let at = 0; at < before; at++) count += blocks[at]!.notes;
  return count;
}

/** Moves a block and all after it into articles of the new page; returns the page's last article. */
function moveBlocks(section: HTMLElement, page: HTMLElement, { element }: MeasuredBlock): HTMLElement {
  const article = element.closest("article")!;
  const rest = article.cloneNode(false) as HTMLElement;
  const block = element instanceof HTMLTableRowElement ? restOfTable(element) : element;
  moveFrom(block, rest);
  page.append(rest);
  let last = rest;
  for (let next = article.nextElementSibling; next?.localName === "article"; next = article.nextElementSibling) {
    page.append(next);
    last = next as HTMLElement;
  }
  if (article.childNodes.length === 0 && article !== section.querySelector(":scope > article")) article.remove();
  return last;
}

function moveFrom(first: Node, target: HTMLElement): void {
  const moved: Node[] = [];
  for (let node: Node | null = first; node; node = node.nextSibling) moved.push(node);
  target.append(...moved);
}

/** The row and those below it become a table of their own behind the first; the whole table when it is the first row. */
function restOfTable(row: HTMLTableRowElement): HTMLElement {
  const table = row.closest("table")!;
  if (table.rows[0] === row) return table;
  const rest = table.cloneNode(false) as HTMLTableElement;
  const columns = table.querySelector(":scope > colgroup");
  if (columns) rest.append(columns.cloneNode(true));
  moveFrom(row, rest);
  table.after(rest);
  return rest;
}

function numberPages(wrapper: HTMLElement): number {
  const pages = Array.from(wrapper.querySelectorAll<HTMLElement>(":scope > section"));
  let notesBefore = 0;
  pages.forEach((page, at) => {
    const notes = page.querySelector<HTMLOListElement>(":scope > ol");
    if (notes && page.querySelector(pieceMarkSelector("note"))) {
      notes.start = notesBefore + 1;
      notesBefore += notes.children.length;
    }
    page.dataset["page"] = String(at + 1);
    page.setAttribute("role", "group");
    page.setAttribute("aria-label", `${at + 1}ページ`);
    const write = (mark: string, value: number) => {
      for (const place of page.querySelectorAll(`[id="${mark}"]`)) {
        const run = place.nextElementSibling;
        if (run) run.textContent = String(value);
      }
    };
    write(pageNumberMark, at + 1);
    write(pageCountMark, pages.length);
    for (const part of page.querySelectorAll<HTMLElement>(":scope > header, :scope > footer"))
      part.contentEditable = "false";
  });
  return pages.length;
}
