import type { ModelCard } from "../vocabulary";

/** A word of Latin letters costs a token per three to four letters with every tokenizer seen; never more than this. */
const tokensPerLatinLetter = 0.35;

/** Characters of a text (UTF-16 units) by what they cost a model. Counts add up, and hold nothing of the text. */
export interface TextCount {
  /** Japanese and every other script beyond ASCII. */
  wide: number;
  /** Latin letters and spaces. */
  letters: number;
  /** Digits, signs and line ends. */
  signs: number;
}

/** Counts the characters of texts, all together. */
export function countText(...texts: readonly string[]): TextCount {
  let letters = 0;
  let signs = 0;
  let wide = 0;
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80) wide += 1;
      else if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x20) letters += 1;
      else signs += 1;
    }
  }
  return { wide, letters, signs };
}

/**
 * Estimates what a text costs a model, in its own tokens, rounded up. Japanese and every other wide script is counted
 * by the card's `tokensPerCharacter`, Latin letters and spaces by a fixed share, digits and signs one each at most.
 * Never counted by white space: a Japanese text of 65,000 characters is one "word" (reference: models, budget rules).
 */
export function estimateTokens(text: string, card: Pick<ModelCard, "tokensPerCharacter">): number {
  return tokensOf(countText(text), card);
}

/** `estimateTokens` of characters that were counted before. */
export function tokensOf({ wide, letters, signs }: TextCount, card: Pick<ModelCard, "tokensPerCharacter">): number {
  const perLetter = Math.min(tokensPerLatinLetter, card.tokensPerCharacter);
  const perSign = Math.min(1, card.tokensPerCharacter);
  return Math.ceil(wide * card.tokensPerCharacter + letters * perLetter + signs * perSign);
}

/**
 * The `tokensPerCharacter` with which `tokensOf` gives so many tokens: the estimate turned round, so that a text of
 * mixed Japanese and English tells what its Japanese cost. Undefined without a character.
 */
export function ratioFromTokens({ wide, letters, signs }: TextCount, tokens: number): number | undefined {
  if (wide + letters + signs === 0) return undefined;
  // The estimate rises with the ratio, in three straight pieces; the ratio is in the first piece that is steep enough.
  const small = tokens / (wide + letters + signs);
  if (small <= tokensPerLatinLetter) return small;
  const beyondLetters = tokens - letters * tokensPerLatinLetter;
  const middle = wide + signs === 0 ? Infinity : beyondLetters / (wide + signs);
  if (middle <= 1) return middle;
  return wide === 0 ? undefined : (beyondLetters - signs) / wide;
}
