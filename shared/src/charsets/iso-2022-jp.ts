type Set = "ascii" | "roman" | "kana" | "first" | "second";

/** Escape sequences of ISO-2022-JP (RFC 1468), of its later forms, and of programs that err; what stands behind ESC. */
const escapes: [string, Set][] = [
  ["$B", "first"],
  ["$@", "first"],
  ["$(B", "first"],
  ["$(@", "first"],
  // JIS X 0213: what it shares with JIS X 0208 stands in the same places.
  ["$(O", "first"],
  ["$(Q", "first"],
  ["$(D", "second"],
  ["(B", "ascii"],
  ["(J", "roman"],
  ["(H", "roman"],
  ["(I", "kana"],
];

/** True for bytes with an escape sequence that begins Japanese. */
export function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const set = escapeAt(bytes, at)?.[1];
    if (set !== undefined && set !== "ascii") return true;
  }
  return false;
}

function escapeAt(bytes: Uint8Array, at: number): [string, Set] | undefined {
  const behind = String.fromCharCode(...bytes.subarray(at + 1, at + 4));
  return escapes.find(([sequence]) => behind.startsWith(sequence));
}

/**
 * Text of bytes in ISO-2022-JP, by way of EUC-JP: the same characters with the eighth bit set. Unlike the platform's decoder it
 * takes what mails have: escapes that follow each other (joined encoded words), lines that end within Japanese, the rows of NEC
 * and IBM, JIS X 0212, half-width katakana by escape or shift.
 */
export function decodeIso2022Jp(bytes: Uint8Array): string {
  const decoder = new TextDecoder("euc-jp");
  const pieces: string[] = [];
  const run = new Uint8Array(Math.max(16, bytes.length * 2));
  let length = 0;
  let set: Set = "ascii";
  let shifted = false;
  const put = (...values: number[]): void => {
    for (const value of values) run[length++] = value;
  };
  const flush = (): void => {
    pieces.push(decoder.decode(run.subarray(0, length)));
    length = 0;
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    const found = byte === 0x1b ? escapeAt(bytes, at) : undefined;
    if (found !== undefined) {
      set = found[1];
      at += found[0].length;
    } else if (byte === 0x0e || byte === 0x0f) shifted = byte === 0x0e;
    else if (byte < 0x21 || byte === 0x7f) {
      // A line ends in ASCII (RFC 1468), also where the program forgot to say so.
      if (byte === 0x0a || byte === 0x0d) set = "ascii";
      put(byte);
    } else if (byte >= 0x80) {
      if (byte >= 0xa1 && byte <= 0xdf) put(0x8e, byte);
      else put(byte);
    } else if (shifted || set === "kana") put(0x8e, byte | 0x80);
    else if (set === "roman" && (byte === 0x5c || byte === 0x7e)) {
      flush();
      pieces.push(byte === 0x5c ? "¥" : "‾");
    } else if (set === "first" || set === "second") {
      const next = bytes[at + 1];
      if (next === undefined || next < 0x21 || next > 0x7e) put(byte | 0x80);
      else {
        if (set === "second") put(0x8f);
        put(byte | 0x80, next | 0x80);
        at += 1;
      }
    } else put(byte);
  }
  flush();
  return pieces.join("");
}
