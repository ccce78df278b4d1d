/** Bits of a machine word that the rows of the table are packed into. */
const wordBits = 32;

/** Steps of one word at most: two texts of some 16,000 characters that have nothing in common, about a fifth of a second. */
const mostSteps = 8_000_000;

/**
 * Fewest characters (code points of NFC) that must be inserted, deleted or replaced to make one text into the other:
 * Levenshtein distance, 32 rows at a time with the bit vectors of Myers (JACM 46(3), 1999) in the form of Hyyrö (2003).
 * What both begin and end with is taken off first, so that a long text with few edits costs next to nothing.
 * @returns undefined when finding out would take too long
 */
export function editDistance(one: string, other: string): number | undefined {
  const [shorter, longer] = [codePoints(one), codePoints(other)].sort((a, b) => a.length - b.length) as [
    number[],
    number[],
  ];
  let start = 0;
  while (start < shorter.length && shorter[start] === longer[start]) start += 1;
  let end = 0;
  const rest = shorter.length - start;
  while (end < rest && shorter[shorter.length - 1 - end] === longer[longer.length - 1 - end]) end += 1;
  const pattern = shorter.slice(start, shorter.length - end);
  const text = longer.slice(start, longer.length - end);
  if (pattern.length === 0) return text.length;
  const words = Math.ceil(pattern.length / wordBits);
  return words * text.length > mostSteps ? undefined : distanceOf(pattern, text, words);
}

/** Characters of a text as `editDistance` counts them. */
export function editedCharacters(text: string): number {
  return codePoints(text).length;
}

function codePoints(text: string): number[] {
  return Array.from(text.normalize("NFC"), (character) => character.codePointAt(0)!);
}

function distanceOf(pattern: readonly number[], text: readonly number[], words: number): number {
  const places = placesOf(pattern, words);
  const nowhere = new Int32Array(words);
  // Vertical differences of the column: where a row is one more, and one less, than the row above.
  const more = new Int32Array(words).fill(-1);
  const less = new Int32Array(words);
  const lastBit = 1 << ((pattern.length - 1) % wordBits);
  let distance = pattern.length;
  for (const character of text) {
    const found = places.get(character) ?? nowhere;
    // Horizontal difference that goes into a word: in the first row each column is one more than the one before.
    let carry = 1;
    for (let word = 0; word < words; word += 1) {
      const above = more[word]!;
      const below = less[word]!;
      const vertical = found[word]! | below;
      const equal = carry < 0 ? found[word]! | 1 : found[word]!;
      const horizontal = ((((equal & above) + above) | 0) ^ above) | equal;
      let rising = below | ~(horizontal | above);
      let falling = above & horizontal;
      const bit = word === words - 1 ? lastBit : 1 << (wordBits - 1);
      const out = (rising & bit) !== 0 ? 1 : (falling & bit) !== 0 ? -1 : 0;
      rising = (rising << 1) | (carry > 0 ? 1 : 0);
      falling = (falling << 1) | (carry < 0 ? 1 : 0);
      more[word] = falling | ~(vertical | rising);
      less[word] = rising & vertical;
      carry = out;
    }
    distance += carry;
  }
  return distance;
}

/** For each character of the pattern the bits of the rows it stands in. */
function placesOf(pattern: readonly number[], words: number): Map<number, Int32Array> {
  const places = new Map<number, Int32Array>();
  pattern.forEach((character, row) => {
    let bits = places.get(character);
    if (bits === undefined) places.set(character, (bits = new Int32Array(words)));
    const word = Math.floor(row / wordBits);
    bits[word] = bits[word]! | (1 << (row % wordBits));
  });
  return places;
}
