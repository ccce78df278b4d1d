const separator = /\s*[｜|│\t]\s*/u;
const unitTold = /単位\s*[：:]\s*([^）)\]】\s、,]{1,8})/u;
const bareNumber = /^[▲△+−-]?[0-9０-９][0-9０-９,，.．]*$/u;
const rule = /^[\s｜|│:：+\-ー─━]+$/u;

/**
 * A text whose tables are told as sentences, a row each, so that every figure stands with the head of its row, the head of its
 * column and the unit of the table: 「令和5年度の取得率は81.0%、令和5年度の取得日数は46日。」. Behind them stands what rose or fell from one
 * year to the next. A table is two or more lines, one after another, of as many cells; its first line is the head. Everything
 * else is left as it is. Linear in the length of the text.
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
    // Behind all rows, so that no row's name is still told of where the next one begins.
    told.push(...rest.map((row) => changesOf(head, row, unit)).filter((changes) => changes !== ""));
    at += rows.length + lines.slice(at, at + rows.length + 1).filter((line) => rule.test(line)).length;
  }
  return told.join("\n");
}

/** A row of a table on its own: two cells or more, one line. */
function cellsOf(text: string): string[] | undefined {
  const line = text.trim();
  if (!/[｜|│\t]/u.test(line) || line.includes("\n")) return undefined;
  const [cells] = rowsFrom([line], 0);
  return cells;
}

/** 「8,214件」, 「3.7日」: what stands in a table, not above it; a year, a month or a day may be a head. */
const value = /^[▲△+−-]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+.{0,4}|(?![年月期日]).{0,3})$/u;

function isHead(cells: readonly string[]): boolean {
  return cells.slice(1).every((cell) => !value.test(cell) || /^(?:19|20)[0-9]{2}$/u.test(cell));
}

/**
 * Sources of which each is a single row of one table, put together behind the head among them: a document hands on every row
 * as a paragraph of its own. Rows without a head are left as they are.
 */
export function joinRows<Source extends { text: string; label?: string }>(sources: readonly Source[]): Source[] {
  const joined: Source[] = [];
  for (let at = 0; at < sources.length;) {
    const width = cellsOf(sources[at]!.text)?.length;
    let end = at + 1;
    while (width !== undefined && end < sources.length && cellsOf(sources[end]!.text)?.length === width) end += 1;
    const rows = sources.slice(at, end);
    const heads = rows.filter(({ text }) => isHead(cellsOf(text) ?? []));
    const [head] = heads;
    if (width === undefined || rows.length < 2 || heads.length !== 1 || rows.some(({ label }) => (label ?? "") !== ""))
      joined.push(...rows);
    else
      joined.push({
        ...head!,
        text: [head!, ...rows.filter((row) => row !== head)].map(({ text }) => text.trim()).join("\n"),
      });
    at = end;
  }
  return joined;
}

function rowsFrom(lines: readonly string[], at: number): string[][] {
  const rows: string[][] = [];
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next]!;
    if (rows.length === 1 && rule.test(line)) continue;
    const cells = line
      .trim()
      .replace(/^[｜|│]|[｜|│]$/gu, "")
      .split(separator)
      .map((cell) => cell.trim());
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

const year = /^(?<era>令和|平成|昭和|[RHS]|FY)?\s?(?<number>[0-9０-９]{1,4}|元)(?<rest>年度?)?$/u;

/** The year of a head within its era, so that only heads of one kind are set in order. */
function yearOf(head: string): { kind: string; number: number } | undefined {
  const { era = "", number, rest = "" } = year.exec(head)?.groups ?? {};
  if (number === undefined || (era === "" && rest === "" && !/^[12１２]/u.test(number))) return undefined;
  return { kind: era + rest, number: number === "元" ? 1 : Number(number.normalize("NFKC")) };
}

/** What the figures of a row did from one year to the next: a table shows it, and a line says it in words. */
function changesOf(head: readonly string[], [first = "", ...cells]: readonly string[], unit: string): string {
  return cells
    .flatMap((cell, at) => {
      const [before, now] = [cells[at - 1], cell];
      const [from, to] = [yearOf(head[at] ?? ""), yearOf(head[at + 1] ?? "")];
      if (before === undefined || from === undefined || to === undefined || from.kind !== to.kind) return [];
      const [a, b] = [valueOf(before, unit), valueOf(now, unit)];
      if (a === undefined || b === undefined || a.unit !== b.unit || a.value === b.value) return [];
      const isLater = to.number > from.number;
      const [old, fresh] = isLater ? [a, b] : [b, a];
      const [oldYear, newYear] = isLater ? [head[at], head[at + 1]] : [head[at + 1], head[at]];
      const way = fresh.value > old.value ? "増加し、上回り、多く、高くなった" : "減少し、下回り、少なく、低くなった";
      // Its figures stand in the sentence before: here they would be told of twice.
      return `${first}は${oldYear}から${newYear}へと${way}。`;
    })
    .join("");
}

function valueOf(cell: string, unit: string): { value: number; unit: string } | undefined {
  const match = /^([0-9][0-9,]*(?:\.[0-9]+)?)([^0-9]{0,4})$/u.exec(cell.normalize("NFKC"));
  if (match === null) return undefined;
  const own = match[2] === "" ? unit : match[2]!;
  return { value: Number(match[1]!.replaceAll(",", "")), unit: own };
}
