import type { ModelCard } from "../vocabulary";
import { isLatin } from "./scripts";

/**
 * Letters of English for a Japanese character, and Japanese characters for a letter of English, that nineteen of twenty
 * good translations stay below (measured on parallel texts of 100 characters and more).
 */
const mostExpansion = { en: 3.3, ja: 0.62 } as const;

/** As in `estimateTokens`. */
const tokensPerLatinLetter = 0.35;

/** Tokens that the translation of a text will hardly exceed, in the model's own. */
export function translationTokens(text: string, to: "ja" | "en", card: Pick<ModelCard, "tokensPerCharacter">): number {
  let latin = 0;
  let wide = 0;
  let others = 0;
  for (const character of text) {
    if (isLatin(character) || character === " ") latin += 1;
    else if (character.charCodeAt(0) >= 0x80) wide += 1;
    else others += 1;
  }
  const perLetter = Math.min(tokensPerLatinLetter, card.tokensPerCharacter);
  const words =
    to === "en"
      ? (wide * mostExpansion.en + latin) * perLetter
      : (latin * mostExpansion.ja + wide) * card.tokensPerCharacter;
  return Math.ceil(words + others);
}
