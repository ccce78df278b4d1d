import type { Database } from "../database/database";
import { csvHeader, csvLine } from "./csv";

export type ExportFormat = "ndjson" | "csv";

/** An entry as it leaves for outside: what is needed to compute its hash anew. */
export interface ExportedEntry {
  sequence: number;
  previous: string;
  hash: string;
  /** The exact text that was hashed. */
  content: string;
}

const pageSize = 1_000;

/**
 * The entries of a time as a file, piece by piece: from the first entry at or after `from` to the last one before `to`, and
 * everything between these two, so that the chain in the file has no gap.
 * - ndjson: one ExportedEntry a line;
 * - csv: UTF-8 with a byte order mark, which Excel needs, CRLF; the fields of the content in columns of their own, then the
 *   chain. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export async function* exportAudit(
  database: Database,
  from: Date,
  to: Date,
  format: ExportFormat,
): AsyncGenerator<string, void, undefined> {
  const [range] = await database.query<{ first: number | null; last: number | null }>(
    `select min(sequence) as first, max(sequence) as last from audit_entries
      where data ->> 'at' >= $1 and data ->> 'at' < $2`,
    [from.toISOString(), to.toISOString()],
  );
  if (format === "csv") yield csvHeader();
  if (range === undefined || range.first === null || range.last === null) return;
  for (let next = range.first; next <= range.last;) {
    const page = await database.query<ExportedEntry>(
      `select sequence, previous, hash, content from audit_entries
        where sequence >= $1::bigint and sequence <= $2::bigint order by sequence limit ${pageSize}`,
      [next, range.last],
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map((entry) => (format === "csv" ? csvLine(entry) : `${JSON.stringify(entry)}\n`)).join("");
    next = last.sequence + 1;
  }
}
