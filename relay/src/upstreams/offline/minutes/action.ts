import type { SpokenSentence } from "./spoken-sentences";

/** Something that somebody is going to do. */
export interface Action {
  sentences: SpokenSentence[];
  /** Empty when nobody said. */
  owner: string;
  due: string;
  utterances: number[];
  /** Sentences that it stands for, where its own are not as they were said. */
  covered?: SpokenSentence[];
}
