/** Words for the first and for the last of a stretch of time or of an order. */
const first = /初め|始め(?!る|て|た)|はじめ(?!る|て|た)|最初|当初|冒頭|前半|初年度|初日|初回|上旬|上半期|上期/gu;
const last = /最後|終わり|末(?!尾)|最終|後半|終盤|下旬|下半期|下期/gu;
/** What follows them, up to a figure or a noun of time. */
const told = /^(?:の)?[0-9一二三四五六七八九十]*(?:か月|ヶ月|箇月|年度?|週間?|日間?|回|期)/u;

/** True when a line puts at the end what its sources put at the beginning, or the other way round: 「最後の2年間」, 「初めの2年」. */
export function turnsEnds(line: string, texts: readonly string[]): boolean {
  const said = texts.join("\n");
  const [own, given] = [stretchesOf(line), stretchesOf(said)];
  return (
    (own.first.size > 0 && own.last.size === 0 && isTurned(own.first, given.last, given.first)) ||
    (own.last.size > 0 && own.first.size === 0 && isTurned(own.last, given.first, given.last))
  );
}

function isTurned(own: ReadonlySet<string>, other: ReadonlySet<string>, same: ReadonlySet<string>): boolean {
  return [...own].some((stretch) => other.has(stretch) && !same.has(stretch));
}

/** The stretches that follow a word for the first, and one for the last: 「2年」. */
function stretchesOf(text: string): { first: Set<string>; last: Set<string> } {
  const folded = text.normalize("NFKC");
  const behind = (pattern: RegExp): Set<string> =>
    new Set(
      [...folded.matchAll(pattern)].flatMap((match) => {
        const stretch = told.exec(folded.slice(match.index + match[0].length))?.[0];
        return stretch === undefined || !/[0-9]/.test(stretch) ? [] : stretch.replace(/^の|間$/gu, "");
      }),
    );
  return { first: behind(first), last: behind(last) };
}
