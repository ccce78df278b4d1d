import type { SpokenRow } from "./table-rows";

const label = /^[\s\u3000・■◆○*-]*([^\s\u3000:：]{1,12})[\s\u3000]*[:：][\s\u3000]*(.*)$/u;
const keys: [keyof Pick<SpokenRow, "name" | "start" | "text">, RegExp][] = [
  ["name", /^(?:発言者|話者|発話者|氏名|speaker|name)$/i],
  ["start", /^(?:時刻|時間|開始(?:時刻|時間)?|タイム(?:スタンプ|コード)?|time|start|timestamp)$/i],
  ["text", /^(?:発言(?:内容)?|発話(?:内容)?|内容|本文|テキスト|text|content|speech|transcript)$/i],
];

/**
 * Reads a text whose speeches are records of labelled lines: 「発言者：山田」, 「時刻：0:03」, 「発言：はい」, again and again. Undefined
 * for other text.
 */
export function readRecordBlocks(lines: readonly string[]): { preamble: string[]; rows: SpokenRow[] } | undefined {
  const labelled = lines.map((line) => {
    const match = line.length < 20_000 ? label.exec(line) : null;
    const key = match === null ? undefined : keys.find(([, words]) => words.test(match[1]!))?.[0];
    return key === undefined ? undefined : { key, value: match![2]!.trim() };
  });
  const count = (key: string): number => labelled.filter((line) => line?.key === key).length;
  if (count("name") < 2 || count("text") < 2 || count("text") * 2 < count("name")) return undefined;
  const rows: SpokenRow[] = [];
  const preamble: string[] = [];
  let record: SpokenRow | undefined;
  let last = "";
  for (const [index, line] of lines.entries()) {
    const found = labelled[index];
    if (found === undefined) {
      if (record === undefined) preamble.push(...(line.trim() === "" ? [] : [line.trim()]));
      else if (last === "text" && line.trim() !== "") record.text += `\n${line.trim()}`;
      continue;
    }
    const { key, value } = found;
    // A label that the record has already begins the next one.
    if (record === undefined || (key === "text" ? record.text !== "" : (record[key] ?? "") !== "")) {
      record = { name: null, start: undefined, end: undefined, duration: undefined, text: "" };
      rows.push(record);
    }
    if (key === "name") record.name = value === "" ? null : value;
    else if (value !== "") record[key] = value;
    last = key;
  }
  return { preamble, rows: rows.filter(({ text }) => text !== "") };
}
