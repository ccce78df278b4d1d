import type { ModelCard } from "../vocabulary";

/** A word of Latin letters costs a token per three to four letters with every tokenizer seen; never more than this. */
const tokensPerLatinLetter = 0.35;

/**
 * Estimates what a text costs a model, in its own tokens, rounded up. Japanese and every other wide script is counted
 * by the card's `tokensPerCharacter`, Latin letters and spaces by a fixed share, digits and signs one each at most.
 * Never counted by white space: a Japanese text of 65,000 characters is one "word" (reference: models, budget rules).
 */
export function estimateTokens(text: string, card: Pick<ModelCard, "tokensPerCharacter">): number {
  let letters = 0;
  let signs = 0;
  let wide = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) wide += 1;
    else if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x20) letters += 1;
    else signs += 1;
  }
  const perLetter = Math.min(tokensPerLatinLetter, card.tokensPerCharacter);
  const perSign = Math.min(1, card.tokensPerCharacter);
  return Math.ceil(wide * card.tokensPerCharacter + letters * perLetter + signs * perSign);
}
