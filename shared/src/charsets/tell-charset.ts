import { charsetNamed, isWhole } from "./decode-bytes";
import { isHalfWidthKana } from "./half-width-kana";
import { hasEscapes } from "./iso-2022-jp";
import { japaneseScore } from "./japanese-bytes";
import { byteOrder, isJapaneseUtf16, utf16Of } from "./utf-16";

const marks: [readonly number[], string][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
/** Bytes that are looked at; the end of them may cut a character. */
const sampleBytes = 256 * 1024;
/** Labels that programs write without looking at the text. */
const careless = new Set(["utf-8", "windows-1252", "iso-2022-jp", "utf-16le", "utf-16be"]);
/** Charsets of other scripts, whose letters in rows look like kanji. */
const otherScripts =
  /^(?:gbk|gb18030|big5|euc-kr|koi8|ibm866|windows-(?:874|125[1356])|iso-8859-(?:[5-8])|x-mac-cyrillic)/;

/**
 * The charset that bytes are in: UTF-8, UTF-16 with or without byte order mark, ISO-2022-JP, Shift_JIS, EUC-JP, windows-1252, or
 * the declared one. The bytes decide; what is declared counts where they can be that, since headers say UTF-8, US-ASCII,
 * ISO-8859-1 or ISO-2022-JP of anything. A few broken bytes do not make UTF-8 something else.
 * @param declared as a header writes it
 * @returns a name of the Encoding standard
 */
export function tellCharset(bytes: Uint8Array, declared?: string): string {
  const mark = marks.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return mark[1];
  const named = charsetNamed(declared);
  const sample = bytes.subarray(0, sampleBytes);
  const wide = utf16Of(sample);
  if (wide !== undefined) return wide;
  if (named?.startsWith("utf-16") === true && isJapaneseUtf16(sample)) return byteOrder(sample);
  if (hasEscapes(sample)) return "iso-2022-jp";
  if (!sample.some((byte) => byte >= 0x80)) return named === undefined || careless.has(named) ? "utf-8" : named;
  const whole = withoutCutEnd(sample, bytes);
  if (isWhole(whole, "utf-8") && !isRatherDeclared(whole, named)) return "utf-8";
  if ((named === undefined || careless.has(named)) && isDamagedUtf8(sample)) return "utf-8";
  const japanese = isHalfWidthKana(whole) ? "shift_jis" : japaneseOf(whole, named);
  if (named !== undefined && !careless.has(named) && !isRather(japanese, named)) return named;
  // Japanese in UTF-16 may have few zero bytes, but then it is almost all kana, kanji and their punctuation.
  if (bytes.length % 2 === 0 && sample.includes(0)) return byteOrder(sample);
  if (japanese !== undefined) return japanese;
  return isJapaneseUtf16(sample) ? byteOrder(sample) : "windows-1252";
}

/** Chinese and Korean read as EUC-JP look like Japanese, but not as Shift_JIS: most of their bytes are half-width katakana there. */
function isRather(japanese: string | undefined, named: string): boolean {
  return japanese === "shift_jis" || (japanese === "euc-jp" && !otherScripts.test(named));
}

/** Of what two charsets can be, that of more usual characters; undefined where neither reads as Japanese. */
function japaneseOf(bytes: Uint8Array, named: string | undefined): string | undefined {
  const scores = (["shift_jis", "euc-jp"] as const).map((name) => ({
    name,
    score: isWhole(bytes, name) || name === named ? japaneseScore(bytes, name) : Number.NEGATIVE_INFINITY,
  }));
  const [best, other] = scores.sort((a, b) => b.score - a.score);
  // A word or two in what the header says may be rare kanji and half-width katakana alone.
  if (named === other!.name && best!.score <= 0) return named;
  return best!.score > 0 || best!.name === named ? best!.name : undefined;
}

/** Pairs of bytes that UTF-8 has by chance are what the header says of Chinese, Korean and Japanese; a letter or two of others. */
function isRatherDeclared(bytes: Uint8Array, named: string | undefined): boolean {
  if (named === undefined || careless.has(named) || !isWhole(bytes, named)) return false;
  let pairs = 0;
  for (const byte of bytes) {
    if (byte >= 0xe0) return false;
    if (byte >= 0xc0) pairs += 1;
  }
  return /^(?:shift_jis|euc|gb|big5)/.test(named) || pairs < 3;
}

function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample);
  const replaced = text.match(/\ufffd/g)?.length ?? 0;
  const others = (text.match(/[^\x00-\x7f]/g)?.length ?? 0) - replaced;
  return others > 0 && (replaced <= 1 || replaced * 20 < others);
}

/** A sample that ends before the text does ends at a line, so that no character is cut. */
function withoutCutEnd(sample: Uint8Array, whole: Uint8Array): Uint8Array {
  return sample.length === whole.length ? sample : sample.subarray(0, Math.max(0, sample.lastIndexOf(0x0a)));
}
