import type { SpokenSentence } from "./spoken-sentences";

/** Something decided: the sentences that say it, in their order. */
export interface Decision {
  sentences: SpokenSentence[];
  /** Indexes of the utterances it rests on: those of the sentences, and the assent. */
  utterances: number[];
  /** Sentences that it stands for, where its own are not as they were said. */
  covered?: SpokenSentence[];
}
