import { nameItemAt } from "./name-item";
import type { NameSpan } from "./name-span";

/** A name's column by its head. */
const head =
  /^[ 　]*(?:氏[ 　]*名|お?名[ 　]*前|姓[ 　]*名|氏名等|\p{Script=Han}{0,6}(?:者|人|員)(?:名|氏名)?|担当|講師|フリガナ|ふりがな|読み|よみ|Name|NAME|Full name|Contact|Attendee|Participant)(?:[（(][^()（）]{0,12}[)）])?[ 　]*$/u;
const delimiters = ["\t", "|", ","] as const;

interface Cell {
  start: number;
  text: string;
}

function cells(line: string, offset: number, delimiter: string): Cell[] {
  const all: Cell[] = [];
  for (let start = 0; start <= line.length;) {
    const stop = line.indexOf(delimiter, start);
    const end = stop < 0 ? line.length : stop;
    const text = line.slice(start, end);
    const lead = text.length - text.trimStart().length;
    all.push({ start: offset + start + lead, text: text.trim() });
    start = end + 1;
  }
  return all;
}

/** Names in the columns of a table that are headed 氏名, 担当者, Name: by tabs, bars or commas, as a table arrives in plain text. */
export function findColumnNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  let offset = 0;
  let columns: { delimiter: string; places: number[]; count: number } | undefined;
  for (const line of text.split("\n")) {
    const row = columns === undefined ? [] : cells(line, offset, columns.delimiter);
    if (columns !== undefined && row.length === columns.count) {
      for (const place of columns.places) {
        const { start, text: words } = row[place]!;
        const name = words === "" ? undefined : nameItemAt(text, start, "strong");
        if (name !== undefined && name.end <= start + words.length) found.push({ ...name, sure: name.sure });
      }
    } else if (!/^[\s|:-]+$/u.test(line) || line.trim() === "") columns = headOf(line) ?? undefined;
    offset += line.length + 1;
  }
  return found;
}

function headOf(line: string): { delimiter: string; places: number[]; count: number } | undefined {
  for (const delimiter of delimiters) {
    const row = cells(line, 0, delimiter);
    // A head has words, no numbers and no sentences.
    if (row.length < 2 || row.some(({ text }) => text === "" || text.length > 16 || /^[0-9]+$/u.test(text))) continue;
    const places = row.flatMap(({ text }, place) => (head.test(text) ? [place] : []));
    if (places.length > 0) return { delimiter, places, count: row.length };
  }
  return undefined;
}
