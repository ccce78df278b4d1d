import type { MailBody } from "../../guards/injection/mail-body";
import { bodyLines } from "./body-line";
import type { MailThread, ThreadHead } from "./mail-thread";
import { threadOfLines } from "./thread-of-lines";

/**
 * Takes the body of a mail apart: what its sender wrote, each mail that it quotes or passes on with author and date, and the
 * signatures. Reads the layouts of the usual programs in the languages of their users, HTML and plain, answers above, below
 * and between quotes. What is hidden stands in `hidden` alone. Each line that is shown stands once in the newest message's
 * text, its signature or `quoted`. Never throws; time is in proportion to the length.
 * @param body the alternatives of the mail's body; of several the one that its reader sees is read
 * @param head what the mail's own header says: author and date of the first message
 */
export function readThread(body: MailBody, head: ThreadHead = {}): MailThread {
  const { lines, hidden } = bodyLines(body);
  return { ...threadOfLines(lines, head), hidden };
}
