/** A list of lists, as lines with tabs: [["00:00:05", "山田", "はい"], …]. Undefined for other data. */
export function rowsOf(data: unknown): string[] | undefined {
  const rows = Array.isArray(data) ? data.filter((row): row is unknown[] => Array.isArray(row)) : [];
  const isCell = (cell: unknown): boolean => cell === null || typeof cell === "string" || typeof cell === "number";
  if (rows.length < 2 || !rows.every((row) => row.length > 1 && row.every(isCell))) return undefined;
  return rows.map((row) => row.map((cell) => String(cell ?? "").replace(/\s+/g, " ")).join("\t"));
}
