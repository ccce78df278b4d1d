import type { Figure } from "./figure";

const kanji: Record<string, number> = { 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 双: 2, 両: 2 };

/** Words that hold a number without being one; the number they hold. */
const words: [RegExp, number][] = [
  [
    /(?<![ァ-ヶー])(?:ツー|ツイン|ダブル|ペア|デュオ|コンビ|カップル|ハーフ)|(?<![a-z])(?:duo|pairs?|couples?|twos?|twin|double|dual|second|bi(?=-|annual|weekly|lateral|lingual|partisan|cycle))/g,
    2,
  ],
  [
    /(?<![ァ-ヶー])(?:スリー|トリオ|トリプル|トライ)|(?<![a-z])(?:trio|threes?|tri(?=-|angle|ple|lateral|athlon|cycle)|third|senior)/g,
    3,
  ],
  [/(?<![ァ-ヶー])(?:フォー|カルテット)|(?<![a-z])(?:fours?|fourth|quart|quad|foursome)/g, 4],
  [/(?<![ァ-ヶー])(?:ファイブ|クインテット)|(?<![a-z])(?:fives?|fifth|quint|penta)/g, 5],
  [/(?<![ァ-ヶー])(?:シックス)|(?<![a-z])(?:sixes|six|sixth|hexa|half(?:-| a )year)/g, 6],
  [/セブン|(?<![a-z])(?:sevens?|seventh|weeks?(?![a-z]))/g, 7],
  [/(?<![ァ-ヶー])(?:エイト)|(?<![a-z])(?:eights?|eighth|octa|octo(?=-|pus))/g, 8],
  [/ナイン|(?<![a-z])(?:nines?|ninth)/g, 9],
  [/(?<![ァ-ヶー])(?:テン|ティーン)|官邸|(?<![a-z])(?:tens|tenth|teen)/g, 10],
  [/(?<![ァ-ヶー])(?:イレブン)|(?<![a-z])elevens?/g, 11],
];

/**
 * The small numbers that a text holds in words which are no figures (二塁, 四球, ナイン, duo, Sevens): the other language may
 * well say them with a figure. Linear in the length of the text.
 */
export function echoesOf(text: string, figures: readonly Figure[]): ReadonlySet<number> {
  const echoes = new Set<number>();
  let next = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = kanji[text[index]!];
    if (value === undefined) continue;
    while (next < figures.length && figures[next]!.span.end <= index) next += 1;
    const figure = figures[next];
    if (figure === undefined || index < figure.span.start) echoes.add(value);
  }
  const folded = text.normalize("NFKC").toLowerCase();
  for (const [pattern, value] of words) {
    pattern.lastIndex = 0;
    if (pattern.test(folded)) echoes.add(value);
  }
  return echoes;
}

/** True for a small bare number, or a count of things or people, that the other text holds in a word. */
export function isEcho(figure: Figure, echoes: ReadonlySet<number>): boolean {
  const { value, kind, unit } = figure;
  if (value === undefined || value > 12 || (kind !== "number" && kind !== "ordinal")) return false;
  return (unit === undefined || unit === "thing" || unit === "person" || unit === "floor") && echoes.has(value);
}
