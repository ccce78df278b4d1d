/** Letters of a word that carry its meaning, widths folded: kanji, katakana, Latin letters, digits. */
export function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{Script=Han}\p{Script=Katakana}ー々a-z0-9]/gu, "");
}

/** Pairs of neighbouring letters; a single letter stands for itself. */
export function pairsOf(text: string): Set<string> {
  const letters = lettersOf(text);
  if (letters.length < 2) return new Set(letters === "" ? [] : [letters]);
  return new Set(Array.from({ length: letters.length - 1 }, (_none, at) => letters.slice(at, at + 2)));
}

/** Share of the pairs of the first that the second has. */
export function shareOfPairs(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.size === 0 ? 0 : [...one].filter((pair) => other.has(pair)).length / one.size;
}

/** True for two wordings of one thing: one within the other, or most pairs of the shorter one common. */
export function areSameThing(a: string, b: string): boolean {
  const [short, long] = [lettersOf(a), lettersOf(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (short === "") return false;
  if (short.length === 1) return long.startsWith(short) || long.endsWith(short);
  return long.includes(short) || shareOfPairs(pairsOf(short), pairsOf(long)) >= 0.5;
}

/** The sentences that share most pairs with a line: the best one, and those nearly as like it. */
export function nearest(line: string, sentences: readonly string[], least: number): string[] {
  const wanted = pairsOf(line);
  const ranked = sentences.map((sentence) => ({ sentence, share: shareOfPairs(wanted, pairsOf(sentence)) }));
  const best = Math.max(0, ...ranked.map(({ share }) => share));
  if (best < least) return [];
  return ranked.filter(({ share }) => share >= best * 0.85).map(({ sentence }) => sentence);
}
