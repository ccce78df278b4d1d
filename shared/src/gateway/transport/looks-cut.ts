import type { ModelCard } from "../../vocabulary";

/**
 * True for an answer that is as long as the output limit allows and stops in mid-sentence. An estimate from the card's
 * tokens per character, for wires that do not say why the model stopped; a wire that says it is believed.
 * @param length length of the whole answer in UTF-16 units
 * @param tail its last characters
 */
export function looksCut(
  length: number,
  tail: string,
  card: Pick<ModelCard, "outputTokens" | "tokensPerCharacter">,
): boolean {
  return length * card.tokensPerCharacter >= card.outputTokens && !/[。．.!！?？」』）)\]】>|`*]\s*$/u.test(tail);
}
