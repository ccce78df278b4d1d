const separator = /\s*[｜|│\t]\s*/u;
const unitTold = /単位\s*[：:]\s*([^）)\]】\s、,]{1,8})/u;
const bareNumber = /^[▲△+−-]?[0-9０-９][0-9０-９,，.．]*$/u;
const rule = /^[\s｜|│:：+\-ー─━]+$/u;

/**
 * A text whose tables are told as sentences, a row each, so that every figure stands with the head of its row, the head of its
 * column and the unit of the table: 「令和5年度の取得率は81.0%、令和5年度の取得日数は46日。」. A table is three or more lines, one after
 * another, of as many cells; its first line is the head. Everything else is left as it is. Linear in the length of the text.
 */
export function tellTables(text: string): string {
  if (!/[｜|│\t]/u.test(text)) return text;
  const unit = unitTold.exec(text)?.[1] ?? "";
  const lines = text.split("\n");
  const told: string[] = [];
  for (let at = 0; at < lines.length;) {
    const rows = rowsFrom(lines, at);
    if (rows.length < 2 || rows[0]!.length < 2) {
      told.push(lines[at]!);
      at += 1;
      continue;
    }
    const [head, ...rest] = rows as [string[], ...string[][]];
    // The head of the rows names what they are: 「年度」, 「産業」.
    for (const row of rest) told.push(sentenceOf(head, row, unit));
    at += rows.length + lines.slice(at, at + rows.length + 1).filter((line) => rule.test(line)).length;
  }
  return told.join("\n");
}

function rowsFrom(lines: readonly string[], at: number): string[][] {
  const rows: string[][] = [];
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next]!;
    if (rows.length === 1 && rule.test(line)) continue;
    const cells = line
      .trim()
      .replace(/^[｜|│]|[｜|│]$/gu, "")
      .split(separator);
    if (cells.length < 2 || (rows.length > 0 && cells.length !== rows[0]!.length)) break;
    rows.push(cells);
  }
  return rows;
}

function sentenceOf(head: readonly string[], [first = "", ...cells]: readonly string[], unit: string): string {
  const parts = cells.flatMap((cell, at) => {
    if (cell === "") return [];
    const value = bareNumber.test(cell) ? cell + unit : cell;
    return `${first}の${head[at + 1] ?? ""}は${value}`;
  });
  return `${parts.join("、")}。`;
}
