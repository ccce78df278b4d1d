import { endsLikeOffice, isLikeName } from "../speaker-names";
import { timePattern } from "./written-time";

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
    /^(?:(?:発話|発言|音声|再生|録音)?(?:時刻|時間|日時|(?:開始|終了)(?:時刻|時間|日時|位置)?)|タイム(?:スタンプ|コード)?|time(?:[ _-]?(?:stamp|code))?|(?:start|end)(?:ed|ing)?(?:[ _-]?(?:time|at|seconds?|ms))?)$/i,
  ],
  [
    "name",
    /^(?:発言者|話者|発話者|話し手|話者ラベル|スピーカー|氏名|名前|(?:発言|話|発話|参加)者(?:の)?(?:氏?名|ID)|ユーザー?名?|speaker(?:[ _-]?(?:name|label|id))?|name|who|participant(?:[ _-]?name)?|user(?:[ _-]?name)?)$/i,
  ],
  [
    "text",
    /^(?:発言(?:内容|要旨|テキスト)?|発話(?:内容|テキスト)?|内容|テキスト|本文|文字起こし(?:テキスト|結果|内容)?|書き起こし(?:テキスト)?|(?:音声)?認識(?:結果|テキスト|文)|メッセージ|コメント|セリフ|text|transcript(?:ion)?|content|speech|utterance|caption|message|sentence|words)$/i,
  ],
];

/** 「〃」 and 「同上」 in the column of names: the one above. */
const ditto = /^[\s\u3000]*(?:[〃″"]|同上?|（同上）)[\s\u3000]*$/u;
const onlyTime = new RegExp(
  `^[\\s\\u3000\\[(（]*(?:${timePattern})(?:\\s*[-–~～〜]+>?\\s*(?:${timePattern}))?[\\s\\u3000\\])）]*$`,
  "u",
);

/** Columns by the words of a head; undefined when the row is none. */
export function columnsOf(cells: readonly string[]): Column[] | undefined {
  const columns = cells.map((cell): Column => heads.find(([, words]) => words.test(cell.trim()))?.[0] ?? "other");
  return columns.includes("text") && (columns.includes("name") || columns.includes("time")) ? columns : undefined;
}

/**
 * Reads a transcript that is a table, cells parted by tabs: with a head (時刻, 発言者, 発言内容) that says what its columns are, or
 * without one where nearly all lines have the same columns, of which one is of names that come back or of times, and another of
 * words. Undefined for other text.
 */
export function readRows(lines: readonly string[]): { preamble: string[]; rows: SpokenRow[] } | undefined {
  const head = lines.slice(0, 60).findIndex((line) => line.includes("\t") && columnsOf(line.split("\t")) !== undefined);
  const first = head >= 0 ? head + 1 : lines.findIndex((line) => line.includes("\t"));
  const columns = head >= 0 ? columnsOf(lines[head]!.split("\t"))! : columnsByContent(lines.slice(Math.max(0, first)));
  if (first < 0 || columns === undefined) return undefined;
  const rows: SpokenRow[] = [];
  let above: string | null = null;
  for (const line of lines.slice(first)) {
    if (line.trim() === "") continue;
    const cells = line.split("\t");
    const of = (column: Column): string[] => cells.filter((_cell, index) => columns[index] === column);
    // What stands beyond the columns belongs to the words, which may hold tabs themselves.
    const text = [...of("text"), ...cells.slice(columns.length)].join(" ").trim();
    const [name = ""] = of("name");
    const [start, end] = of("time").map((words) => words.trim());
    if (cells.length === 1 && rows.length > 0) rows.at(-1)!.text += `\n${line.trim()}`;
    else {
      if (!ditto.test(name)) above = isLikeName(name) ? name.trim() : null;
      if (text !== "") rows.push({ name: above, start, end, duration: undefined, text });
    }
  }
  return { preamble: lines.slice(0, head >= 0 ? head : first).filter((line) => line.trim() !== ""), rows };
}

/** Columns of a table without a head; undefined when it is not surely one of speech. */
function columnsByContent(lines: readonly string[]): Column[] | undefined {
  const rows = lines.filter((line) => line.trim() !== "").map((line) => line.split("\t"));
  const wide = rows.filter((cells) => cells.length > 1);
  const width = wide.reduce((least, cells) => Math.min(least, cells.length), Number.POSITIVE_INFINITY);
  if (wide.length < 2 || wide.length * 10 < rows.length * 8 || width > 6) return undefined;
  const share = (column: number, test: (cell: string) => boolean): number =>
    wide.filter((cells) => test(cells[column]!)).length / wide.length;
  const columns = Array.from({ length: width }, (_none, column): Column => {
    if (share(column, (cell) => onlyTime.test(cell)) >= 0.9) return "time";
    const names = wide.map((cells) => cells[column]!.trim());
    const alike = share(column, (cell) => ditto.test(cell) || (cell.length <= 30 && isLikeName(cell)));
    const backs = new Set(names).size < names.length || names.every(endsLikeOffice);
    return alike >= 0.9 && backs ? "name" : "other";
  });
  const timed = columns.includes("time");
  // With times, two names may be all that is said.
  if (!columns.includes("name") && timed && width > 2) {
    const column = columns.findIndex(
      (kind, index) => kind === "other" && share(index, (cell) => cell.trim().length <= 20 && isLikeName(cell)) === 1,
    );
    if (column >= 0) columns[column] = "name";
  }
  if (columns.filter((kind) => kind === "name").length !== 1) return undefined;
  const lengths = columns.map((kind, column) =>
    kind === "other" ? wide.reduce((sum, cells) => sum + cells[column]!.length, 0) : -1,
  );
  const longest = lengths.indexOf(Math.max(...lengths));
  if (lengths[longest]! <= 0 || !(timed || share(longest, (cell) => /[。．.!?！？]\s*$/u.test(cell)) >= 0.5))
    return undefined;
  columns[longest] = "text";
  return columns;
}
