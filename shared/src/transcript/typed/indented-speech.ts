import { remembered } from "../remembered";
import { isLikeName } from "../speaker-names";

const indent = /^(?:[\u3000\t]| {2,})/u;
const ends = /[。．！？!?」、,…]\s*$/u;
/** No name on a line of its own is longer. */
const longestName = 30;

/**
 * Names at the beginning of lines of their own, with what they say indented below (records of courts), by the number of their line:
 * from the first one on, every line that is not indented is such a name, and names come back, which chapters do not. Empty for
 * other files.
 */
export function namesAboveIndented(lines: readonly string[]): Map<number, string> {
  const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  const isIndented = (place: number): boolean => place < filled.length && indent.test(lines[filled[place]!]!);
  const isName = remembered((line: string) => {
    const name = line.trim();
    return name.length <= longestName && !ends.test(name) && isLikeName(name);
  });
  const isOpening = (place: number): boolean =>
    !isIndented(place) && isIndented(place + 1) && isName(lines[filled[place]!]!);
  let first = filled.length;
  for (let place = filled.length - 1; place >= 0 && (isIndented(place) || isOpening(place)); place -= 1)
    if (!isIndented(place)) first = place;
  const names = new Map<number, string>();
  for (let place = first; place < filled.length; place += 1)
    if (!isIndented(place)) names.set(filled[place]!, lines[filled[place]!]!.trim());
  const different = new Set(names.values());
  return names.size >= 4 && different.size > 1 && different.size < names.size ? names : new Map();
}
