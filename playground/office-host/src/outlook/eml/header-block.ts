/** The lines above the body, as they stand in the file; bytes beyond ASCII are read as UTF-8 where they are. */
export function headerBlock(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, headerLength(bytes))).replace(/\r\n?|\n/g, "\r\n");
}

/** Where the last line before the first empty one ends. */
export function headerLength(bytes: Uint8Array): number {
  const [lineFeed, carriageReturn] = [10, 13];
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] !== lineFeed) continue;
    const next = bytes[index + 1] === carriageReturn ? index + 2 : index + 1;
    if (bytes[next] === lineFeed) return index + 1;
  }
  return bytes.length;
}
