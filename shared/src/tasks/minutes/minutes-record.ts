import type { Block } from "../../vocabulary";
import type { MinutesResult } from "./minutes-request";

/** What a finished minutes job keeps until retention takes it: the minutes, and the utterances that they point to. */
export interface MinutesRecord {
  /** Name of the meeting or of the transcript's file. */
  title: string;
  /** YYYY-MM-DD, when it is known. */
  date: string | undefined;
  /** Every line with the ids of its utterances; lines that were struck are in `result.unsupported`. */
  result: MinutesResult;
  /** The utterances, as they left: id, text, label (speaker and time). */
  utterances: Block[];
  /** Names of the models that wrote it. */
  models: string[];
  /** Mark of the source that the minutes inherit, e.g. 「機密性２」; empty where there is none. */
  mark: string;
}
