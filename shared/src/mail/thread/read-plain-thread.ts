import type { MailThread, ThreadHead } from "./mail-thread";
import { plainLines } from "./plain-lines";
import { threadOfLines } from "./thread-of-lines";

/**
 * Takes a plain text apart as `readThread` does, without the reader of HTML and what it tells of hidden texts: for words that a
 * reader of mails has been over before. Time is in proportion to the length.
 */
export function readPlainThread(text: string, head: ThreadHead = {}): Omit<MailThread, "hidden"> {
  return threadOfLines(plainLines(text), head);
}
