/** A text with, for each of its offsets, the offset in the text it was made from. */
export interface NormalisedText {
  text: string;
  /**
   * Turns an offset of `text` (0 to its length) into one of the source. An offset inside what one source character
   * became (the 6 of ⑯) points to the start of that character.
   */
  toSource(offset: number): number;
  /**
   * Turns the end of a stretch of `text` into the end of the stretch in the source: what one source character became
   * only in part counts as the whole character.
   */
  toSourceEnd(offset: number): number;
}

/** Signs that stand in the same place whatever their code point: minus, wave dash, yen, full-width space. */
const sameSign: Record<string, string> = {
  "\u3000": " ",
  "\u00a0": " ",
  "\u2212": "-",
  "\u301c": "~",
  "￥": "¥",
  "￠": "¢",
  "￡": "£",
};

/**
 * Folds full-width digits, Latin letters, punctuation and spaces to their ASCII form (１，２５０ -> 1,250).
 * Offsets are kept: the result has the same UTF-16 length and every unit stands where it stood, so a span found in the
 * folded text is a span of the source. Half-width katakana, ① and ㎡ are left alone because they would change the length;
 * `normaliseWithOffsets` folds those too. Japanese 、 。 and brackets 「」 stay.
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u2212\u301c￥￠￡]/g, (character) => {
    const same = sameSign[character];
    return same ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
}

/** Characters that compose with the one before them: voiced marks of half-width katakana, combining marks. */
const continues = /^[\uff9e\uff9f\u3099\u309a\p{M}]/u;

/** False for a unit that may compose with the one before it. */
function staysAlone(code: number): boolean {
  return (
    code <= 0x2ff ||
    staysSame(code) ||
    (!(code >= 0xd800 && code <= 0xdbff) && !continues.test(String.fromCharCode(code)))
  );
}

/** What a UTF-16 unit is here: not looked at yet, one that stays as it is, one that changes, composes or is half a pair. */
const Unit = { Unseen: 0, Same: 1, Other: 2 } as const;
const units = new Uint8Array(0x10000);

/** True for a unit that normalisation leaves alone and that does not compose with the one before it. Remembered by unit. */
function staysSame(code: number): boolean {
  if (units[code] === Unit.Unseen) {
    const character = String.fromCharCode(code);
    const half = code >= 0xd800 && code <= 0xdfff;
    const same = !half && sameSign[character] === undefined && character.normalize("NFKC") === character;
    units[code] = same && !(code > 0x2ff && continues.test(character)) ? Unit.Same : Unit.Other;
  }
  return units[code] === Unit.Same;
}

/**
 * Full compatibility normalisation (NFKC: width, half-width katakana with their voiced marks, ①, ㎡, ㍻, composed kana),
 * with the way back to the source offsets.
 */
export function normaliseWithOffsets(text: string): NormalisedText {
  // Numbers side by side: a list that grows one by one costs several times as much, and every gate asks for whole texts.
  let starts: Int32Array = new Int32Array(text.length + 16);
  let ends: Int32Array = new Int32Array(text.length + 16);
  let length = 0;
  let folded = "";
  let index = 0;
  while (index < text.length) {
    const start = index;
    // Nearly all characters of a text: they stay, and the next one does not compose with them.
    while (index < text.length && staysSame(text.charCodeAt(index))) {
      if (index + 1 < text.length && !staysAlone(text.charCodeAt(index + 1))) break;
      index += 1;
    }
    if (index > start) {
      if (length + index - start > starts.length)
        [starts, ends] = [grown(starts, index - start), grown(ends, index - start)];
      for (let unit = start; unit < index; unit += 1) {
        starts[length] = unit;
        ends[length] = unit + 1;
        length += 1;
      }
      folded += text.slice(start, index);
      continue;
    }
    index += text.codePointAt(index)! > 0xffff ? 2 : 1;
    while (index < text.length && text.charCodeAt(index) > 0x2ff && continues.test(text.slice(index, index + 2))) {
      index += text.codePointAt(index)! > 0xffff ? 2 : 1;
    }
    const source = text.slice(start, index);
    const piece = sameSign[source] ?? source.normalize("NFKC");
    folded += piece;
    if (length + piece.length > starts.length)
      [starts, ends] = [grown(starts, piece.length), grown(ends, piece.length)];
    for (let unit = 0; unit < piece.length; unit += 1) {
      // Only a piece of equal length maps unit by unit; ㎡ -> m2 has one source character for both.
      starts[length] = piece.length === source.length ? start + unit : start;
      ends[length] = piece.length === source.length ? start + unit + 1 : index;
      length += 1;
    }
  }
  return {
    text: folded,
    toSource: (offset) => (offset >= length ? text.length : starts[Math.max(0, offset)]!),
    toSourceEnd: (offset) => (offset <= 0 ? 0 : ends[Math.min(offset, length) - 1]!),
  };
}

/** The same numbers with room for at least `more`, and for twice as many as before. */
function grown(numbers: Int32Array, more: number): Int32Array {
  const larger = new Int32Array(numbers.length * 2 + more);
  larger.set(numbers);
  return larger;
}
