import { isHiragana, isKanji, isKatakana, isLatin } from "../../language";
import type { TaskLanguage } from "../../vocabulary";

/** Addresses are the same in every language. */
const addresses = /(?:https?:\/\/|www\.)[^\s、。）」]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

/** How many letters of each writing a text has. */
export interface Letters {
  japanese: number;
  latin: number;
}

export function lettersOf(text: string): Letters {
  const letters = { japanese: 0, latin: 0 };
  for (const character of text.replace(addresses, "")) {
    if (isHiragana(character) || isKanji(character[0]!) || isKatakana(character)) letters.japanese += 1;
    else if (isLatin(character)) letters.latin += 1;
  }
  return letters;
}

/**
 * Share of Japanese among the letters of a text, 0..1; 0 without letters. A kanji or kana says as much as two and a half
 * Latin letters.
 */
export function japaneseShare({ japanese, latin }: Letters): number {
  return japanese === 0 ? 0 : japanese / (japanese + latin * 0.4);
}

/**
 * What is to be done with a block: translate it; keep it because it holds no words (figures, dashes, addresses); or keep it
 * because it is not in the language of the source, such as an English name in a Japanese table.
 */
export function treatmentOf(text: string, from: TaskLanguage): "translate" | "no-words" | "other-language" {
  const words = text.replace(addresses, "");
  if (!/\p{L}/u.test(words)) return "no-words";
  const letters = lettersOf(text);
  if (from === "ja") return letters.japanese > 0 ? "translate" : letters.latin > 0 ? "other-language" : "no-words";
  if (letters.latin === 0) return letters.japanese > 0 ? "other-language" : "no-words";
  return japaneseShare(letters) > 0.5 ? "other-language" : "translate";
}
