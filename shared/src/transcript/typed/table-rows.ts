import { isLikeName } from "../speaker-names";

type Column = "time" | "name" | "text" | "other";

/** A row of a table as speech. */
export interface SpokenRow {
  name: string | null;
  /** As written; in numbers or as a clock. */
  start: string | undefined;
  end: string | undefined;
  duration: undefined;
  text: string;
}

const heads: [Exclude<Column, "other">, RegExp][] = [
  [
    "time",
    /^(?:時刻|時間|開始(?:時刻|時間)?|タイム(?:スタンプ|コード)?|time(?:stamp| ?code)?|(?:start|end)(?:[ _]?time)?)$/i,
  ],
  ["name", /^(?:発言者|話者|発話者|氏名|名前|発言者名|speaker(?: ?name)?|name|who|participant)$/i],
  [
    "text",
    /^(?:発言(?:内容|要旨)?|発話(?:内容)?|内容|テキスト|本文|文字起こし|text|transcript|content|speech|utterance|caption)$/i,
  ],
];

/** Columns by the words of a head; undefined when the row is none. */
function columnsOf(cells: readonly string[]): Column[] | undefined {
  const columns = cells.map((cell): Column => heads.find(([, words]) => words.test(cell.trim()))?.[0] ?? "other");
  return columns.includes("text") && (columns.includes("name") || columns.includes("time")) ? columns : undefined;
}

/**
 * Reads a transcript that is a table, cells parted by tabs, with a head (時刻, 発言者, 発言内容) that says what its columns
 * are. Undefined when no such head stands in the first lines.
 */
export function readRows(lines: readonly string[]): { preamble: string[]; rows: SpokenRow[] } | undefined {
  const head = lines.slice(0, 60).findIndex((line) => line.includes("\t") && columnsOf(line.split("\t")) !== undefined);
  if (head < 0) return undefined;
  const columns = columnsOf(lines[head]!.split("\t"))!;
  const rows: SpokenRow[] = [];
  for (const line of lines.slice(head + 1)) {
    if (line.trim() === "") continue;
    const cells = line.split("\t");
    const of = (column: Column): string[] => cells.filter((_cell, index) => columns[index] === column);
    // What stands beyond the columns belongs to the words, which may hold tabs themselves.
    const text = [...of("text"), ...cells.slice(columns.length)].join(" ").trim();
    const [name = ""] = of("name");
    const [start, end] = of("time").map((words) => words.trim());
    if (cells.length === 1 && rows.length > 0) rows.at(-1)!.text += `\n${line.trim()}`;
    else if (text !== "")
      rows.push({ name: isLikeName(name) ? name.trim() : null, start, end, duration: undefined, text });
  }
  return { preamble: lines.slice(0, head).filter((line) => line.trim() !== ""), rows };
}
