import type { Finding } from "../../vocabulary";
import type { FigureText } from "./swapped";

/** Patterns (global, of lower case) of two words that exclude each other, by language. */
export type OppositeWords = Record<FigureText["language"], readonly [one: RegExp, other: RegExp]>;

/**
 * A text that says the one alone where the other text says the other alone (`figure-limit-differs` { found, nearest });
 * where a text says both, nothing is told.
 */
export function oppositeOf(source: FigureText, target: FigureText, words: OppositeWords): Finding[] {
  const [there, here] = [onlyOf(source, words), onlyOf(target, words)];
  if (there === undefined || here === undefined || there.isOne === here.isOne) return [];
  return [
    {
      guard: "figures",
      code: "figure-limit-differs",
      severity: "warning",
      values: { found: here.word, nearest: there.word },
      source: [{ blockId: "0", start: there.at, end: there.at + there.word.length }],
      output: { start: here.at, end: here.at + here.word.length },
    },
  ];
}

function onlyOf(
  { text, language }: FigureText,
  words: OppositeWords,
): { isOne: boolean; word: string; at: number } | undefined {
  const plain = text.toLowerCase();
  const [one] = plain.matchAll(words[language][0]);
  const [other] = plain.matchAll(words[language][1]);
  if ((one === undefined) === (other === undefined)) return undefined;
  const said = one ?? other!;
  return { isOne: one !== undefined, word: said[0].trim(), at: said.index };
}
