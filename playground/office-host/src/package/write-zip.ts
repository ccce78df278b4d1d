import { deflateSync } from "fflate";
import { crc32 } from "./crc32";
import type { ZipEntry } from "./zip-entry";

/** 1980-01-01 00:00, the date Word itself stores: a saved file does not depend on the clock. */
const fixedDate = 0x0021_0000;

/** Compresses bytes to an entry. */
export function createEntry(name: string, bytes: Uint8Array, modified = fixedDate): ZipEntry {
  const deflated = deflateSync(bytes, { level: 6 });
  const smaller = deflated.length < bytes.length;
  return {
    name,
    method: smaller ? 8 : 0,
    crc: crc32(bytes),
    size: bytes.length,
    stored: smaller ? deflated : bytes,
    modified,
  };
}

/** Writes entries in the given order; stored bytes are copied, not compressed again. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => new TextEncoder().encode(entry.name));
  const total = entries.reduce(
    (sum, entry, index) => sum + 76 + 2 * (names[index] as Uint8Array).length + entry.stored.length,
    22,
  );
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  const writeCommon = (entry: ZipEntry, name: Uint8Array) => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, /[^\x20-\x7e]/.test(entry.name) ? 0x0800 : 0, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint32(at + 6, entry.modified, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.stored.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, name.length, true);
  };
  entries.forEach((entry, index) => {
    const name = names[index] as Uint8Array;
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    at += 4;
    writeCommon(entry, name);
    at += 26;
    bytes.set(name, at);
    at += name.length;
    bytes.set(entry.stored, at);
    at += entry.stored.length;
  });
  const directory = at;
  entries.forEach((entry, index) => {
    const name = names[index] as Uint8Array;
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    writeCommon(entry, name);
    view.setUint32(at + 36, offsets[index] as number, true);
    at += 40;
    bytes.set(name, at);
    at += name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
