/** Pairs of neighbouring characters, without spaces and punctuation. */
export function pairsOf(text: string): Set<string> {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < letters.length; index += 1) pairs.add(letters.slice(index, index + 2));
  return pairs;
}

/** Share of the pairs of `wanted` that `have` has, 0 to 1. */
export function shareOf(wanted: ReadonlySet<string>, have: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  let found = 0;
  for (const pair of wanted) if (have.has(pair)) found += 1;
  return found / wanted.size;
}

/** Shorter texts (a name) are found in much. */
const fewestPairs = 6;

/** The one of several texts that is most like a text, if any is like it at all. */
export function mostLike<Item>(
  text: string,
  items: readonly Item[],
  words: (item: Item) => string,
  least: number,
): Item | undefined {
  const wanted = pairsOf(text);
  let best: Item | undefined;
  let most = least;
  for (const item of items) {
    const have = pairsOf(words(item));
    // A summary of a sentence is shorter, a sentence that a line was made from may be longer: the shorter one decides.
    const share = Math.max(shareOf(wanted, have), have.size < fewestPairs ? 0 : shareOf(have, wanted));
    if (share > most) {
      most = share;
      best = item;
    }
  }
  return best;
}
