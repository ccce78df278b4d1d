import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IRunOptions,
} from "docx";
import { withoutForbiddenCharacters } from "@genai-office/shared/ooxml";

/** Twentieths of a point between the margins of the page. */
export const textWidth = 9070;
const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const borders = { top: line, bottom: line, left: line, right: line } as const;

/** Words without what XML cannot hold; a line break within them begins a new line. */
export function words(text: string, options: Omit<IRunOptions, "text" | "children"> = {}): TextRun[] {
  return withoutForbiddenCharacters(text)
    .split(/\r\n|[\r\n\v\u2028\u2029]/)
    .map((part, index) => new TextRun({ ...options, text: part, ...(index === 0 ? {} : { break: 1 }) }));
}

export function paragraph(text: string, options: Omit<IRunOptions, "text" | "children"> = {}): Paragraph {
  return new Paragraph({ children: words(text, options) });
}

export function heading(text: string, level: 1 | 2, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    pageBreakBefore,
    children: words(text),
  });
}

/** A table with a head that every page repeats; a row stays on one page. */
export function listTable(heads: readonly string[], widths: readonly number[], rows: readonly Paragraph[][][]): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((text, index) =>
      cell(
        [new Paragraph({ alignment: AlignmentType.CENTER, children: words(text, { bold: true }) })],
        widths[index]!,
        true,
      ),
    ),
  });
  const body = rows.map(
    (cells) =>
      new TableRow({ cantSplit: true, children: cells.map((content, index) => cell(content, widths[index]!)) }),
  );
  return tableOf([head, ...body], widths);
}

/** Pairs of a name and what it names, as the head of minutes has them. */
export function pairTable(pairs: readonly [name: string, lines: readonly string[]][]): Table {
  const widths = [1500, textWidth - 1500];
  const rows = pairs.map(
    ([name, lines]) =>
      new TableRow({
        children: [
          cell([paragraph(name, { bold: true })], widths[0]!, true),
          cell(
            lines.map((text) => paragraph(text)),
            widths[1]!,
          ),
        ],
      }),
  );
  return tableOf(rows, widths);
}

function tableOf(rows: TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: line, insideVertical: line },
  });
}

function cell(children: Paragraph[], width: number, shaded = false): TableCell {
  return new TableCell({
    children,
    borders,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    ...(shaded ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: "EDEDED" } } : {}),
  });
}
