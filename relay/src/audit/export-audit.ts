import type { Database, Queries } from "@genai-office/shared/database";
import { csvHeader, csvLine } from "./csv";
import { timeSlices } from "./time-slices";

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

/** Entries looked at by one question while the first and the last one of a time are searched. */
const searchSize = 2_000;

/**
 * The entries of a time as a file, piece by piece: from the first entry at or after `from` to the last one before `to`, and
 * everything between these two, so that the chain in the file has no gap.
 * - ndjson: one ExportedEntry a line;
 * - csv: UTF-8 with a byte order mark, which Excel needs, CRLF; the fields of the content in columns of their own, then the
 *   chain. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 * A gap that somebody made is in the file as it is in the chain, and shows when the file is verified.
 * @throws Error when a retention takes entries away that are still to come: half a file must not look whole
 */
export async function* exportAudit(
  database: Database,
  from: Date,
  to: Date,
  format: ExportFormat,
): AsyncGenerator<string, void, undefined> {
  const range = await rangeOf(database.aside, from, to);
  if (format === "csv") yield csvHeader();
  if (range === undefined) return;
  for (let next = range.first; next <= range.last;) {
    const page = await database.aside.query<ExportedEntry>(
      `select sequence, previous, hash, content from audit_entries
        where sequence >= $1::bigint and sequence <= $2::bigint order by sequence limit ${pageSize}`,
      [next, range.last],
    );
    if (page[0]?.sequence !== next && (await isRemoved(database.aside, next)))
      throw new Error("entries of the export were removed because their time was over");
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map((entry) => (format === "csv" ? csvLine(entry) : `${JSON.stringify(entry)}\n`)).join("");
    next = last.sequence + 1;
  }
}

/** The lowest and the highest number in a time. Clocks of nodes differ, so that neither need be the first or last by time. */
async function rangeOf(queries: Queries, from: Date, to: Date): Promise<{ first: number; last: number } | undefined> {
  let [first, last] = [Infinity, -Infinity];
  for await (const slice of timeSlices(queries, from, to, searchSize)) {
    const [found] = await queries.query<{ first: number | null; last: number | null }>(
      `select min(sequence) as first, max(sequence) as last from (
        select sequence from audit_entries where data ->> 'at' >= $1::text and data ->> 'at' < $2::text offset 0
      ) slice`,
      [slice.from, slice.to],
    );
    first = Math.min(first, found?.first ?? Infinity);
    last = Math.max(last, found?.last ?? -Infinity);
  }
  return first > last ? undefined : { first, last };
}

async function isRemoved(queries: Queries, sequence: number): Promise<boolean> {
  const [head] = await queries.query<{ base: number }>("select base_sequence as base from audit_head");
  return head !== undefined && head.base >= sequence;
}
