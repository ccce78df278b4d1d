import { isTag, type Element } from "domhandler";
import { attributeOf } from "./parse-tree";
import type { Style } from "./style";

const mostColumns = 200;

/** Columns of tables that give their cells something: a ground, or no room (CSS 2.2, 17.3). */
export class TableColumns {
  private readonly columns = new Map<Element, Style[]>();

  constructor(private readonly styleOf: (column: Element, around: Style, depth: number) => Style) {}

  /** Reads the columns of a table, before its cells. `depth`: elements around the table. */
  add(table: Element, style: Style, depth: number): void {
    const columns: Style[] = [];
    const add = (column: Element, around: Style): void => {
      const own = this.styleOf(column, around, depth);
      const inner = column.children.filter(isTag).filter(({ name }) => name === "col");
      if (inner.length > 0) return inner.forEach((one) => add(one, own));
      const span = Math.min(mostColumns, Number.parseInt(attributeOf(column, "span") ?? "1", 10) || 1);
      for (let count = 0; count < span && columns.length < mostColumns; count += 1) columns.push(own);
    };
    for (const child of table.children)
      if (isTag(child) && (child.name === "colgroup" || child.name === "col")) add(child, style);
    if (columns.some(({ opaque, hiddenVisibility }) => opaque || hiddenVisibility)) this.columns.set(table, columns);
  }

  /** The style around a cell, with what its column gives it. */
  around(cell: Element, parent: Style): Style {
    if (cell.name !== "td" && cell.name !== "th") return parent;
    const table = tableOf(cell);
    const columns = table === undefined ? undefined : this.columns.get(table);
    if (columns === undefined) return parent;
    let index = 0;
    for (let other = cell.prev; other !== null && index < mostColumns; other = other.prev)
      if (isTag(other)) index += Math.max(1, Number.parseInt(attributeOf(other, "colspan") ?? "1", 10) || 1);
    const column = columns[index];
    if (column === undefined) return parent;
    if (column.hiddenVisibility) return { ...parent, gone: parent.gone ?? "visibility" };
    const { grounds, picture, opaque } = column;
    // A row's own ground lies over its column's.
    return opaque && !parent.opaque ? { ...parent, grounds, picture } : parent;
  }
}

function tableOf(cell: Element): Element | undefined {
  let around = cell.parent;
  for (let step = 0; step < 3 && around !== null; step += 1) {
    if (isTag(around) && around.name === "table") return around;
    around = around.parent;
  }
  return undefined;
}
