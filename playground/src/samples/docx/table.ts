import type { Inline } from "./inline";
import { inlineXml } from "./inline-writer";
import type { Parts } from "./parts";
import { escapeXml } from "./xml";

export interface Cell {
  readonly content: readonly Inline[];
  /** How many columns of the grid it covers (w:gridSpan). */
  readonly columns?: number;
  /** First of vertically merged cells, or one that continues it (w:vMerge). */
  readonly merge?: "start" | "continue";
  readonly align?: "left" | "center" | "right";
  readonly heading?: true;
}

export interface Table {
  /** Column widths in twips; their sum is the width of the table. */
  readonly grid: readonly number[];
  readonly headerRows: number;
  readonly rows: readonly (readonly Cell[])[];
  /** Read out by screen readers (w:tblDescription). */
  readonly description: string;
}

export function tableXml(table: Table, parts: Parts): string {
  const width = table.grid.reduce((sum, column) => sum + column, 0);
  const columns = table.grid.map((column) => `<w:gridCol w:w="${column}"/>`).join("");
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/>` +
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" ' +
    'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>' +
    `<w:tblDescription w:val="${escapeXml(table.description)}"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>` +
    table.rows.map((row, at) => rowXml(row, at < table.headerRows, table.grid, parts)).join("") +
    "</w:tbl>"
  );
}

function rowXml(row: readonly Cell[], isHeader: boolean, grid: readonly number[], parts: Parts): string {
  let column = 0;
  const cells = row.map((cell) => {
    const span = cell.columns ?? 1;
    const width = grid.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    column += span;
    return cellXml(cell, isHeader || cell.heading === true, width, parts);
  });
  if (column !== grid.length) throw new Error(`A row covers ${column} of ${grid.length} columns`);
  return `<w:tr><w:trPr><w:cantSplit/>${isHeader ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;
}

function cellXml(cell: Cell, isHeading: boolean, width: number, parts: Parts): string {
  const span = cell.columns === undefined ? "" : `<w:gridSpan w:val="${cell.columns}"/>`;
  const merge = cell.merge === undefined ? "" : cell.merge === "start" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
  const shade = isHeading ? '<w:shd w:val="clear" w:color="auto" w:fill="E7ECF4"/>' : "";
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${shade}<w:vAlign w:val="center"/>`;
  const align = `<w:jc w:val="${cell.align ?? (isHeading ? "center" : "left")}"/>`;
  return (
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p w14:paraId="${parts.nextParagraphId()}">` +
    `<w:pPr><w:pStyle w:val="TableText"/>${align}</w:pPr>${inlineXml(cell.content, parts)}</w:p></w:tc>`
  );
}
