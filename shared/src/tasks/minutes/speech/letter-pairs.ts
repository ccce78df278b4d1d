/** Pairs of neighbouring letters without kana, which every sentence has; words of other scripts by their beginning. */
export function letterPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  const plain = text.normalize("NFKC").toLowerCase();
  for (const run of plain.match(/[\p{Script=Han}\p{Script=Katakana}ー0-9]+|[a-z]{3,}/gu) ?? []) {
    if (/^[a-z]/.test(run)) pairs.add(run.slice(0, 5));
    else if (run.length === 1) pairs.add(run);
    for (let at = 0; !/^[a-z]/.test(run) && at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2));
  }
  return pairs;
}

/** Share of the pairs of the first that the second has. */
export function likenessOf(wanted: ReadonlySet<string>, have: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  return [...wanted].filter((pair) => have.has(pair)).length / wanted.size;
}
