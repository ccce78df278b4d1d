import { sentencesOf } from "./sentences";

/** How Japanese sentences end: です・ます (polite) or である (plain). */
export type Register = "polite" | "plain";

const polite = /(?:です|ます|ました|ません|でした|ましょう|でしょう|ください)(?:か|ね|よ|が)?[。！？!?]?[」）)]*$/;
const plain = /[うくすつぬむるぐぶたいだ][。！？!?]?[」）)]*$/;

/** Sentences that are enough to tell: reading all of a long text would cost a server milliseconds for each step. */
const tellingSentences = 12;

/**
 * Tells the register of a Japanese text by the endings of its first sentences that show one; undefined when no sentence shows one (lists of
 * nouns, English). 公用文 does not mix the two, so that an output has to keep what its source has.
 */
export function registerOf(texts: Iterable<string>): Register | undefined {
  let politeSentences = 0;
  let plainSentences = 0;
  for (const text of texts) {
    for (const sentence of sentencesOf(text)) {
      if (polite.test(sentence)) politeSentences += 1;
      // A line without 。 that ends in kana is a heading or a list item as often as a sentence.
      else if (sentence.includes("。") && plain.test(sentence)) plainSentences += 1;
    }
    if (politeSentences + plainSentences >= tellingSentences) break;
  }
  if (politeSentences === 0 && plainSentences === 0) return undefined;
  return politeSentences > plainSentences ? "polite" : "plain";
}
