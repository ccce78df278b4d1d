import { inflateSync } from "fflate";
import { crc32 } from "./crc32";
import { PackageError } from "./package-error";
import type { PackageLimits } from "./package-limits";
import type { ZipEntry } from "./zip-entry";

const endOfDirectory = 0x06054b50;
const endOfDirectory64 = 0x06064b50;
const locator64 = 0x07064b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/**
 * Reads a zip's directory, in stored order, without inflating anything. Own reader because an unchanged entry
 * must keep its stored bytes, which fflate's archive functions do not hand out.
 * @throws PackageError `not-a-package`, `empty`, `encrypted`, `too-large`, `broken`
 */
export function readZip(bytes: Uint8Array, limits: PackageLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndOfDirectory(view);
  if (end === undefined) {
    const startsAsZip = bytes.length >= 4 && view.getUint32(0, true) === localEntry;
    if (startsAsZip) throw new PackageError("broken", "The zip is cut off: its directory is missing.");
    throw new PackageError("not-a-package", "The file is not a zip archive.");
  }
  try {
    return readDirectory(bytes, view, end, limits);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new PackageError("broken", "The zip's directory points outside the file.", { cause: error });
    }
    throw error;
  }
}

/**
 * Inflates one entry and checks it against its checksum.
 * @throws PackageError `broken`
 */
export function inflateEntry(entry: ZipEntry): Uint8Array {
  let bytes: Uint8Array;
  if (entry.method === 0) {
    bytes = entry.stored;
  } else {
    try {
      bytes = inflateSync(entry.stored, { out: new Uint8Array(entry.size) });
    } catch (error) {
      throw new PackageError("broken", `${entry.name} cannot be inflated.`, { cause: error });
    }
  }
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
    throw new PackageError("broken", `${entry.name} does not match its checksum.`);
  }
  return bytes;
}

function readDirectory(bytes: Uint8Array, view: DataView, end: number, limits: PackageLimits): ZipEntry[] {
  let count = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  if ((count === 0xffff || offset === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === locator64) {
    const end64 = toNumber(view.getBigUint64(end - 12, true));
    if (view.getUint32(end64, true) !== endOfDirectory64) {
      throw new PackageError("broken", "The zip's 64-bit directory is missing.");
    }
    count = toNumber(view.getBigUint64(end64 + 32, true));
    offset = toNumber(view.getBigUint64(end64 + 48, true));
  }
  if (count === 0) throw new PackageError("empty", "The zip holds no entries.");
  if (count > limits.entries) throw new PackageError("too-large", `The zip holds ${count} entries.`);
  const entries: ZipEntry[] = [];
  let inflated = 0;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(offset, true) !== directoryEntry) {
      throw new PackageError("broken", "The zip's directory is damaged.");
    }
    const flags = view.getUint16(offset + 8, true);
    const nameLength = view.getUint16(offset + 28, true);
    const extraLength = view.getUint16(offset + 30, true);
    const name = decodeName(bytes.subarray(offset + 46, offset + 46 + nameLength));
    if (flags & 1) throw new PackageError("encrypted", `The zip entry ${name} is encrypted.`);
    const method = view.getUint16(offset + 10, true);
    if (method !== 0 && method !== 8) throw new PackageError("broken", `${name} uses zip method ${method}.`);
    const sizes = readSizes(view, offset, offset + 46 + nameLength, extraLength);
    inflated += sizes.size;
    if (inflated > limits.inflatedBytes) {
      throw new PackageError("too-large", "The document is too large once it is inflated.");
    }
    if (view.getUint32(sizes.header, true) !== localEntry) {
      throw new PackageError("broken", `${name} is not where the zip's directory says.`);
    }
    const start = sizes.header + 30 + view.getUint16(sizes.header + 26, true) + view.getUint16(sizes.header + 28, true);
    if (start + sizes.stored > bytes.length) throw new PackageError("broken", `${name} is cut off.`);
    const stored = bytes.subarray(start, start + sizes.stored);
    if (method === 0 && sizes.size !== sizes.stored) throw new PackageError("broken", `${name} has two sizes.`);
    entries.push({
      name,
      method,
      crc: view.getUint32(offset + 16, true),
      size: sizes.size,
      stored,
      modified: view.getUint32(offset + 12, true),
    });
    offset += 46 + nameLength + extraLength + view.getUint16(offset + 32, true);
  }
  return entries;
}

/** Sizes and header position of a directory entry; the 64-bit values stand in extra field 1 (APPNOTE 4.5.3). */
function readSizes(view: DataView, offset: number, extra: number, extraLength: number) {
  let stored = view.getUint32(offset + 20, true);
  let size = view.getUint32(offset + 24, true);
  let header = view.getUint32(offset + 42, true);
  for (let at = extra; at + 4 <= extra + extraLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const next = () => {
      const value = toNumber(view.getBigUint64(field, true));
      field += 8;
      return value;
    };
    if (size === 0xffffffff) size = next();
    if (stored === 0xffffffff) stored = next();
    if (header === 0xffffffff) header = next();
  }
  return { stored, size, header };
}

function toNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER))
    throw new PackageError("too-large", "The zip announces impossible sizes.");
  return Number(value);
}

/** The record stands within the last 65,557 bytes: 22 bytes and a comment of at most 65,535. */
function findEndOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 65_557; at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return undefined;
}

/**
 * Names are never used as paths of a file system here; names that would escape one are refused all the same,
 * because the package may be unpacked by others.
 */
function decodeName(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes).replaceAll("\\", "/");
  const escapes = name.startsWith("/") || name.includes("\0") || /^[A-Za-z]:/.test(name);
  if (escapes || name.split("/").includes("..")) {
    throw new PackageError("broken", "The zip holds an entry whose path leads outside the document.");
  }
  return name;
}
