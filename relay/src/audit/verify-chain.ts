import { createHash } from "node:crypto";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Database } from "@genai-office/shared/database";

/** Where a chain stood at some time: number and hash of its last entry. The log has such lines ("audit anchor"). */
export interface ChainAnchor {
  sequence: number;
  hash: string;
}

/** What is wrong with the first entry that is not right. */
export type ChainFault =
  /** Its content, or a hash beside it, is not what was written. */
  | "changed"
  /** An entry is not there, or stands in another place. */
  | "missing"
  /** Entries at the end are not there. */
  | "cut-off"
  /** An entry stands before the beginning or behind the head of the chain; behind the head it keeps all others from being written. */
  | "stray"
  /** The beginning is not where a retention left it. */
  | "beginning"
  /** The chain is another one than the one that an anchor was taken of. */
  | "anchor";

export type ChainVerdict =
  | {
      intact: true;
      from: number;
      entries: number;
      head: ChainAnchor;
      /** Numbers of anchors that could not be compared: a retention has removed their entries. */
      tooOld?: number[];
    }
  | { intact: false; fault: ChainFault; at: number; entries: number };

/** What is hashed of an entry: number, hash of the entry before, content; one line each, UTF-8, SHA-256. */
export function entryHash(sequence: number, previous: string, content: string): string {
  return createHash("sha256").update(`${sequence}\n${previous}\n${content}`).digest("hex");
}

/** Hash before the first entry of all. */
export const genesisHash = "0".repeat(64);

const pageSize = 1_000;

interface Head {
  sequence: number;
  hash: string;
  base_sequence: number;
  base_hash: string;
  gone?: true;
}

interface StoredEntry {
  sequence: number;
  previous: string;
  hash: string;
  content: string;
}

/**
 * Computes the chain anew, from its beginning to where it stood when this began, and says where it is first broken. It shows
 * an entry that was changed, removed, inserted or moved. A chain that somebody computed anew from some entry on, or cut off
 * together with its head, is in itself whole: that shows against anchors that were kept elsewhere (the log, an export).
 */
export async function verifyChain(database: Database, anchors: readonly ChainAnchor[] = []): Promise<ChainVerdict> {
  for (;;) {
    const head = await readHead(database);
    const verdict = await verifyFrom(database, head, anchors);
    const now = await readHead(database);
    // A retention in the meantime took away what was being read.
    if (now.base_sequence === head.base_sequence) return verdict;
  }
}

async function verifyFrom(database: Database, head: Head, anchors: readonly ChainAnchor[]): Promise<ChainVerdict> {
  const wanted = new Map<number, string[]>();
  for (const { sequence, hash } of anchors) wanted.set(sequence, [...(wanted.get(sequence) ?? []), hash]);
  const isOther = ({ sequence, hash }: ChainAnchor): boolean =>
    wanted.get(sequence)?.some((one) => one !== hash) === true;
  let last: ChainAnchor = { sequence: head.base_sequence, hash: head.base_hash };
  let entries = 0;
  // The very first beginning needs no witness.
  let witnessed = head.base_sequence === 0 && head.base_hash === genesisHash;
  const broken = (fault: ChainFault, at: number): ChainVerdict => ({ intact: false, fault, at, entries });

  if (isOther(last)) return broken("anchor", last.sequence);
  for (;;) {
    const page = await database.aside.query<StoredEntry>(
      `select sequence, previous, hash, content from audit_entries
        where sequence > $1::bigint and sequence <= $2::bigint order by sequence limit ${pageSize}`,
      [last.sequence, head.sequence],
    );
    for (const entry of page) {
      if (entry.sequence !== last.sequence + 1) return broken("missing", last.sequence + 1);
      if (entry.previous !== last.hash || entry.hash !== entryHash(entry.sequence, entry.previous, entry.content)) {
        return broken("changed", entry.sequence);
      }
      if (isOther(entry)) return broken("anchor", entry.sequence);
      witnessed ||= isWitness(entry.content, head);
      last = { sequence: entry.sequence, hash: entry.hash };
      entries++;
    }
    if (page.length < pageSize) break;
    await otherWork();
  }
  if (last.sequence !== head.sequence || last.hash !== head.hash) return broken("cut-off", last.sequence + 1);
  const stray = await database.aside.query<{ sequence: number }>(
    `select sequence from audit_entries where sequence <= $1::bigint or sequence > coalesce((select sequence from audit_head), 0)
      order by sequence limit 1`,
    [head.base_sequence],
  );
  if (stray[0] !== undefined) return broken(head.gone === true ? "cut-off" : "stray", stray[0].sequence);
  if (!witnessed) return broken("beginning", head.base_sequence + 1);
  const later = anchors.find(({ sequence }) => sequence > last.sequence);
  if (later !== undefined) return broken("cut-off", last.sequence + 1);
  const tooOld = [...wanted.keys()].filter((sequence) => sequence < head.base_sequence);
  const from = head.base_sequence + 1;
  return { intact: true, from, entries, head: last, ...(tooOld.length === 0 ? {} : { tooOld }) };
}

async function readHead(database: Database): Promise<Head> {
  const [head] = await database.aside.query<Head>("select sequence, hash, base_sequence, base_hash from audit_head");
  // Without its head nothing can be said of a chain: whoever removed it is told so by the first entry.
  return head ?? { sequence: 0, hash: genesisHash, base_sequence: 0, base_hash: genesisHash, gone: true };
}

/** True for the entry of the retention that left the chain with this beginning. */
function isWitness(content: string, head: Head): boolean {
  if (!content.includes('"retention"')) return false;
  const entry = JSON.parse(content) as Record<string, unknown>;
  return (
    entry["kind"] === "retention" &&
    entry["removedThrough"] === head.base_sequence &&
    entry["removedHash"] === head.base_hash
  );
}
