/** Marks that choose a glyph (variation selectors) are part of the character before them. */
const variationSelectors = /[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g;

/**
 * Counts characters as people count 字数: code points of the composed text (NFC), without line breaks, without white
 * space at the end of a line and without variation selectors. Spaces and indents inside a line count, punctuation too.
 */
export function countCharacters(text: string): number {
  let count = 0;
  for (const line of text
    .normalize("NFC")
    .replace(variationSelectors, "")
    .split(/\r\n|[\r\n\u2028\u2029\v]/)) {
    count += codePoints(line.trimEnd());
  }
  return count;
}

/** Number of code points: a surrogate pair is one. */
function codePoints(text: string): number {
  let count = text.length;
  for (let index = 0; index + 1 < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}
