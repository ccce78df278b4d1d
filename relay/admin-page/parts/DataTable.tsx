import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  // A wide table scrolls by itself; the page does not.
  scroll: { overflowX: "auto", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: { borderCollapse: "collapse", width: "100%" },
  cell: {
    padding: "6px 12px 6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: "start",
    verticalAlign: "top",
  },
  head: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  total: { fontWeight: tokens.fontWeightSemibold },
});

export interface DataRow {
  key: string;
  cells: readonly ReactNode[];
  /** A sum: written stronger. */
  total?: boolean;
}

export interface DataTableProps {
  /** Name of the table for a screen reader. */
  label: string;
  columns: readonly string[];
  rows: readonly DataRow[];
  /** Indexes of columns with numbers: written to the right. */
  numbers?: readonly number[];
}

/** A plain table; the first cell of a row names it. */
export function DataTable({ label, columns, rows, numbers = [] }: DataTableProps) {
  const styles = useStyles();
  const classOf = (index: number, ...more: (string | false)[]) =>
    mergeClasses(styles.cell, numbers.includes(index) && styles.number, ...more);
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={classOf(index, styles.head)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, total = false }) => (
            <tr key={key}>
              {cells.map((cell, index) => {
                const className = classOf(index, total && styles.total);
                return index === 0 ? (
                  <th key={columns[index]} scope="row" className={className} style={{ fontWeight: "inherit" }}>
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]} className={className}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
