const least = 12;
const leastMarks = 2;

/**
 * True for bytes in Shift_JIS whose Japanese is half-width katakana, one byte each, which score no other way: pairs of them are
 * kanji in EUC-JP and letters with accents in windows-1252. The marks of voiced sounds (ﾞ, ﾟ) tell: they stand behind the few
 * kana that take them, and nowhere else.
 */
export function isHalfWidthKana(bytes: Uint8Array): boolean {
  let kana = 0;
  let wide = 0;
  let marks = 0;
  let runs = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    const before = bytes[at - 1] ?? 0;
    if (byte < 0x80) continue;
    if (byte === 0xde || byte === 0xdf) {
      if (!(byte === 0xde ? isVoiced(before) : before >= 0xca && before <= 0xce)) return false;
      marks += 1;
      kana += 1;
    } else if (byte >= 0xa1 && byte <= 0xdd) {
      kana += 1;
      if (before < 0xa1 || before > 0xdf) runs += 1;
    } else if (byte === 0x81 || byte === 0x82 || byte === 0x83 || (byte >= 0x88 && byte <= 0x9f)) {
      // Signs, kana and kanji of two bytes among them.
      wide += 1;
      at += 1;
    } else return false;
  }
  return kana >= least && marks >= leastMarks && marks * 50 >= kana && kana >= wide && runs * 2 <= kana;
}

/** ｳ, ｶ to ﾄ, ﾊ to ﾎ. */
function isVoiced(byte: number): boolean {
  return byte === 0xb3 || (byte >= 0xb6 && byte <= 0xc4) || (byte >= 0xca && byte <= 0xce);
}
