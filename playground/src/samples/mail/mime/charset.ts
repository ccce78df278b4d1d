export type MailCharset = "utf-8" | "shift_jis" | "iso-2022-jp";

/** The same sign under the code point that the older charsets decode to. */
const variants: Readonly<Record<string, string>> = { "\u301c": "\uff5e", "\u2212": "\uff0d", "\u2014": "\u2015" };

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/**
 * Text as the bytes of a charset. The platform only decodes the older ones: their tables are made by decoding every
 * pair of bytes once (WHATWG Encoding).
 * @throws RangeError for a character that the charset does not have
 */
export function encodeText(text: string, charset: MailCharset): Uint8Array {
  if (charset === "utf-8") return new TextEncoder().encode(text);
  return Uint8Array.from(charset === "shift_jis" ? shiftJis(text) : iso2022(text));
}

function shiftJis(text: string): number[] {
  const table = tableOf("shift_jis", [...range(0x81, 0x9f), ...range(0xe0, 0xfc)], range(0x40, 0xfc));
  return [...text].flatMap((sign) => (sign < "\x80" ? [sign.charCodeAt(0)] : pairOf(table, sign, "Shift_JIS")));
}

/** JIS X 0208 in seven bits (RFC 1468): a line begins and ends in ASCII. */
function iso2022(text: string): number[] {
  // EUC-JP is the same table with the highest bits set.
  const table = tableOf("euc-jp", range(0xa1, 0xfe), range(0xa1, 0xfe));
  const toKanji = [0x1b, 0x24, 0x42];
  const toAscii = [0x1b, 0x28, 0x42];
  const bytes: number[] = [];
  let isKanji = false;
  for (const sign of text) {
    const isAscii = sign < "\x80";
    if (isAscii === isKanji) bytes.push(...(isAscii ? toAscii : toKanji));
    isKanji = !isAscii;
    if (isAscii) bytes.push(sign.charCodeAt(0));
    else bytes.push(...pairOf(table, sign, "ISO-2022-JP").map((byte) => byte & 0x7f));
  }
  if (isKanji) bytes.push(...toAscii);
  return bytes;
}

function pairOf(table: ReadonlyMap<string, readonly number[]>, sign: string, charset: string): readonly number[] {
  const pair = table.get(variants[sign] ?? sign);
  if (pair === undefined) throw new RangeError(`${charset} has no ${sign}`);
  return pair;
}

function tableOf(charset: string, leads: number[], trails: number[]): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(charset);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(charset);
  const table = new Map<string, readonly number[]>();
  for (const lead of leads) {
    for (const trail of trails) {
      const signs = [...decoder.decode(Uint8Array.of(lead, trail))];
      if (signs.length === 1 && signs[0] !== "\ufffd" && !table.has(signs[0]!)) table.set(signs[0]!, [lead, trail]);
    }
  }
  tables.set(charset, table);
  return table;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
