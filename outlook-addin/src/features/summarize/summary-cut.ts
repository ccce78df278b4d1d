import type { MailReading } from "../../mailbox";
import { loadSource } from "../parts/load-source";
import type { MailSource, SourceWords } from "../parts/mail-source";
import type { PartsChoice } from "../parts/parts-choice";

/** What leaves for 要約: the paragraphs of the message, without subject and names of attachments. */
export function summaryCut({ newest, quoted }: PartsChoice, words: SourceWords) {
  return async (reading: MailReading): Promise<MailSource> =>
    (await loadSource()).paragraphSource(reading, { subject: false, newest, quoted }, words);
}
