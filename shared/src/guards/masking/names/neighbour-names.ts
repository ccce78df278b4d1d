import { nameItemAt } from "./name-item";
import type { NameSpan } from "./name-span";
import { honorifics, titles } from "./titles";
import { namesFrom, nextItem } from "./slot-names";

const longestItem = 28;
/** The item before a name in a list, with what stands behind it. */
const itemBefore = new RegExp(
  `(?:^|[\\s　、，,・／/;；（(：:「→]|及び|並びに)([\\p{Script=Han}々ノケツヶヵ\\ue000]{1,5}(?:[ 　]{1,2}[\\p{Script=Han}ァ-ヺーぁ-ん々]{1,4})?)(?:[ 　]?(?:${honorifics}|${titles}))?(?:[（(][^()（）\\n]{0,12}[)）])?(?:[ 　]?[、，,・／/;；→][ 　]?|及び|並びに|又は)$`,
  "u",
);

/** 乙部、鵜飼の2名: what stands in a list with a name is a name, unless it is written like an ordinary word. */
export function findNeighbourNames(text: string, known: readonly NameSpan[]): NameSpan[] {
  const more: NameSpan[] = [];
  const starts = new Set(known.map(({ start }) => start));
  const ends = new Set(known.map(({ end }) => end));
  for (const name of known) {
    if (name.public === true || !/^[\p{Script=Han}ァ-ヺー]/u.test(text[name.start]!)) continue;
    const next = nextItem(text, name.end);
    if (next !== undefined && !starts.has(next) && isOpen(text, name.end)) {
      for (const item of namesFrom(text, next, "fair")) {
        if (starts.has(item.start)) break;
        starts.add(item.start);
        ends.add(item.end);
        more.push(item);
      }
    }
    before(name.start);
  }
  return more;

  function before(from: number): void {
    for (let start = from; ;) {
      const base = Math.max(0, start - longestItem);
      const match = itemBefore.exec(text.slice(base, start));
      if (match === null) return;
      const whole = base + match.index + match[0].indexOf(match[1]!);
      const space = match[1]!.search(/[ 　][^ 　]*$/u);
      const item =
        nameItemAt(text, whole, "fair") ?? (space < 0 ? undefined : nameItemAt(text, whole + space + 1, "fair"));
      const at = item?.start ?? whole;
      if (item === undefined || item.end > start || starts.has(at) || ends.has(item.end)) return;
      starts.add(at);
      more.push(item);
      start = at;
    }
  }
}

/** Two spaces or a tab separate columns as often as the items of a list. */
function isOpen(text: string, end: number): boolean {
  return /^[^\n]{0,24}?[、，,・／/;；→]|^[^\n]{0,24}?(?:及び|並びに|又は)/u.test(text.slice(end, end + 30));
}
