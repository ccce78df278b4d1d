const bom: [encoding: string, bytes: number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Text of a file in one of the encodings Japanese offices use: UTF-8, UTF-16, Shift_JIS (as Windows extends it),
 * ISO-2022-JP, EUC-JP. Told by its first bytes, else by what decodes without an error; undefined when none does.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = bom.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return decode(bytes, marked[0]);
  // Text has no zero bytes, but every line end and figure of UTF-16 has one; UTF-8 would take them for characters.
  const zero = bytes.indexOf(0);
  if (zero !== -1) return decode(bytes, zero % 2 === 0 ? "utf-16be" : "utf-16le");
  // ISO-2022-JP is plain ASCII with escapes, and so is UTF-8 without any.
  if (escapesJapanese(bytes)) return decode(bytes, "iso-2022-jp");
  return decode(bytes, "utf-8") ?? likelier(decode(bytes, "shift_jis"), decode(bytes, "euc-jp"));
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function escapesJapanese(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at !== -1; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return true;
  return false;
}

/** EUC-JP read as Shift_JIS is often without an error, but then it is a row of half-width katakana. */
function likelier(shiftJis: string | undefined, eucJp: string | undefined): string | undefined {
  if (shiftJis === undefined || eucJp === undefined) return shiftJis ?? eucJp;
  return halfWidthKatakana(shiftJis) > halfWidthKatakana(eucJp) ? eucJp : shiftJis;
}

function halfWidthKatakana(text: string): number {
  return text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
}
