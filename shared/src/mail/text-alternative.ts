/** Longest paragraph that is compared word by word. */
const longestCompared = 2_000;
const leastLetters = 12;

/**
 * Paragraphs of the plain-text alternative of a mail that the other one does not show: words for machines, which a person whose
 * program shows the HTML never sees. Layout, marks for links, and addresses do not count; a paragraph counts when half of its
 * words stand nowhere in what is shown.
 * @param text the plain-text alternative
 * @param shown what the HTML alternative shows
 * @param hidden what it hides, and the addresses of its links: both stand in honest text alternatives too
 */
export function onlyInText(text: string, shown: string, hidden: readonly string[] = []): string[] {
  const there = new Set(pairs(bare([shown, ...hidden].join("\n"))));
  const found: string[] = [];
  for (const paragraph of text.split(/\r?\n[ \t]*(?:\r?\n)+/)) {
    const plain = bare(paragraph.replace(/https?:\/\/\S+|[\w.+-]+@[\w.-]+/gi, " ").slice(0, longestCompared));
    if (plain.length < leastLetters) continue;
    const own = pairs(plain);
    const missing = own.filter((pair) => !there.has(pair)).length;
    if (missing / Math.max(1, own.length) > 0.5) found.push(paragraph.trim());
  }
  return found;
}

function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Every four characters in a row. */
function pairs(text: string): string[] {
  const found: string[] = [];
  for (let index = 0; index + 4 <= text.length; index += 1) found.push(text.slice(index, index + 4));
  return found;
}
