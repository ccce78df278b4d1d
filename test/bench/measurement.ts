/** What a measure gives back: a table for people, and the one JSON object of ../../docs/measurements.md. */
export interface Measurement {
  table: string;
  json: Record<string, unknown>;
}

/** A measure that could not be made: printed as one line on standard error, exit status 2. */
export class MeasurementImpossible extends Error {}

/** A module under measures/ exports this as `measure`. */
export type Measure = (args: string[]) => Promise<Measurement>;

/** Lays rows out in columns. Full-width characters count as two cells, as terminals draw them. */
export function formatTable(header: string[], rows: (string | number | null)[][]): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => (cell === null ? "-" : String(cell))));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => cellWidth(row[column] ?? ""))));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell + " ".repeat(widths[column]! - cellWidth(cell)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cellWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return width;
}
