import { english } from "./english-units";
import { japanese, otherCounters } from "./japanese-units";

/** Words that may stand between an English number and its unit. */
const between = /(?:business |working |calendar |full |consecutive |whole |more |additional |other |us |u\.s\. |-)?/y;

export interface UnitAt {
  unit: string;
  end: number;
}

/** Reads the unit that begins at an offset of a folded, lower-case text; white space before it is allowed. */
export function unitAt(text: string, at: number): UnitAt | undefined {
  const start = skipSpaces(text, at);
  // "five t" is no weight: a letter alone is a unit behind digits.
  const isSpelled = /[a-z]/.test(text[at - 1] ?? "") && /^[a-z](?![a-z])/.test(text.slice(start, start + 2));
  const inJapanese = isSpelled ? undefined : first(japanese, text, start);
  if (inJapanese !== undefined) return inJapanese;
  if (start === at && text[at] !== "-" && !/[0-9]/.test(text[at - 1] ?? "")) return undefined;
  between.lastIndex = start;
  const word = between.exec(text);
  return first(english, text, start + (word?.[0].length ?? 0)) ?? first(english, text, start);
}

/** True when a counter, whatever it counts, stands at the offset. */
export function isCounterAt(text: string, at: number): boolean {
  otherCounters.lastIndex = at;
  return otherCounters.test(text) || first(japanese, text, at) !== undefined;
}

function first(list: [RegExp, string][], text: string, at: number): UnitAt | undefined {
  for (const [pattern, unit] of list) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { unit, end: at + match[0].length };
  }
  return undefined;
}

function skipSpaces(text: string, at: number): number {
  let index = at;
  while (text[index] === " " && index < at + 2) index += 1;
  return index;
}
