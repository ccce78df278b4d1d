/** Text of a file by its byte order mark, as UTF-8, or in the charset of Japanese files whose bytes fit. */
export function decodeText(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 2));
  const marked = head === "\xff\xfe" ? "utf-16le" : head === "\xfe\xff" ? "utf-16be" : undefined;
  const escapes = /\x1b\$[@B]/.test(String.fromCharCode(...bytes.subarray(0, 4096))) ? "iso-2022-jp" : undefined;
  for (const name of [marked, escapes, "utf-8", "shift_jis", "euc-jp"]) {
    if (name === undefined) continue;
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // Not these bytes: the next charset is tried.
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}
