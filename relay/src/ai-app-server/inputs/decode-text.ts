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
  return readingsOf(bytes)[0];
}

/**
 * Every text that the bytes may be in those encodings, the likeliest first; none when they are no text. Without a mark
 * at their beginning nobody knows for sure, and who must not overlook anything has to read them all.
 */
export function readingsOf(bytes: Uint8Array): string[] {
  const marked = bom.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return present(decode(bytes, marked[0]));
  // Text has no zero bytes, but every line end and figure of UTF-16 has one; UTF-8 would take them for characters.
  if (bytes.includes(0)) {
    const wide = wideReadings(bytes);
    // Nearly any bytes are UTF-16 of some script: unless one reading looks like text, they are no text.
    return wide.some(looksLikeText) ? wide : [];
  }
  // ISO-2022-JP is plain ASCII with escapes, and so is UTF-8 without any.
  if (escapesJapanese(bytes)) return present(decode(bytes, "iso-2022-jp"));
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== undefined) return [utf8];
  const narrow = [decode(bytes, "shift_jis"), decode(bytes, "euc-jp")].flatMap(present);
  if (narrow.length === 2 && halfWidthKatakana(narrow[0]!) > halfWidthKatakana(narrow[1]!)) narrow.reverse();
  return [...narrow, ...wideReadings(bytes).filter((text) => isMostlyJapanese(text))];
}

/** UTF-16 without a mark, in both orders of bytes: the one that looks more like Japanese text first. */
function wideReadings(bytes: Uint8Array): string[] {
  const readings = [decode(bytes, "utf-16le"), decode(bytes, "utf-16be")].flatMap(present);
  return readings.sort((a, b) => usual(b) - usual(a));
}

/** Share of characters that Japanese texts are made of and chance seldom hits: ASCII, punctuation, kana, full width. */
function usual(text: string): number {
  return (text.match(/[\t\n\r -~\u3000-\u30ff\uff01-\uff5e]/g)?.length ?? 0) / Math.max(1, text.length);
}

function looksLikeText(text: string): boolean {
  const usualOrKanji = text.match(/[\t\n\r -~\u3000-\u30ff\uff01-\uff5e\u4e00-\u9fff]/g)?.length ?? 0;
  return usualOrKanji / Math.max(1, text.length) >= 0.9;
}

function isMostlyJapanese(text: string): boolean {
  return /[\u3041-\u30ff\u4e00-\u9fff]/.test(text) && looksLikeText(text);
}

function present(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
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
function halfWidthKatakana(text: string): number {
  return text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
}
