import { remembered } from "../remembered";
import { endsLikeOffice, isLikeName } from "../speaker-names";

/** Words before a space: 「山田課長　はい」, 「山田 太郎 はい」. Latin words have spaces anyway and are none. */
const japanese = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ヶー（）()・Ａ-ＺA-Z０-９0-9]{1,16}$/u;
const number = /^[\s\u3000]*[（(]?[0-9０-９]{1,4}[.．)）、]?[\s\u3000]+/u;
const single = /^[\s\u3000]*([^\s\u3000]{1,16})[\s\u3000]+(\S.*)$/u;
const double = /^[\s\u3000]*([^\s\u3000]{1,6}[ \u3000][^\s\u3000]{1,6})[\s\u3000]+(\S.*)$/u;

/** A name without an office that stands before words again and again. */
const surname = /^[\p{Script=Han}\p{Script=Katakana}々ヶー]{1,6}$/u;

const sentence = /[。．.!?！？」）)]$/u;

export interface SpacedName {
  name: string;
  words: string;
}

function split(line: string, form: RegExp): SpacedName | undefined {
  if (!/\S[\s\u3000]+\S/u.test(line)) return undefined;
  const match = form.exec(line.replace(number, ""));
  if (match === null) return undefined;
  const name = match[1]!;
  // Letters and digits stand for names that are not told: 「Ａ委員」.
  const isName =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name) &&
    name.split(/[ \u3000]/u).every((part) => japanese.test(part)) &&
    isLikeName(name);
  return isName ? { name, words: match[2]! } : undefined;
}

/**
 * How the lines of a file part a name from the words by nothing but a space; undefined when they do not. Japanese has no spaces
 * within a sentence, so where nearly all lines with a time have one behind their first word, that word is a name; lines without
 * times need persons in office besides.
 * @param lines what is left of lines behind their times, or whole lines
 * @param timed whether they had times
 */
export function spacedNames(
  lines: readonly string[],
  timed: boolean,
): ((line: string) => SpacedName | undefined) | undefined {
  for (const form of [double, single]) {
    const splitLine = remembered((line) => split(line, form));
    const found = lines.map(splitLine);
    const named = found.filter((one) => one !== undefined);
    const names = new Set(named.map(({ name }) => name));
    if (named.length < 2) continue;
    const surnames = new Set([...names].map((name) => name.split(/[ \u3000]/u)[0]));
    const office = new Set([...names].filter(endsLikeOffice));
    const inOffice = named.filter(({ name }) => office.has(name)).length;
    // With times, all lines; the words behind are sentences, not one more word of a name.
    if (timed && named.length * 10 >= lines.length * 9 && (form === single || surnames.size < named.length))
      return splitLine;
    const times = new Map<string, number>();
    for (const { name } of named) times.set(name, (times.get(name) ?? 0) + 1);
    const often = new Set([...names].filter((name) => times.get(name)! > 1));
    const again = named.filter(({ name }) => often.has(name) && surname.test(name)).length;
    if (form === single && again >= 4 && again >= often.size * 2 && again * 10 >= lines.length * 6) {
      // Where hardly a line has none, who speaks once has one too.
      const all = named.filter(({ name, words }) => surname.test(name) && sentence.test(words));
      const once = new Set(all.length * 10 >= lines.length * 9 ? all.map(({ name }) => name) : []);
      return (line) => {
        const one = splitLine(line);
        return one !== undefined && (often.has(one.name) || once.has(one.name) || office.has(one.name))
          ? one
          : undefined;
      };
    }
    if (form === single && inOffice >= 2 && office.size >= 2 && inOffice * 10 >= lines.length * 3)
      return (line) => {
        const one = splitLine(line);
        return one !== undefined && office.has(one.name) ? one : undefined;
      };
  }
  return undefined;
}
