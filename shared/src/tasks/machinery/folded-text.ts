/** A text in which widths, white space and the kind of punctuation do not count, with its places in the original. */
export interface FoldedText {
  text: string;
  /** Where the original character of each folded one begins, and where it ends. */
  starts: number[];
  ends: number[];
}

/** Kana, common kanji, ASCII letters and digits stand for themselves. By code: this runs for every character. */
function isPlain(code: number): boolean {
  if (code >= 0x4e00) return code <= 0x9fff;
  if (code >= 0x3041) return code <= 0x3096 || (code >= 0x30a1 && code <= 0x30fc && code !== 0x30fb);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

/** True for marks that join the character before them when the text is normalized (ｶﾞ). */
function isJoining(code: number): boolean {
  return code === 0xff9e || code === 0xff9f || code === 0x3099 || code === 0x309a;
}

const equals: Readonly<Record<string, string>> = {
  "、": ",",
  "。": ".",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "‐": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "−": "-",
  "〜": "~",
};

/** Folds a text: NFKC, without white space, Japanese and Latin punctuation made one. Linear. */
export function foldText(original: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  const pieces: string[] = [];
  for (let index = 0; index < original.length;) {
    const start = index;
    while (index < original.length && isPlain(original.charCodeAt(index))) {
      starts.push(index);
      ends.push(index + 1);
      index += 1;
    }
    const joined = index < original.length && isJoining(original.charCodeAt(index));
    // A kana that the next mark joins is folded with it.
    const plainEnd = joined && index > start ? index - 1 : index;
    if (plainEnd < index) {
      starts.pop();
      ends.pop();
    }
    if (plainEnd > start) pieces.push(original.slice(start, plainEnd));
    if (plainEnd >= original.length) break;
    index = plainEnd + 1;
    while (index < original.length && isJoining(original.charCodeAt(index))) index += 1;
    const folded = foldCharacter(original.slice(plainEnd, index));
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(plainEnd);
      ends.push(index);
    }
    pieces.push(folded);
  }
  return { text: pieces.join(""), starts, ends };
}

function foldCharacter(character: string): string {
  const normal = character.normalize("NFKC").replace(/\s/g, "");
  return equals[normal] ?? normal;
}
