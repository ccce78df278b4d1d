import { isFamilyName } from "./family-names";
import type { NameSpan } from "./name-span";
import { withoutFillers } from "./plain-characters";

/** 山本、山口、佐藤: a family name that is a place as well is a name between names. */
export function listedNames(text: string, found: readonly NameSpan[]): NameSpan[] {
  const starts = new Set(found.map(({ start }) => start));
  const ends = new Set(found.map(({ end }) => end));
  const more: NameSpan[] = [];
  const follow = /^(?:[ \u3000]?[、，,・／/][ \u3000]?)([\u4e00-\u9fff々ヶ\ue000]{2,4})(?=[、，,・／/。\s（()）]|$)/u;
  const precede = /(?<=^|[、，,・／/\s：:（(])([\u4e00-\u9fff々ヶ\ue000]{2,4})(?:[ \u3000]?[、，,・／/][ \u3000]?)$/u;
  const isName = (word: string): boolean => isFamilyName(withoutFillers(word));
  for (const { start, end, public: isPublic } of found) {
    if (isPublic === true) continue;
    // From one name to the next that is not known yet, as long as the list goes on.
    for (let at = end; ;) {
      const word = follow.exec(text.slice(at, at + 8))?.[1];
      if (word === undefined || !isName(word)) break;
      const from = text.indexOf(word, at);
      if (starts.has(from)) break;
      starts.add(from);
      at = from + word.length;
      more.push({ start: from, end: at, familyEnd: at, sure: false });
    }
    const before = text.slice(Math.max(0, start - 8), start);
    const word = precede.exec(before)?.[1];
    if (word === undefined || !isName(word)) continue;
    const from = Math.max(0, start - 8) + before.lastIndexOf(word);
    if (!ends.has(from + word.length))
      more.push({ start: from, end: from + word.length, familyEnd: from + word.length, sure: false });
  }
  return more;
}
