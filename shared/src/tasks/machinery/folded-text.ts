/** A text in which widths, white space and the kind of punctuation do not count, with its places in the original. */
export interface FoldedText {
  text: string;
  /** Where the original character of each folded one begins, and where it ends. */
  starts: number[];
  ends: number[];
}

/** Kana, common kanji, ASCII letters and digits stand for themselves. */
const plain = /[ぁ-ゖァ-ヺー一-鿿A-Za-z0-9]/;
/** Marks that join the character before them when the text is normalized (ｶﾞ). */
const joiningMark = /[\uff9e\uff9f\u3099\u309a]/;
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
    index += 1;
    while (index < original.length && joiningMark.test(original[index]!)) index += 1;
    const character = original.slice(start, index);
    const folded = index === start + 1 && plain.test(character) ? character : foldCharacter(character);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(start);
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
