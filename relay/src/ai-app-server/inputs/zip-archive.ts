import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

const inflate = promisify(inflateRaw);

/** Why an archive is not read. */
export class ZipProblem extends Error {
  constructor(readonly reason: "not-a-zip" | "broken" | "encrypted" | "too-large") {
    super(reason);
    this.name = "ZipProblem";
  }
}

interface Entry {
  method: number;
  encrypted: boolean;
  stored: Uint8Array;
  size: number;
}

/** Where an entry and its header stand in the archive. */
interface Span {
  start: number;
  end: number;
}

/** Entries of a document at most; large real ones hold a few hundred. */
const maximumEntries = 10_000;

/**
 * A zip whose entries are inflated one by one, never beyond `inflatedBytes` together: neither by what the directory
 * announces nor by what really comes out, because a small archive can hold gigabytes. Inflating runs on another thread.
 */
export class ZipArchive {
  private left: number;

  private constructor(
    private readonly entries: ReadonlyMap<string, Entry>,
    inflatedBytes: number,
  ) {
    this.left = inflatedBytes;
  }

  /** @throws ZipProblem */
  static open(bytes: Uint8Array, inflatedBytes: number): ZipArchive {
    try {
      return new ZipArchive(readDirectory(bytes), inflatedBytes);
    } catch (error) {
      if (error instanceof RangeError) throw new ZipProblem("broken");
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Names of all entries, folders included. */
  names(): string[] {
    return [...this.entries.keys()];
  }

  /**
   * The bytes of an entry; undefined when there is none of that name.
   * @throws ZipProblem
   */
  async read(name: string): Promise<Uint8Array | undefined> {
    const entry = this.entries.get(name);
    if (entry === undefined) return undefined;
    if (entry.encrypted) throw new ZipProblem("encrypted");
    const size = Math.max(entry.size, entry.stored.length);
    if (size > this.left) throw new ZipProblem("too-large");
    this.left -= size;
    if (entry.method === 0 && entry.size === entry.stored.length) return entry.stored;
    if (entry.method !== 8) throw new ZipProblem("broken");
    try {
      const bytes = await inflate(entry.stored, { maxOutputLength: Math.max(1, entry.size) });
      if (bytes.length === entry.size) return bytes;
    } catch (error) {
      // The directory announced less than there is: a bomb, or damage.
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw new ZipProblem("too-large");
    }
    throw new ZipProblem("broken");
  }
}

/** Central directory of a zip (APPNOTE 4.3.12). Documents are far from the sizes that need its 64-bit form. */
function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) {
    const begun = bytes.length >= 4 && view.getUint32(0, true) === 0x04034b50;
    throw new ZipProblem(begun ? "broken" : "not-a-zip");
  }
  const count = view.getUint16(end + 10, true);
  if (count > maximumEntries) throw new ZipProblem("too-large");
  const entries = new Map<string, Entry>();
  const spans: Span[] = [];
  const decoder = new TextDecoder();
  let offset = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(offset, true) !== 0x02014b50) throw new ZipProblem("broken");
    const nameLength = view.getUint16(offset + 28, true);
    const local = view.getUint32(offset + 42, true);
    if (view.getUint32(local, true) !== 0x04034b50) throw new ZipProblem("broken");
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const compressed = view.getUint32(offset + 20, true);
    if (start + compressed > bytes.length) throw new ZipProblem("broken");
    const stored = bytes.subarray(start, start + compressed);
    spans.push({ start: local, end: start + compressed });
    const name = decoder.decode(bytes.subarray(offset + 46, offset + 46 + nameLength));
    // Two entries of one name are two documents in one: readers differ in which of them they show.
    if (entries.has(name)) throw new ZipProblem("broken");
    entries.set(name, {
      method: view.getUint16(offset + 10, true),
      encrypted: (view.getUint16(offset + 8, true) & 1) === 1,
      stored,
      size: view.getUint32(offset + 24, true),
    });
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  requireApart(spans);
  return entries;
}

/**
 * No byte belongs to two entries: a directory that names the same bytes a thousand times makes a thousand of each.
 * @throws ZipProblem
 */
function requireApart(spans: Span[]): void {
  let end = 0;
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (span.start < end) throw new ZipProblem("broken");
    end = span.end;
  }
}

/** The record stands within the last 65,557 bytes: 22 bytes and a comment of at most 65,535. */
function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 65_557; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}
