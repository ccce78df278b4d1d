import type { Block } from "../../vocabulary";

/** What only a text that speaks to its reader says: letters, notices, invitations. */
const address = /\b(?:dear|you|your|yours|please|thank(?:s| you)|sincerely|regards|we look forward|i|we|our)\b/giu;

/**
 * How a Japanese translation of an English text should end its sentences: です・ます where the text speaks to its reader (in
 * four words of a hundred), である where it reports or rules.
 */
export function japaneseRegisterFor(blocks: readonly Block[]): "polite" | "plain" {
  let words = 0;
  let addressed = 0;
  for (const { text } of blocks) {
    words += text.match(/[A-Za-z]+/g)?.length ?? 0;
    addressed += text.match(address)?.length ?? 0;
  }
  return words > 0 && addressed / words >= 0.04 ? "polite" : "plain";
}
