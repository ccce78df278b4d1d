import type { Numeral } from "./numerals";

const ones =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const scales: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
  lakh: 1e5,
  crore: 1e7,
};
const ordinalWords: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  hundredth: 100,
};
const wordAt = /[a-z]+/y;

/** Value of a cardinal word below a hundred; undefined for anything else. */
function cardinal(word: string): number | undefined {
  const one = ones.indexOf(word);
  if (one !== -1) return one + 1;
  const ten = tens.indexOf(word);
  if (ten !== -1) return (ten + 2) * 10;
  return word === "zero" ? 0 : undefined;
}

export interface WordNumeral extends Numeral {
  ordinal: boolean;
}

/** Reads a spelled-out English number at the start of a word: two, twenty-five, a hundred, three hundred and six, third. */
export function wordNumeralAt(text: string, at: number): WordNumeral | undefined {
  let total = 0;
  let section = 0;
  let index = at;
  let end = at;
  let read = false;
  let last: number | undefined;
  for (;;) {
    wordAt.lastIndex = index;
    const word = wordAt.exec(text)?.[0];
    if (word === undefined) break;
    const value = cardinal(word);
    const after = index + word.length;
    const ordinal = ordinalWords[word];
    if (value !== undefined) {
      // "two three": not one number; "twenty five" is.
      if (read && last !== undefined && !(last >= 20 && last < 100 && value < 10)) break;
      section += value;
      last = value;
    } else if (scales[word] !== undefined && read) {
      const scale = scales[word];
      if (scale >= 1000) {
        total += section * scale;
        section = 0;
      } else section *= scale;
      last = undefined;
    } else if ((word === "a" || word === "an") && !read) {
      const next = /^(?:a|an) (hundred|thousand|million|billion|trillion|dozen)(?![a-z])/.exec(text.slice(index));
      if (next === null) break;
      section = 1;
      read = true;
      index = after + 1;
      continue;
    } else if (word === "and" && read && last === undefined && /^and (?:[a-z]+)/.test(text.slice(index))) {
      const next = /^and ([a-z]+)/.exec(text.slice(index))![1]!;
      if (cardinal(next) === undefined) break;
      index = after + 1;
      continue;
    } else if (ordinal !== undefined) {
      if (read && !(last !== undefined && last >= 20 && ordinal < 10)) break;
      return { value: total + section + ordinal, end: after, style: "words", ordinal: true };
    } else break;
    read = true;
    end = after;
    if (text[after] === "-" || text[after] === " ") index = after + 1;
    else break;
  }
  if (!read || end === at) return undefined;
  // "twelve point five"
  const point =
    / point ((?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?: (?:zero|oh|one|two|three|four|five|six|seven|eight|nine)){0,3})(?![a-z])/y;
  point.lastIndex = end;
  const decimals = point.exec(text);
  if (decimals !== null) {
    const digits = decimals[1]!.split(" ").map((word) => (word === "oh" ? 0 : cardinal(word)!));
    return {
      value: Number(`${total + section}.${digits.join("")}`),
      end: point.lastIndex,
      style: "words",
      ordinal: false,
    };
  }
  const half = /^[ -]and[ -]a[ -]half(?![a-z])/.exec(text.slice(end, end + 12));
  if (half !== null) return { value: total + section + 0.5, end: end + half[0].length, style: "words", ordinal: false };
  return { value: total + section, end, style: "words", ordinal: false };
}

/** Scale word behind Arabic digits: 2.5 million, 3k, 1.2bn. */
export function scaleAt(text: string, at: number): { factor: number; end: number } {
  const match =
    /^(?:[ -]?(?=[htmbdlc][a-z]{3})|(?=[mbkt]))(hundred|thousand|million|billion|trillion|dozen|lakhs?|crores?|mn|bn|tn|k|m(?= ?(?:yen|dollars?|usd|people))|b(?= ?(?:yen|dollars?|usd)))(?![a-z0-9])/.exec(
      text.slice(at, at + 20),
    );
  if (match === null) return { factor: 1, end: at };
  const factor = { mn: 1e6, bn: 1e9, tn: 1e12, lakhs: 1e5, crores: 1e7, k: 1e3, m: 1e6, b: 1e9, ...scales }[match[1]!]!;
  return { factor, end: at + match[0].length };
}
