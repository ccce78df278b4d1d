import type { FigureText } from "./swapped";

/** Characters behind a figure that its head is looked for in. */
const reach = 16;

/**
 * True when what stands right behind two figures of Japanese texts has changed places: 配布4,000票、回収3,252票 as
 * 3,252票を配布し、4,000票を回収. A word that stands behind both figures of a text tells nothing.
 */
export function isCrossed(
  source: FigureText,
  target: FigureText,
  [one, other]: readonly [number, number],
  [first, second]: readonly [number, number],
): boolean {
  const [fromOne, fromOther] = apart(headsBehind(source, one), headsBehind(source, other));
  const [toFirst, toSecond] = apart(headsBehind(target, first), headsBehind(target, second));
  const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((word) => b.has(word));
  return meet(fromOne, toSecond) && meet(fromOther, toFirst) && !meet(fromOne, toFirst) && !meet(fromOther, toSecond);
}

function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): [ReadonlySet<string>, ReadonlySet<string>] {
  const without = (set: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...set].filter((word) => !other.has(word)));
  return [without(a, b), without(b, a)];
}

/** Pairs of kanji or katakana behind a figure, up to the next figure or the end of the clause. */
function headsBehind({ text, figures }: FigureText, index: number): ReadonlySet<string> {
  const { end } = figures[index]!.span;
  const stop = Math.min(end + reach, figures[index + 1]?.span.start ?? text.length);
  const clause = /^[^、。，．；;（）()「」\n]*/.exec(text.slice(end, stop))![0];
  const heads = new Set<string>();
  for (const [run] of clause.matchAll(/[一-龠々ァ-ヶー]{2,}/g))
    for (let at = 0; at + 2 <= run.length; at += 1) heads.add(run.slice(at, at + 2));
  return heads;
}
