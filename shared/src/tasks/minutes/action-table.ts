import type { ActionParts } from "./parse-action";

type Column = "kind" | "task" | "owner" | "due" | "sources" | "other";

/** Cells of a Markdown table row, or undefined for another line. */
export function cellsOf(line: string): string[] | undefined {
  const row = /^\s*\|(.+)\|\s*$/.exec(line)?.[1];
  return row?.split("|").map((cell) => cell.trim());
}

/** True for the row of dashes below a table's head. */
export function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^:?-{2,}:?$/.test(cell));
}

/** Columns of a table by the words of its head; undefined when the row is no head. */
export function columnsOf(cells: readonly string[]): Column[] | undefined {
  const columns = cells.map((cell): Column => {
    if (/^(?:種別|区分|分類|種類|kind|type|category)/i.test(cell)) return "kind";
    if (/^(?:担当|責任者|対応者|owner|assignee)/i.test(cell)) return "owner";
    if (/^(?:期限|期日|締切|締め切り|〆切|due|deadline)/i.test(cell)) return "due";
    if (/^(?:根拠|出典|発言(?:番号)?$|発言No|番号の?根拠|source)/i.test(cell)) return "sources";
    if (
      /^(?:宿題|タスク|対応|todo|to-do|決定|議論|意見|発言内容|(?:実施|対応|議事|主な)?(?:内容|事項|項目|要旨)|action|task|item|decision|discussion|content|text)/i.test(
        cell,
      )
    )
      return "task";
    return "other";
  });
  return columns.includes("task") ? columns : undefined;
}

/** What the row says that it is; empty where no column tells. */
export function kindOfRow(cells: readonly string[], columns: readonly Column[]): string {
  return cells.find((_cell, index) => columns[index] === "kind") ?? "";
}

/** True for a table that gives its rows an owner or a date. */
export function tellsWhoOrWhen(columns: readonly Column[]): boolean {
  return columns.includes("owner") || columns.includes("due");
}

/** The parts of a row; a bare number in the column of sources becomes a citation mark behind the task. */
export function actionOfRow(cells: readonly string[], columns: readonly Column[]): ActionParts {
  const of = (column: Column): string =>
    cells
      .filter((_cell, index) => columns[index] === column)
      .join(" ")
      .trim();
  const sources = of("sources").replace(/^[0-9０-９][0-9０-９,、， ]*$/, (numbers) => `[${numbers}]`);
  return { task: `${of("task")}${sources}`, owner: of("owner"), due: of("due") };
}
