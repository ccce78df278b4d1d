import Papa from "papaparse";
import { TermCollector, wordingOf } from "./collect-terms";
import { columnsOf, kindOf, type Column } from "./csv-columns";
import type { GlossaryName, GlossaryReading } from "./glossary-reading";

/** Columns of a file that has no header. */
const withoutHeader: Partial<Record<Column, number[]>> = { ja: [0], en: [1], forbidden: [2], note: [3] };

/** How often a file is read on behind a quotation mark that nothing closes. */
const mostBreaks = 100;

/**
 * Reads a 用語集 in CSV or TSV (docs/glossary.md): a header row in Japanese or English names the columns, quoted cells may hold
 * line ends, forbidden wordings stand in one cell parted by 、 ; | or line ends, or in several columns. Every row that cannot
 * be read as it stands is a problem with its number; the others are read. Never throws on odd text.
 * @param text decoded; a byte order mark is passed over
 */
export function parseGlossaryCsv(text: string, name: GlossaryName): GlossaryReading {
  const collector = new TermCollector();
  const rows = rowsOf(text.replace(/^\ufeff/, ""));
  const firstIndex = rows.findIndex(({ cells }) => !isEmpty(cells));
  const first = rows[firstIndex];
  if (first === undefined) {
    collector.problem("no-header", 1);
    return collector.reading(name);
  }
  const header = columnsOf(first.cells);
  if (header === undefined) collector.problem("no-header", firstIndex + 1, false);
  const columns = header ?? withoutHeader;
  const width = header === undefined ? 4 : first.cells.length;
  rows.forEach(({ cells, broken }, index) => {
    const row = index + 1;
    if (index < firstIndex || (index === firstIndex && header !== undefined) || isEmpty(cells)) return;
    if (broken) return collector.problem("broken-quotes", row);
    if (cells.length > width && cells.slice(width).some((cell) => wordingOf(cell) !== ""))
      return collector.problem("too-many-cells", row);
    if (cells.length === 1 && width > 1) return collector.problem("too-few-cells", row);
    const of = (column: Column): string[] => (columns[column] ?? []).map((at) => cells[at] ?? "");
    const written = wordingOf(of("kind")[0]);
    const kind = kindOf(written);
    if (kind === undefined) collector.problem("unknown-kind", row, false);
    const note = of("note").map(wordingOf).filter(Boolean).join("\n");
    const forbidden = of("forbidden").flatMap(wordingsOf);
    const [ja = ""] = of("ja").map(wordingOf).filter(Boolean);
    const [en = ""] = of("en").map(wordingOf).filter(Boolean);
    collector.add(
      {
        ja,
        en,
        kind: kind ?? "other",
        ...(forbidden.length === 0 ? {} : { forbidden }),
        ...(note === "" ? {} : { note }),
      },
      row,
    );
  });
  return collector.reading(name);
}

interface Row {
  cells: string[];
  broken: boolean;
}

/** Rows of the file. A quotation mark that nothing closes breaks its own line only: the lines below are read on. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  const delimiter = delimiterOf(text);
  let rest = text;
  for (let breaks = 0; rest !== ""; breaks += 1) {
    const { data, errors } = Papa.parse<string[]>(rest, { delimiter, newline: newlineOf(rest) });
    const unclosed = errors.find(({ code }) => code === "MissingQuotes");
    const wrong = new Set(errors.filter(({ type }) => type === "Quotes").map(({ row }) => row));
    const whole = unclosed?.row === undefined ? data : data.slice(0, unclosed.row);
    whole.forEach((cells, index) => rows.push({ cells, broken: wrong.has(index) }));
    if (unclosed?.row === undefined) break;
    const lineEnd = rest.slice(unclosed.index ?? 0).search(/\r\n|\n|\r/);
    rows.push({ cells: [rest.slice(unclosed.index ?? 0).slice(0, 1)], broken: true });
    if (lineEnd === -1 || breaks === mostBreaks) break;
    rest = rest.slice((unclosed.index ?? 0) + lineEnd).replace(/^(?:\r\n|\n|\r)/, "");
  }
  return rows;
}

function delimiterOf(text: string): string {
  const [line = ""] = /^[^\r\n]*/.exec(text.trimStart()) ?? [];
  const count = (sign: string): number => line.split(sign).length;
  return ["\t", ";"].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
}

function newlineOf(text: string): "\r\n" | "\n" | "\r" {
  const [end] = /\r\n|\n|\r/.exec(text) ?? ["\n"];
  return end as "\r\n" | "\n" | "\r";
}

/** Forbidden wordings of one cell. */
function wordingsOf(cell: string): string[] {
  return cell
    .split(/[、;；|｜\r\n]|,\s*(?=\S)/)
    .map(wordingOf)
    .filter(Boolean);
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => wordingOf(cell) === "");
}
