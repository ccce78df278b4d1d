/** A text and whether some of its bytes stood for no character. */
export interface DecodedText {
  text: string;
  damaged: boolean;
}

const marks: [readonly number[], string][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
/** Bytes that are looked at to tell a charset; the end of them may cut a character. */
const sampleBytes = 256 * 1024;

/**
 * Text of bytes in UTF-8 and UTF-16 (with or without byte order mark), ISO-2022-JP, Shift_JIS, EUC-JP or windows-1252, told
 * by the bytes. A few broken bytes do not make UTF-8 something else: they become U+FFFD, and `damaged` says so. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  const charset = marked?.[1] ?? charsetOf(bytes);
  const text = new TextDecoder(charset).decode(bytes);
  return { text: text.replace(/^\ufeff/, ""), damaged: text.includes("\ufffd") && !hasOwnReplacements(bytes, charset) };
}

/** A text may hold U+FFFD itself, written by an earlier program: nothing is broken then. */
function hasOwnReplacements(bytes: Uint8Array, charset: string): boolean {
  return charset === "utf-8" && decodes(bytes, "utf-8");
}

function charsetOf(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleBytes);
  const nulls = count(sample, 0);
  if (nulls * 20 > sample.length) return wideCharset(sample);
  if (hasEscapes(sample)) return "iso-2022-jp";
  const { replaced, others } = brokenShare(sample);
  if (replaced <= 1 || replaced * 20 < others) return "utf-8";
  // Japanese in UTF-16 may have few zero bytes, but then it is almost all kana, kanji and their punctuation.
  if (nulls > 0 && bytes.length % 2 === 0) return wideCharset(sample);
  const narrow = ["shift_jis", "euc-jp"]
    .filter((name) => decodes(withoutCutEnd(sample, bytes), name))
    .map((name) => ({ name, score: japaneseScore(new TextDecoder(name).decode(sample)) }))
    .sort((a, b) => b.score - a.score)[0];
  if (narrow !== undefined) return narrow.name;
  const wide = wideCharset(sample);
  const plausible = plausibleShare(new TextDecoder(wide).decode(sample));
  return bytes.length % 2 === 0 && plausible > 0.9 ? wide : "windows-1252";
}

function decodes(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    // Bytes of another charset; the class alone would miss errors of another realm.
    if ((error as Error).name === "TypeError") return false;
    throw error;
  }
}

/** A sample that ends before the text does ends at a line, so that no character is cut. */
function withoutCutEnd(sample: Uint8Array, whole: Uint8Array): Uint8Array {
  return sample.length === whole.length ? sample : sample.subarray(0, Math.max(0, sample.lastIndexOf(0x0a)));
}

/** ESC $ B, ESC $ @ and ESC ( J begin Japanese in ISO-2022-JP (RFC 1468). */
function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const [, first, second] = bytes.subarray(at, at + 3);
    if ((first === 0x24 && (second === 0x42 || second === 0x40)) || (first === 0x28 && second === 0x4a)) return true;
  }
  return false;
}

/** The byte order in which more of the units are characters that a transcript has. */
function wideCharset(sample: Uint8Array): string {
  const [little, big] = ["utf-16le", "utf-16be"].map((name) => plausibleShare(new TextDecoder(name).decode(sample)));
  return big! > little! ? "utf-16be" : "utf-16le";
}

function plausibleShare(text: string): number {
  const plausible = text.match(/[\t\n\r\x20-\x7e\u3000-\u30ff\u4e00-\u9fff\uff01-\uff9f]/g)?.length ?? 0;
  // Latin letters read in the wrong order look like kanji; their spaces and line ends look like nothing.
  const ordinary = text.match(/[\n\r \u3001\u3002\u3040-\u309f]/g)?.length ?? 0;
  return (plausible + ordinary) / Math.max(1, text.length);
}

/** What Japanese text has much of, less what it looks like in the wrong charset. */
function japaneseScore(text: string): number {
  const usual = text.match(/[\u3041-\u3096\u30a1-\u30fc\u3001\u3002]/g)?.length ?? 0;
  const halfWidth = text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  return usual - halfWidth;
}

function brokenShare(sample: Uint8Array): { replaced: number; others: number } {
  const text = new TextDecoder().decode(sample);
  const foreign = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  const replaced = text.match(/\ufffd/g)?.length ?? 0;
  return { replaced, others: foreign - replaced };
}

function count(bytes: Uint8Array, wanted: number): number {
  let found = 0;
  for (const byte of bytes) if (byte === wanted) found += 1;
  return found;
}
